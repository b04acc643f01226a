#include "ocr/text/dotted_y.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

/// Where the y of a syllable stands in a word that is nothing but the syllable and signs around it. Onsets before y by
/// itself, and before the u that makes it "uy".
std::optional<std::size_t> bare_y(const std::u32string& word) {
    constexpr std::array<std::u32string_view, 8> onsets{U"k", U"t", U"l", U"m", U"v", U"h", U"s", U"qu"};
    constexpr std::array<std::u32string_view, 10> onsets_of_uy{U"th", U"ng", U"t",  U"l",  U"h",
                                                               U"s",  U"kh", U"nh", U"tr", U"d"};
    const auto is_letter = [](char32_t c) { return is_vietnamese_letter(c); };
    const auto first = std::find_if(word.begin(), word.end(), is_letter);
    const auto behind = std::find_if_not(first, word.end(), is_letter);
    if (std::any_of(behind, word.end(), is_letter)) return std::nullopt;
    const std::u32string syllable = to_utf32(lower(to_utf8(std::u32string(first, behind))));
    if (syllable.size() < 2 || syllable.back() != U'y') return std::nullopt;
    const std::u32string_view onset = std::u32string_view(syllable).substr(0, syllable.size() - 1);
    const bool carries = std::find(onsets.begin(), onsets.end(), onset) != onsets.end();
    const bool with_u = onset.ends_with(U'u') && std::find(onsets_of_uy.begin(), onsets_of_uy.end(),
                                                           onset.substr(0, onset.size() - 1)) != onsets_of_uy.end();
    if (!carries && !with_u) return std::nullopt;
    return static_cast<std::size_t>(behind - word.begin()) - 1;
}

/// Dots of a group that stand wholly below its base, and not far.
std::vector<Box> dots_below(const LineInk& of, std::size_t group) {
    std::vector<Box> dots;
    const WordGroup& words = of.groups()[group];
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) != static_cast<int>(group)) continue;
        const Piece& piece = of.ink().pieces[k];
        const double below = piece.box.y - words.base;
        if (is_dot(piece, words.small) && below > 0 && below < 0.7 * words.small) dots.push_back(piece.box);
    }
    return dots;
}

/// Whether a dot stands under the letter at `index` of a word, going by its share of the word's width.
bool stands_under(const Box& dot, const Word& word, std::size_t index, std::size_t length) {
    const double letter = 1.0 * word.box.width / static_cast<double>(length);
    const double at = word.box.x + letter * (static_cast<double>(index) + 0.5);
    return std::abs(dot.centre().x - at) < letter;
}

}  // namespace

bool has_bare_y(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        return std::any_of(line.words.begin(), line.words.end(),
                           [](const Word& word) { return bare_y(to_utf32(word.text)).has_value(); });
    });
}

void write_dotted_y(const LineInk& of, std::vector<Line>& lines) {
    for (std::size_t g = 0; g < of.groups().size(); ++g) {
        const WordGroup& group = of.groups()[g];
        std::optional<std::vector<Box>> dots;
        for (std::size_t w = group.first; w < group.end; ++w) {
            Word& word = lines[group.line].words[w];
            std::u32string text = to_utf32(word.text);
            const auto y = bare_y(text);
            if (!y) continue;
            if (!dots) dots = dots_below(of, g);
            const bool dotted = std::any_of(dots->begin(), dots->end(),
                                            [&](const Box& dot) { return stands_under(dot, word, *y, text.size()); });
            if (!dotted) continue;
            text[*y] = text[*y] == U'Y' ? U'Ỵ' : U'ỵ';
            std::string before = std::exchange(word.text, to_utf8(text));
            if (word.raw.empty()) word.raw = std::move(before);
        }
    }
}

}  // namespace sohoa::ocr
