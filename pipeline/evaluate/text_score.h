#pragma once
#include <string_view>

#include "pipeline/evaluate/wilson.h"

namespace sohoa::evaluate {

/// How well a text was read. Each share is errors of symbols, or, for `free_words`, words found of words wanted.
/// Handwriting is no part of any but `handwriting`.
struct TextScore {
    Share characters;   ///< CER: edits of printed characters in the truth
    Share words;        ///< WER: the same on words
    Share base;         ///< CER without marks
    Share lines;        ///< edits when each line of the truth may stand anywhere in the output
    Share free_words;   ///< words found regardless of order, of words in the truth
    Share handwriting;  ///< edits that the handwritten characters add, of handwritten characters

    TextScore& operator+=(const TextScore& other);
};

/// Scores a page or a whole document. Words touched by handwriting count for nothing on words. `lines` stays empty
/// beyond 100 000 characters, where trying every line everywhere would take minutes.
TextScore score_text(std::string_view truth, std::string_view output);

/// What a missing output costs: every character and word lost.
TextScore total_loss(std::string_view truth);

}  // namespace sohoa::evaluate
