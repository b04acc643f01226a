#pragma once
#include <string>
#include <string_view>

namespace sohoa {

/// Text as it may stand in XML and HTML, between tags and in attributes in double quotes.
std::string xml_escaped(std::string_view text);

/// The same of valid UTF-8 that is one line, without what XML 1.0 forbids (control characters, U+FFFE, U+FFFF) and
/// without tabs and line ends.
std::string xml_line(std::string_view text);

}  // namespace sohoa
