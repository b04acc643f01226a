#include "ocr/text/language/word_context.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/vietnamese.h"

namespace sohoa::ocr {

bool has_digit(const std::u32string& text) {
    return std::any_of(text.begin(), text.end(), is_digit);
}

WordCore core_of(const std::string& word) {
    const std::u32string text = to_utf32(word);
    std::size_t begin = 0;
    std::size_t end = text.size();
    while (begin < end && !is_letter_or_digit(text[begin])) ++begin;
    while (end > begin && !is_letter_or_digit(text[end - 1])) --end;
    return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

double oddity_of(const std::string& word) {
    constexpr std::u32string_view usual = U".,;:/-–()\"'“”+%?!&²…";
    const std::u32string text = to_utf32(word);
    double odd = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const char32_t c = text[k];
        if (!is_letter_or_digit(c) && usual.find(c) == std::u32string_view::npos) odd += 1;
        if (k == 0) continue;
        const char32_t before = text[k - 1];
        const bool small = is_vietnamese_letter(c) && !is_capital(c);
        const bool small_before = is_vietnamese_letter(before) && !is_capital(before);
        const bool capital = is_vietnamese_letter(c) && is_capital(c);
        if ((is_digit(c) && small_before) || (small && is_digit(before))) odd += 0.5;
        if (capital && (small_before || is_digit(before))) odd += 0.5;
        if (k + 1 == text.size() && usual.find(c) != std::u32string_view::npos && usual.find(before) < 4) odd += 0.5;
    }
    return odd;
}

std::vector<Word*> words_in(Block& block) {
    std::vector<Word*> words;
    for (Line& line : block.lines) {
        for (Word& word : line.words) words.push_back(&word);
    }
    return words;
}

Neighbours neighbours_of(const std::vector<Word*>& words, std::size_t k, const WordPairs& pairs) {
    Neighbours beside;
    if (k > 0) {
        const WordCore core = core_of(words[k - 1]->text);
        if (core.behind.empty()) beside.before = pairs.find(to_utf8(core.letters));
    }
    if (k + 1 < words.size()) {
        const WordCore core = core_of(words[k + 1]->text);
        if (core.before.empty()) beside.behind = pairs.find(to_utf8(core.letters));
    }
    return beside;
}

double logit_of(double confidence) {
    constexpr double highest = 0.9715;
    const double share = std::clamp(confidence / highest, 0.003, 0.999);
    return std::log(share / (1 - share));
}

}  // namespace sohoa::ocr
