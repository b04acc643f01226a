#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/language/word_pairs.h"

namespace sohoa::ocr {

/// Where a second network read a word otherwise (Word::second), takes the likelier of both. Confidences of two networks
/// do not compare by themselves: how likely each word is between its neighbours, whether it is a word at all, and
/// whether its signs make sense count as well, weighed by logistic regression. `blocks` in reading order. What the
/// first network said stays in `raw`.
void take_likelier_readings(std::vector<Block>& blocks, const WordPairs& pairs);

}  // namespace sohoa::ocr
