#include "pipeline/sign/der.h"

#include <algorithm>
#include <cstddef>
#include <openssl/objects.h>

namespace sohoa::sign::der {

std::string element(unsigned char tag, std::string_view body) {
    std::string text(1, static_cast<char>(tag));
    if (body.size() < 0x80) {
        text += static_cast<char>(body.size());
    } else {
        std::string length;
        for (std::size_t rest = body.size(); rest != 0; rest >>= 8U) length += static_cast<char>(rest & 0xFFU);
        text += static_cast<char>(0x80U | length.size());
        text.append(length.rbegin(), length.rend());
    }
    text += body;
    return text;
}

std::string sequence(std::initializer_list<std::string_view> members) {
    std::string body;
    for (const std::string_view member : members) body += member;
    return element(tag_sequence, body);
}

std::string set_of(std::vector<std::string> members) {
    const auto as_bytes = [](const std::string& a, const std::string& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
            return static_cast<unsigned char>(x) < static_cast<unsigned char>(y);
        });
    };
    std::sort(members.begin(), members.end(), as_bytes);
    std::string body;
    for (const std::string& member : members) body += member;
    return element(tag_set, body);
}

std::string object_identifier(int nid) {
    const ASN1_OBJECT* object = OBJ_nid2obj(nid);
    if (object == nullptr) return {};
    return element(tag_object_identifier, {reinterpret_cast<const char*>(OBJ_get0_data(object)), OBJ_length(object)});
}

std::optional<Element> take(std::string_view& text) {
    if (text.size() < 2) return std::nullopt;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if ((byte(0) & 0x1FU) == 0x1FU) return std::nullopt;
    std::size_t header = 2;
    std::size_t length = byte(1);
    if (length >= 0x80) {
        const std::size_t digits = length & 0x7FU;
        if (digits == 0 || digits > 4 || text.size() < 2 + digits) return std::nullopt;
        length = 0;
        for (std::size_t k = 0; k < digits; ++k) length = length << 8U | byte(2 + k);
        header += digits;
    }
    if (length > text.size() - header) return std::nullopt;
    const Element found{byte(0), text.substr(header, length), text.substr(0, header + length)};
    text.remove_prefix(header + length);
    return found;
}

std::optional<Element> take(std::string_view& text, unsigned char tag) {
    if (text.empty() || static_cast<unsigned char>(text.front()) != tag) return std::nullopt;
    return take(text);
}

}  // namespace sohoa::sign::der
