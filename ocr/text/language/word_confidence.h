#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/language/word_pairs.h"

namespace sohoa::ocr {

/// Makes of each word's confidence how likely it is to be right, 0 … 1: what the networks say of themselves is no share
/// of right words. How the word's letters stand out from their rivals, whether a second network agrees, whether it is a
/// word, how likely it is between its neighbours and whether its signs make sense are weighed by logistic regression
/// (Platt, "Probabilistic outputs for support vector machines", 1999), words with digits by one of their own. `blocks`
/// in reading order, their words with symbols and second readings; corrections are done. Lines are gathered again.
void calibrate_confidence(std::vector<Block>& blocks, const WordPairs& pairs);

}  // namespace sohoa::ocr
