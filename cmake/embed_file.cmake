# Writes OUTPUT, a source file whose function SYMBOL gives the bytes of INPUT.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "(('[^']+',){24})" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "#include <string_view>\n\nnamespace sohoa::models {\n\n"
  "std::string_view ${SYMBOL}();\n\n"
  "static const char ${SYMBOL}_bytes[] = {\n${bytes}};\n\n"
  "std::string_view ${SYMBOL}() { return {${SYMBOL}_bytes, sizeof ${SYMBOL}_bytes}; }\n\n}  // namespace sohoa::models\n")
