#pragma once
#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Signs that a recogniser misread or left out and whose ink tells which they are; what was read stays as `raw`:
///
/// - the comma or point within a number ("42,1" read as "421" or "42/1"): a small low piece between as many high ones
///   as there are digits;
/// - by themselves, as behind a leader: the semicolon (read as "i", with no piece as high as a letter), the comma (read
///   as "„") and the dash no wider than half an em (read as "—");
/// - the Roman two (read as "H", "H." or "I", of two narrow pieces), the cross no higher than small letters (read as
/// "X");
/// - quotation marks before a capital that begins the word's ink;
/// - slashes of a date read as "I", a blank behind a number read as "_".
///
/// `ink` and the line in pixels of the level plane; `x_height` of its small letters, above 0.
void mend_signs(Line& line, const Pieces& ink, double x_height);

}  // namespace sohoa::ocr
