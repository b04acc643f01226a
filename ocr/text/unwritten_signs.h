#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Signs that no model can write, written where spelling asks for them and their ink shows them; what was read stays as
/// `raw`:
///
/// - "•" at the head of a line (read as "*", "+", "»" or a letter): one round full piece in the middle of small
/// letters;
/// - "₫" behind an amount (read as "đ", "d" or "ở"): a bar under the one letter;
/// - "№" before a number (read as "No", "Ne", "Ñs" …): a raised ring with a bar under it behind a capital;
/// - "²" and "³" behind a metre ("m2", "km2", "m3"): the digit ends above the line.
///
/// `of` tells the ink of the same lines, on a level plane.
void write_unwritten_signs(const LineInk& of, std::vector<Line>& lines);

}  // namespace sohoa::ocr
