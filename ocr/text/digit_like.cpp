#include "ocr/text/digit_like.h"

#include <cstddef>
#include <string_view>

namespace sohoa::ocr {

char32_t digit_like(char32_t c) {
    if (c >= U'0' && c <= U'9') return c;
    constexpr std::u32string_view letters = U"OoØøQDÔÖIl|!][ìíÌÍÏïỊịTJjZzóbGSsB§gq";
    constexpr std::u32string_view digits = U"000000001111111111111111122666558899";
    static_assert(letters.size() == digits.size());
    const std::size_t at = letters.find(c);
    return at == std::u32string_view::npos ? 0 : digits[at];
}

}  // namespace sohoa::ocr
