#include "ocr/text/lost_spaces.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr double least_blank = 0.3;      // of a small letter
constexpr double wider_than_gaps = 1.4;  // of the word's next widest gap
constexpr double misplaced = 0.14;       // of the word's width: how far the gap may be from where letters end
constexpr std::size_t longest = 24;      // letters

struct InkGap {
    int begin;
    int end;
};

struct WordInk {
    Box box;
    std::vector<InkGap> gaps;
};

WordInk ink_within(const Word& word, const Pieces& ink) {
    std::vector<Box> boxes;
    for (const Piece& piece : ink.pieces) {
        const Point centre = piece.box.centre();
        const bool within = centre.x >= word.box.x && centre.x < word.box.right() && centre.y >= word.box.y &&
                            centre.y < word.box.bottom();
        if (within) boxes.push_back(piece.box);
    }
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.x < b.x; });
    WordInk found;
    for (const Box& box : boxes) {
        if (!found.box.empty() && box.x > found.box.right()) found.gaps.push_back({found.box.right(), box.x});
        found.box = bounding(found.box, box);
    }
    return found;
}

/// How wide a letter is beside others, roughly: the usual small one is 1.
double advance_of(char32_t c) {
    constexpr std::u32string_view narrow = U"iíìỉĩịltfjrI.,;:'()[]/-";
    constexpr std::u32string_view wide = U"mwMW";
    if (narrow.find(c) != std::u32string_view::npos) return 0.6;
    if (wide.find(c) != std::u32string_view::npos) return 1.6;
    return is_capital(c) ? 1.35 : 1.0;
}

bool are_digits(std::u32string_view text) {
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= U'0' && c <= U'9'; });
}

bool is_known(std::u32string_view text, const WordPairs& words) {
    return text.size() >= 2 && std::all_of(text.begin(), text.end(), is_vietnamese_letter) &&
           words.find(to_utf8(text)) != WordPairs::none;
}

/// Capitals beside digits are codes ("DI5") unless they are a longer word ("NGÀY 14").
bool is_word_beside_number(std::u32string_view text, const WordPairs& words) {
    constexpr std::size_t longest_code = 3;
    return is_known(text, words) && (text.size() > longest_code || !std::all_of(text.begin(), text.end(), is_capital));
}

/// The text without the signs that may stand behind a word.
std::u32string_view without_signs(std::u32string_view text) {
    constexpr std::u32string_view signs = U".,;:)";
    while (!text.empty() && signs.find(text.back()) != std::u32string_view::npos) text.remove_suffix(1);
    return text;
}

/// How many letters stand before the gap; nullopt where no two words meet there.
std::optional<std::size_t> letters_before(double share, std::u32string_view text, const WordPairs& words) {
    double all = 0;
    for (const char32_t c : text) all += advance_of(c);
    std::optional<std::size_t> best;
    double least = misplaced;
    double before = 0;
    for (std::size_t k = 1; k < text.size(); ++k) {
        before += advance_of(text[k - 1]);
        const double off = std::abs(before / all - share);
        if (off >= least) continue;
        const std::u32string_view left = text.substr(0, k);
        const std::u32string_view right = without_signs(text.substr(k));
        const bool left_is_number = are_digits(left);
        const bool right_is_number = !right.empty() && are_digits(right);
        const bool parts = left_is_number    ? is_word_beside_number(right, words)
                           : right_is_number ? is_word_beside_number(left, words)
                                             : is_known(left, words) && is_known(right, words);
        if (!parts) continue;
        least = off;
        best = k;
    }
    return best;
}

std::optional<std::pair<Word, Word>> parted(const Word& word, const Pieces& ink, double x_height,
                                            const WordPairs& words) {
    const std::u32string text = to_utf32(word.text);
    if (text.size() < 3 || text.size() > longest || is_known(without_signs(text), words) || are_digits(text)) return {};
    WordInk found = ink_within(word, ink);
    if (found.gaps.empty()) return {};
    std::sort(found.gaps.begin(), found.gaps.end(),
              [](const InkGap& a, const InkGap& b) { return a.end - a.begin > b.end - b.begin; });
    const InkGap gap = found.gaps.front();
    const int width = gap.end - gap.begin;
    const double small = std::min<double>(x_height, found.box.height);
    if (width < least_blank * small) return {};
    if (found.gaps.size() > 1 && width < wider_than_gaps * (found.gaps[1].end - found.gaps[1].begin)) return {};
    const double share = (0.5 * (gap.begin + gap.end) - found.box.x) / found.box.width;
    const auto before = letters_before(share, text, words);
    if (!before) return {};
    std::pair<Word, Word> parts{word, word};
    auto& [left, right] = parts;
    left.quad = right.quad = std::nullopt;
    left.raw = right.raw = word.raw.empty() ? word.text : word.raw;
    left.text = to_utf8(std::u32string_view(text).substr(0, *before));
    right.text = to_utf8(std::u32string_view(text).substr(*before));
    left.box.width = gap.begin - word.box.x;
    right.box.x = gap.end;
    right.box.width = word.box.right() - gap.end;
    left.symbols = right.symbols = {};
    left.second = right.second = {};
    if (word.symbols.size() == text.size()) {
        const auto middle = word.symbols.begin() + static_cast<std::ptrdiff_t>(*before);
        left.symbols.assign(word.symbols.begin(), middle);
        right.symbols.assign(middle, word.symbols.end());
    }
    return parts;
}

}  // namespace

void part_words(Line& line, const Pieces& ink, double x_height, const WordPairs& words) {
    for (std::size_t k = 0; k < line.words.size(); ++k) {
        auto parts = parted(line.words[k], ink, x_height, words);
        if (!parts) continue;
        line.words[k] = std::move(parts->first);
        ++k;
        line.words.insert(line.words.begin() + static_cast<std::ptrdiff_t>(k), std::move(parts->second));
    }
}

}  // namespace sohoa::ocr
