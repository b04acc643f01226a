# Every outside library, found once. Names as the rooms use them: PkgConfig::<NAME> or the library's own target.
# All are Debian 12 packages; packaging/debian-packages.txt is the list that ./sohoa installs.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLiteCpp REQUIRED)

# Serves HTTP, and carries webhooks; a compiled library in Debian.
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)
pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)
pkg_check_modules(ZXING REQUIRED IMPORTED_TARGET zxing)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
# qpdf 11 warns unless told that its old smart pointer is not used here.
target_compile_definitions(PkgConfig::QPDF INTERFACE POINTERHOLDER_TRANSITION=4)
pkg_check_modules(JPEG REQUIRED IMPORTED_TARGET libjpeg)
pkg_check_modules(PNG REQUIRED IMPORTED_TARGET libpng)
pkg_check_modules(TIFF REQUIRED IMPORTED_TARGET libtiff-4)
pkg_check_modules(WEBP REQUIRED IMPORTED_TARGET libwebp libwebpdemux)
pkg_check_modules(HEIF REQUIRED IMPORTED_TARGET libheif)
pkg_check_modules(EXIF REQUIRED IMPORTED_TARGET libexif)

# libharu ships neither a pkg-config file nor a CMake package in Debian.
find_path(HARU_INCLUDE_DIR hpdf.h REQUIRED)
find_library(HARU_LIBRARY hpdf REQUIRED)
add_library(haru INTERFACE)
target_include_directories(haru SYSTEM INTERFACE ${HARU_INCLUDE_DIR})
target_link_libraries(haru INTERFACE ${HARU_LIBRARY})

# OpenCV by its core and imgproc modules alone: Debian's imgcodecs brings GDAL and half a second of dynamic linking,
# and its CMake package needs every module installed. SYSTEM because its headers warn under C++20.
find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
find_library(OPENCV_CORE_LIBRARY opencv_core REQUIRED)
find_library(OPENCV_IMGPROC_LIBRARY opencv_imgproc REQUIRED)
add_library(opencv INTERFACE)
target_include_directories(opencv SYSTEM INTERFACE ${OPENCV_INCLUDE_DIR})
target_link_libraries(opencv INTERFACE ${OPENCV_IMGPROC_LIBRARY} ${OPENCV_CORE_LIBRARY})

# toml++ is used as headers alone: Debian 12 has nothing else of it.
find_path(TOML_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(tomlplusplus INTERFACE)
target_include_directories(tomlplusplus SYSTEM INTERFACE ${TOML_INCLUDE_DIR})
target_compile_definitions(tomlplusplus INTERFACE TOML_HEADER_ONLY=1)
