#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Letters whose capital has the shape of the small letter (c o ơ s u v x …) are told by their height alone, which a
/// recogniser that sees one word at a time gets wrong: "các CƠ SỞ giáo dục", "về việc" at the head of a title. Words in
/// which nothing but such letters stands, and such first letters, are written as their ink is high, among words whose
/// small letters tell how high small letters are. What was read stays in Word::raw. `of` tells the ink of the same
/// lines.
void mend_case(const LineInk& of, std::vector<Line>& lines);

}  // namespace sohoa::ocr
