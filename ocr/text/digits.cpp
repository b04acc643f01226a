#include "ocr/text/digits.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_sign(char32_t c) {
    return std::u32string_view(U".,:/-%()+").find(c) != std::u32string_view::npos;
}

/// 0 where a letter stands for no digit.
char32_t digit_for(char32_t letter) {
    switch (letter) {
        case U'ó':
        case U'ố':
            return U'6';
        case U'o':
        case U'O':
            return U'0';
        default:
            return 0;
    }
}

}  // namespace

std::string with_mended_digits(std::string_view word) {
    std::u32string text = to_utf32(word);
    std::size_t letter = text.size();
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (is_digit(text[k]) || is_sign(text[k])) continue;
        if (letter != text.size() || digit_for(text[k]) == 0) return std::string(word);
        letter = k;
    }
    if (letter == text.size() || std::none_of(text.begin(), text.end(), is_digit)) return std::string(word);
    const auto near_number = [&](std::size_t k) {
        return k < text.size() && (is_digit(text[k]) || text[k] == U',' || text[k] == U'.');
    };
    if (!near_number(letter + 1) && (letter == 0 || !near_number(letter - 1))) return std::string(word);
    text[letter] = digit_for(text[letter]);
    return to_utf8(text);
}

}  // namespace sohoa::ocr
