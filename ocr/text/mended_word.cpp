#include "ocr/text/mended_word.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "ocr/text/language/word_pairs.h"

namespace sohoa::ocr {

namespace {

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

/// Only words of digits and the signs of numbers count as numbers, with one letter beside a digit or a decimal sign.
void mend_digit(std::u32string& text) {
    std::size_t letter = text.size();
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (is_digit(text[k]) || is_sign(text[k])) continue;
        if (letter != text.size() || digit_for(text[k]) == 0) return;
        letter = k;
    }
    if (letter == text.size() || std::none_of(text.begin(), text.end(), is_digit)) return;
    const auto near_number = [&](std::size_t k) {
        return k < text.size() && (is_digit(text[k]) || text[k] == U',' || text[k] == U'.');
    };
    if (near_number(letter + 1) || (letter > 0 && near_number(letter - 1))) text[letter] = digit_for(text[letter]);
}

/// A paragraph's sign before a time or a number is an 8: "§h30".
void mend_eight(std::u32string& text) {
    for (std::size_t k = 0; k + 1 < text.size(); ++k) {
        if (text[k] != U'§') continue;
        const bool hour = text[k + 1] == U'h' && k + 2 < text.size() && is_digit(text[k + 2]);
        if (hour || is_digit(text[k + 1]) || (k > 0 && is_digit(text[k - 1]))) text[k] = U'8';
    }
}

void mend_letters(std::u32string& text) {
    std::replace(text.begin(), text.end(), U'ð', U'đ');
    std::replace(text.begin(), text.end(), U'¡', U'i');
    std::replace(text.begin(), text.end(), U'⁄', U'/');
    std::replace(text.begin(), text.end(), U'ƒ', U'f');  // an italic one
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text[k] != U'{') continue;
        const bool within =
            (k > 0 && is_vietnamese_letter(text[k - 1])) || (k + 1 < text.size() && is_vietnamese_letter(text[k + 1]));
        const bool closed = text.find(U'}', k) != std::u32string::npos;
        if (within && !closed) text[k] = U'f';
    }
    for (std::size_t eth = 0; (eth = text.find(U'Ð', eth)) != std::u32string::npos;) {
        // Beside a Đ it is the same letter read twice.
        const bool twice = (eth + 1 < text.size() && text[eth + 1] == U'Đ') || (eth > 0 && text[eth - 1] == U'Đ');
        text.replace(eth, 1, twice ? U"" : U"Đ");
    }
}

/// A letter with a mark that Vietnamese does not have, where the letter without it makes a Vietnamese word: "đaï",
/// "ñgày". In others it may be a foreign name, or a scrawl.
void mend_foreign_marks(std::u32string& text) {
    constexpr std::u32string_view foreign = U"ïîÏÎÿŸñÑäÄëËöÖüÜåÅçÇšŠžŽ";
    std::u32string plain = text;
    for (char32_t& c : plain) {
        if (foreign.find(c) != std::u32string_view::npos) c = to_utf32(without_marks(to_utf8({&c, 1}))).front();
    }
    constexpr std::size_t least = 2;  // letters: a lone one may be anything
    if (plain == text || plain.size() < least) return;
    constexpr std::u32string_view signs = U".,;:()\"“”";
    const std::size_t begin = plain.find_first_not_of(signs);
    const std::size_t end = plain.find_last_not_of(signs);
    if (begin == std::u32string::npos) return;
    const std::u32string word = plain.substr(begin, end - begin + 1);
    if (WordPairs::built_in().find(to_utf8(word)) != WordPairs::none) text = plain;
}

/// "m?", "(m?)", "km?;", "m°": a metre that asks nothing.
void mend_square(std::u32string& text) {
    const std::size_t at = std::min(text.find(U"m?"), text.find(U"m°"));
    if (at == std::u32string::npos) return;
    const std::u32string_view before = std::u32string_view(text).substr(0, at);
    const std::u32string_view behind = std::u32string_view(text).substr(at + 2);
    const auto only = [](std::u32string_view part, std::u32string_view signs) {
        return part.find_first_not_of(signs) == std::u32string_view::npos;
    };
    if (only(before, U"(0123456789.,kcd") && (only(behind, U")/.,;:") || behind.front() == U'/')) text[at + 1] = U'²';
}

}  // namespace

std::string mended_word(std::string_view word) {
    std::u32string text = to_utf32(word);
    mend_letters(text);
    mend_foreign_marks(text);
    mend_eight(text);
    mend_digit(text);
    mend_square(text);
    return to_utf8(text);
}

}  // namespace sohoa::ocr
