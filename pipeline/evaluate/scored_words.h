#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/evaluate/scored_text.h"

namespace sohoa::evaluate {

/// Numbers for words, the same word the same number wherever it stands.
class Numbering {
public:
    char32_t of(std::u32string_view word);

private:
    std::unordered_map<std::u32string, char32_t> numbers_;
};

/// The words of a text as symbols that edit distances compare.
struct ScoredWords {
    std::u32string numbers;
    std::vector<bool> handwritten;          ///< touched by handwriting
    std::vector<std::u32string_view> text;  ///< within the text they were taken from, which must outlive them
};

ScoredWords words_of(const ScoredText& text, Numbering& numbering);

}  // namespace sohoa::evaluate
