#pragma once
#include <string>
#include <string_view>

namespace sohoa {

/// Text as it may stand in XML and HTML, between tags and in attributes in double quotes.
std::string xml_escaped(std::string_view text);

}  // namespace sohoa
