#include "pipeline/evaluate/scored_words.h"

#include <algorithm>

namespace sohoa::evaluate {

char32_t Numbering::of(std::u32string_view word) {
    return numbers_.try_emplace(std::u32string(word), static_cast<char32_t>(numbers_.size())).first->second;
}

ScoredWords words_of(const ScoredText& text, Numbering& numbering) {
    ScoredWords words;
    std::size_t begin = 0;
    while (begin < text.symbols.size()) {
        const std::size_t end = std::min(text.symbols.find(U' ', begin), text.symbols.size());
        if (end > begin) {
            words.text.push_back(std::u32string_view(text.symbols).substr(begin, end - begin));
            words.numbers.push_back(numbering.of(words.text.back()));
            const auto from = text.handwritten.begin() + static_cast<std::ptrdiff_t>(begin);
            const auto to = text.handwritten.begin() + static_cast<std::ptrdiff_t>(end);
            words.handwritten.push_back(std::find(from, to, true) != to);
        }
        begin = end + 1;
    }
    return words;
}

}  // namespace sohoa::evaluate
