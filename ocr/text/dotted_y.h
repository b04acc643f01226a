#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Writes ỵ where a y was read and a dot stands below it: Tesseract's models for Vietnamese have no such letter, and
/// write "Thuy" for "Thuỵ". Only in syllables that y alone can carry the tone of and that bear no other mark of tone
/// ("kỵ", "tỵ", "thuỵ", "quỵ"). What was read stays in Word::raw. `of` tells the ink of the same lines.
void write_dotted_y(const LineInk& of, std::vector<Line>& lines);

/// Whether there is such a syllable among the words at all.
bool has_bare_y(const std::vector<Line>& lines);

}  // namespace sohoa::ocr
