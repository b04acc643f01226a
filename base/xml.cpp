#include "base/xml.h"

namespace sohoa {

std::string xml_escaped(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string xml_line(std::string_view text) {
    std::string allowed;
    allowed.reserve(text.size());
    for (std::size_t k = 0; k < text.size(); ++k) {
        const std::string_view rest = text.substr(k);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            k += 2;
        } else if (static_cast<unsigned char>(text[k]) >= 0x20) {
            allowed += text[k];
        }
    }
    return xml_escaped(allowed);
}

}  // namespace sohoa
