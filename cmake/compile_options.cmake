# Every target of ours links this: warnings are errors, sanitizers where asked for, includes from the root.
add_library(sohoa_options INTERFACE)
target_include_directories(sohoa_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(sohoa_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
                                               -Wcast-align -Wno-missing-field-initializers -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these inside std::string and std::vector at -O2 where there is nothing to report.
  target_compile_options(sohoa_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(CMAKE_UNITY_BUILD)
  # Sources of one compilation share their unnamed namespaces, which g++ then takes for a header's.
  target_compile_options(sohoa_options INTERFACE -Wno-subobject-linkage)
endif()
if(SOHOA_SANITIZE)
  target_compile_options(sohoa_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined)
  target_link_options(sohoa_options INTERFACE -fsanitize=address,undefined)
endif()
find_program(MOLD mold)
if(MOLD)
  target_link_options(sohoa_options INTERFACE -fuse-ld=mold)
endif()

# sohoa_library(NAME SOURCES... [LINK LIBRARIES...] [PRIVATE_LINK LIBRARIES...]): a room, as a static library.
# PRIVATE_LINK names libraries whose headers no header of the room includes.
function(sohoa_library name)
  cmake_parse_arguments(ARG "" "" "LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PUBLIC sohoa_options ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
endfunction()

# sohoa_test(NAME SOURCES... LINK LIBRARIES... [UNSANITIZED]): a GoogleTest program, one ctest entry for each of its tests.
# UNSANITIZED: of code that sees no outside bytes and is slow to run or to build; run from the release build where the
# others are run under the sanitizers.
function(sohoa_test name)
  cmake_parse_arguments(ARG "UNSANITIZED" "" "LINK" ${ARGN})
  add_executable(${name} ${ARG_UNPARSED_ARGUMENTS})
  target_link_libraries(${name} PRIVATE sohoa_options ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE SOHOA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  if(ARG_UNSANITIZED)
    set(label unit_unsanitized)
    set_property(GLOBAL APPEND PROPERTY SOHOA_UNSANITIZED_TARGETS ${name})
  else()
    set(label unit)
    set_property(GLOBAL APPEND PROPERTY SOHOA_UNIT_TARGETS ${name})
  endif()
  if(SOHOA_SANITIZE)
    # One entry a program: the start of a sanitized program and its tables cost more than most tests.
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${label} ENVIRONMENT "OMP_THREAD_LIMIT=1" TIMEOUT 900)
  else()
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${label} ENVIRONMENT "OMP_THREAD_LIMIT=1")
  endif()
endfunction()
