#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The little of DER (ITU-T X.690) that a signature container needs.
namespace sohoa::sign::der {

inline constexpr unsigned char tag_integer = 0x02;
inline constexpr unsigned char tag_octet_string = 0x04;
inline constexpr unsigned char tag_null = 0x05;
inline constexpr unsigned char tag_object_identifier = 0x06;
inline constexpr unsigned char tag_sequence = 0x30;
inline constexpr unsigned char tag_set = 0x31;
inline constexpr unsigned char tag_context_0 = 0xA0;  ///< [0], constructed

/// Tag, length and body.
std::string element(unsigned char tag, std::string_view body);

std::string sequence(std::initializer_list<std::string_view> members);

/// SET OF: members in the order that DER demands, whatever order they came in.
std::string set_of(std::vector<std::string> members);

/// By OpenSSL's number of the object (`NID_…`).
std::string object_identifier(int nid);

/// One element of a DER text.
struct Element {
    unsigned char tag = 0;
    std::string_view body;
    std::string_view whole;  ///< with tag and length
};

/// Takes the first element off `text`. nullopt where there is none or it is longer than the text; tags above 30 and
/// indefinite lengths are not read.
std::optional<Element> take(std::string_view& text);

/// The same, only where the element has this tag.
std::optional<Element> take(std::string_view& text, unsigned char tag);

}  // namespace sohoa::sign::der
