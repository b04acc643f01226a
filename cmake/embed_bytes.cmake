# Writes OUTPUT, a source file whose function SYMBOL gives the bytes of INPUT.
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "(................................................................................)" "\\1\n" bytes
  "${bytes}")
file(WRITE ${OUTPUT} "#include <cstdint>\n#include <span>\n\nnamespace sohoa::models {\n\n"
  "std::span<const std::uint8_t> ${SYMBOL}();\n\n"
  "static const std::uint8_t ${SYMBOL}_bytes[] = {\n${bytes}};\n\n"
  "std::span<const std::uint8_t> ${SYMBOL}() { return ${SYMBOL}_bytes; }\n\n}  // namespace sohoa::models\n")
