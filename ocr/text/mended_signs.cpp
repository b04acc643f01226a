#include "ocr/text/mended_signs.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

// Small letters: a hyphen has 0.5 to 0.7, the dash of half an em 1.0 to 1.1, that of an em 2.1.
constexpr double narrowest_half_dash = 0.92;
constexpr double widest_half_dash = 1.6;
constexpr double highest_of_signs = 0.7;  // small letters
constexpr double high_as_digits = 0.75;   // of the highest piece: digits
constexpr double small_sign = 0.5;        // of the highest piece: commas and points
constexpr double below_digits = 0.08;     // of the highest piece: commas reach that far below digits

/// The ink of a word from left to right; commas may reach out of its box below.
std::vector<Box> ink_of_word(const Word& word, const Pieces& ink) {
    std::vector<Box> boxes;
    const int below = word.box.height / 4;
    for (const Piece& piece : ink.pieces) {
        const Point centre = piece.box.centre();
        const bool within = centre.x >= word.box.x && centre.x < word.box.right() && centre.y >= word.box.y &&
                            centre.y < word.box.bottom() + below;
        if (within) boxes.push_back(piece.box);
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.centre().x < b.centre().x; });
    return boxes;
}

/// Whether a sign behind the first `before` digits makes a number as it is written: three digits behind a point, one or
/// two behind a comma, no idle nought in front. What else looks like a sign is dirt.
bool may_stand(bool is_comma, const std::u32string& digits, std::size_t before) {
    constexpr std::size_t group = 3;
    const std::size_t behind = digits.size() - before;
    if (is_comma ? behind >= group : behind != group || before > group) return false;
    return digits.front() != U'0' || (is_comma && before == 1);
}

/// "421", "42/1" → "42,1"; the text as it is where the ink does not tell.
std::u32string with_decimal_sign(const std::u32string& text, const std::vector<Box>& ink) {
    const std::size_t slash = text.find(U'/');
    std::u32string digits = text;
    if (slash != std::u32string::npos) digits.erase(slash, 1);
    if (digits.size() < 2 || !std::all_of(digits.begin(), digits.end(), is_digit)) return text;
    int highest = 0;
    for (const Box& box : ink) highest = std::max(highest, box.height);
    std::size_t before = 0;
    std::size_t count = 0;
    const Box* sign = nullptr;
    int base = 0;
    for (const Box& box : ink) {
        if (box.height >= high_as_digits * highest) {
            ++count;
            base = std::max(base, box.bottom());
        } else if (sign == nullptr && box.height <= small_sign * highest && box.width <= small_sign * highest) {
            sign = &box;
            before = count;
        } else {
            return text;
        }
    }
    if (sign == nullptr || count != digits.size() || before == 0 || before == count) return text;
    if (slash != std::u32string::npos && before != slash) return text;
    if (sign->bottom() < base - small_sign / 2 * highest || sign->centre().y < base - small_sign * highest) return text;
    const bool is_comma = sign->bottom() > base + below_digits * highest;
    if (!may_stand(is_comma, digits, before)) return text;
    digits.insert(before, 1, is_comma ? U',' : U'.');
    return digits;
}

/// "27I02/1957" → "27/02/1957", "12_" → "12".
std::u32string with_plain_signs(std::u32string text) {
    if (text.size() > 1 && text.back() == U'_' && std::all_of(text.begin(), text.end() - 1, is_digit)) text.pop_back();
    const auto is_slash = [](char32_t c) { return c == U'/' || c == U'I' || c == U'l' || c == U'|'; };
    const bool may_be_date = text.size() == 10 && is_slash(text[2]) && is_slash(text[5]) &&
                             (text[2] == U'/' || text[5] == U'/') &&
                             std::count_if(text.begin(), text.end(), is_digit) == 8;
    if (may_be_date) text[2] = text[5] = U'/';
    return text;
}

/// `width` of the word's box: a thin dash may be too faint to count as ink.
std::u32string by_itself(const std::u32string& text, const std::vector<Box>& ink, int width, double x_height) {
    if (text == U"„") return U",";
    const int stroke = ink.empty() ? width : ink.back().right() - ink.front().x;
    if (text == U"—" && stroke <= widest_half_dash * x_height) return U"–";
    if (text == U"-" && ink.size() == 1 && stroke >= narrowest_half_dash * x_height &&
        stroke <= widest_half_dash * x_height)
        return U"–";
    if (ink.empty()) return text;
    const bool low =
        std::all_of(ink.begin(), ink.end(), [&](const Box& box) { return box.height < highest_of_signs * x_height; });
    if ((text == U"H" || text == U"I") && ink.size() == 2 &&
        std::all_of(ink.begin(), ink.end(), [](const Box& box) { return box.width < box.height / 2; }))
        return U"II";
    if (text == U"X" && ink.size() == 1 && ink.front().height <= x_height) return U"x";
    if (text == U"i" && ink.size() == 2 && low) return U";";
    return text;
}

/// From left to right.
bool is_two_strokes_and_a_point(const std::vector<Box>& ink) {
    const auto is_stroke = [](const Box& box) { return box.width < box.height / 2; };
    return ink.size() == 3 && is_stroke(ink[0]) && is_stroke(ink[1]) && 2 * ink[2].height < ink[1].height;
}

/// Without a quotation mark before a letter where the word's first piece of ink is as high as a letter.
std::u32string without_unseen_quote(std::u32string text, const std::vector<Box>& ink) {
    int highest = 0;
    for (const Box& box : ink) highest = std::max(highest, box.height);
    const auto first = std::min_element(ink.begin(), ink.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
    if (first != ink.end() && first->height >= high_as_digits * highest) text.erase(0, 1);
    return text;
}

bool begins_with_quote(const std::u32string& text) {
    constexpr std::u32string_view quotes = U"'\"‘“";
    return text.size() > 2 && quotes.find(text.front()) != std::u32string_view::npos && is_capital(text[1]);
}

}  // namespace

void mend_signs(Line& line, const Pieces& ink, double x_height) {
    for (Word& word : line.words) {
        const std::u32string read = to_utf32(word.text);
        if (read.empty()) continue;
        std::u32string text = with_plain_signs(read);
        const bool single = text.size() == 1 && !is_digit(text.front());
        const bool roman = text == U"H.";
        const bool number = text.size() >= 2 && is_digit(text.front()) && is_digit(text.back());
        if (roman) {
            if (is_two_strokes_and_a_point(ink_of_word(word, ink))) text = U"II.";
        } else if (single) {
            text = by_itself(text, ink_of_word(word, ink), word.box.width, x_height);
        } else if (begins_with_quote(text)) {
            text = without_unseen_quote(std::move(text), ink_of_word(word, ink));
        } else if (number && text.size() <= 8) {
            text = with_decimal_sign(text, ink_of_word(word, ink));
        }
        if (text == read) continue;
        if (word.raw.empty()) word.raw = word.text;
        word.text = to_utf8(text);
        word.symbols.clear();
    }
}

}  // namespace sohoa::ocr
