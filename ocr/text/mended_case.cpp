#include "ocr/text/mended_case.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

// In heights of small letters. Capitals of text faces are 1.4 to 1.5 high.
constexpr double highest_small = 1.16;
constexpr double lowest_capital = 1.3;

/// In which case a letter is written; `either` where both have one shape.
enum class Shape { none, small, capital, either };

Shape shape_of(char32_t c) {
    if (!is_vietnamese_letter(c)) return Shape::none;
    constexpr std::u32string_view alike = U"cosuvxzw";
    const std::u32string base = to_utf32(lower(without_marks(to_utf8({&c, 1}))));
    if (base.size() == 1 && alike.find(base.front()) != std::u32string_view::npos) return Shape::either;
    return is_capital(c) ? Shape::capital : Shape::small;
}

/// Marks merge with the letter below them in bad print; of these letters what stands on the line is the letter alone.
bool is_plain(char32_t c) {
    constexpr std::u32string_view plain = U"cosuvxzwCOSUVXZW";
    return plain.find(c) != std::u32string_view::npos;
}

/// Whether small letters and no heading in capitals make up most of the words.
bool tells_small_letters(const std::vector<Word>& words, const WordGroup& group) {
    int small = 0;
    int capital = 0;
    for (std::size_t w = group.first; w < group.end; ++w) {
        for (const char32_t c : to_utf32(words[w].text)) {
            const Shape shape = shape_of(c);
            small += shape == Shape::small ? 1 : 0;
            capital += shape == Shape::capital ? 1 : 0;
        }
    }
    return small >= 4 && small > 2 * capital;
}

/// Heights of the letters of a word that stand on its line, from the left; marks apart.
std::vector<double> heights_in(const Word& word, const WordGroup& group, const std::vector<Box>& ink) {
    std::vector<Box> letters;
    for (const Box& box : ink) {
        const double middle = box.centre().x;
        if (middle < word.box.x || middle >= word.box.right()) continue;
        if (box.height < 0.6 * group.small || std::abs(box.bottom() - group.base) > 0.3 * group.small) continue;
        letters.push_back(box);
    }
    std::sort(letters.begin(), letters.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
    std::vector<double> heights;
    for (const Box& box : letters) heights.push_back(box.height / group.small);
    return heights;
}

/// The word as its ink is high; as it was read where the ink leaves it open. Only the first word of a line is given a
/// capital: a small letter that touches what stands above it is high too.
std::u32string recased(const std::u32string& text, const std::vector<double>& heights, bool first_of_line) {
    const auto first = std::find_if(text.begin(), text.end(), is_vietnamese_letter);
    if (first == text.end() || heights.empty()) return text;
    const auto letters = static_cast<std::size_t>(std::count_if(first, text.end(), is_vietnamese_letter));
    const auto all = [&](auto holds) {
        return std::all_of(text.begin(), text.end(), [&](char32_t c) { return !is_vietnamese_letter(c) || holds(c); });
    };
    const auto low = [](double height) { return height < highest_small; };
    if (letters >= 2 && all(is_capital) && all([](char32_t c) { return shape_of(c) == Shape::either; }) &&
        heights.size() >= 2 && std::all_of(heights.begin(), heights.end(), low)) {
        return to_utf32(lower(to_utf8(text)));
    }
    // The first letter, where the ink of the word begins with it.
    if (letters < 2 || first != text.begin() || shape_of(*first) != Shape::either) return text;
    const bool rest_small = std::all_of(first + 1, text.end(), [](char32_t c) { return !is_capital(c); });
    if (!rest_small) return text;
    std::u32string result = text;
    const std::string letter = to_utf8({&*first, 1});
    if (is_capital(*first) && low(heights.front())) result.front() = to_utf32(lower(letter)).front();
    if (first_of_line && !is_capital(*first) && is_plain(*first) && heights.front() > lowest_capital) {
        result.front() = to_utf32(upper(letter)).front();
    }
    return result;
}

}  // namespace

void mend_case(const LineInk& of, std::vector<Line>& lines) {
    std::vector<std::vector<Box>> ink(of.groups().size());
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) >= 0) ink[static_cast<std::size_t>(of.owner(k))].push_back(of.ink().pieces[k].box);
    }
    for (std::size_t g = 0; g < of.groups().size(); ++g) {
        const WordGroup& group = of.groups()[g];
        std::vector<Word>& words = lines[group.line].words;
        if (group.small <= 0 || !tells_small_letters(words, group)) continue;
        for (std::size_t w = group.first; w < group.end; ++w) {
            Word& word = words[w];
            const std::u32string text = to_utf32(word.text);
            if (std::none_of(text.begin(), text.end(), [](char32_t c) { return shape_of(c) == Shape::either; }))
                continue;
            const std::u32string mended = recased(text, heights_in(word, group, ink[g]), w == 0);
            if (mended == text) continue;
            if (word.raw.empty()) word.raw = word.text;
            word.text = to_utf8(mended);
            word.symbols.clear();
        }
    }
}

}  // namespace sohoa::ocr
