#pragma once
#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"
#include "ocr/text/language/word_pairs.h"

namespace sohoa::ocr {

/// Parts words that a recogniser wrote together although a blank stands between them ("ngày14", "đơnvị"): wide blanks
/// in a line, as leaders and tables leave them, make it take narrow ones for none.
///
/// A word is parted at most once, where the widest gap of its ink is as wide as a blank (three tenths of a small
/// letter) and clearly wider than its other gaps, and only between a known word and digits or between two known words
/// that together are none. `ink` and the line in pixels of the level plane; `x_height` of its small letters, above 0.
/// Both parts keep what was read as their `raw`.
void part_words(Line& line, const Pieces& ink, double x_height, const WordPairs& words);

}  // namespace sohoa::ocr
