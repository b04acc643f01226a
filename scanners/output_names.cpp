#include "scanners/output_names.h"

#include "base/sha256.h"

namespace sohoa::scanners {

namespace {

constexpr std::size_t hash_digits = 8;

/// The longest beginning of at most `size` bytes that ends between two characters.
std::string_view whole_characters(std::string_view text, std::size_t size) {
    if (text.size() <= size) return text;
    std::size_t end = size;
    // Bytes 10xxxxxx continue a character, at most three of them; names that are no UTF-8 are cut anywhere.
    for (int k = 0; k < 3 && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80; ++k) --end;
    if ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) end = size;
    return text.substr(0, end);
}

std::string shortened(std::string_view stem, std::string_view name) {
    const std::string tail = "~" + hex(sha256(name)).substr(0, hash_digits);
    return std::string(whole_characters(stem, longest_stem - tail.size())) + tail;
}

}  // namespace

std::string stem_of(std::string_view file_name) {
    const std::size_t dot = file_name.rfind('.');
    // A name that begins with its only dot has no extension.
    const std::string_view stem = dot == std::string_view::npos || dot == 0 ? file_name : file_name.substr(0, dot);
    return stem.size() <= longest_stem ? std::string(stem) : shortened(stem, file_name);
}

bool OutputNames::is_free(const std::string& stem) const {
    // "a.signed.pdf" would be the signed original of "a" as well as the result of "a.signed".
    static constexpr std::string_view of_signed = ".signed";
    if (taken_.contains(stem) || taken_.contains(stem + std::string(of_signed))) return false;
    return !stem.ends_with(of_signed) || !taken_.contains(stem.substr(0, stem.size() - of_signed.size()));
}

std::string OutputNames::take(const std::string& stem) {
    std::string name = stem;
    for (int number = 2; !is_free(name) || (number > 2 && expected_.contains(name)); ++number) {
        name = stem + "-" + std::to_string(number);
        if (name.size() > longest_stem) name = shortened(stem, name);
    }
    taken_.insert(name);
    return name;
}

}  // namespace sohoa::scanners
