#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/language/word_pairs.h"

namespace sohoa::ocr {

/// Takes for words the reading that Vietnamese makes more likely, where the recogniser was in doubt: most errors of
/// Vietnamese print lie in marks a pixel or two high ("công bồ", "Chính phú", "Đảo tạo"), and the words beside tell
/// which was meant. `blocks` in reading order, their words with symbols.
///
/// A noisy channel (Kernighan, Church and Gale, "A spelling correction program based on a noisy channel model", 1990):
/// of all readings of a chain of words the one is taken with the highest sum of how likely its words are behind each
/// other and what the image speaks against its letters; found by Viterbi's way. What the image shows clearly stays.
/// Letters are only changed for others with the same case; digits, signs, codes and words that are no syllable stay
/// untouched, and names need more. What was read stays in `raw`.
void take_likely_words(std::vector<Block>& blocks, const WordPairs& pairs);

}  // namespace sohoa::ocr
