# Writes OUTPUT, a source file whose function SYMBOL gives the text of INPUT, which must not hold )sohoa".
file(READ ${INPUT} text)
file(WRITE ${OUTPUT} "#include <string_view>\n\nnamespace sohoa::models {\n\n"
  "std::string_view ${SYMBOL}();\n\n"
  "static const char ${SYMBOL}_text[] = R\"sohoa(${text})sohoa\";\n\n"
  "std::string_view ${SYMBOL}() { return {${SYMBOL}_text, sizeof ${SYMBOL}_text - 1}; }\n\n}  // namespace sohoa::models\n")
