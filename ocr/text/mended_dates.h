#pragma once
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Mends the numbers of a date written out, "ngày 12 tháng 6 năm 2025", where letters were read for digits: "ngày I2
/// tháng ó năm". Only between these words, only letters that look like digits, and only where a day, month or year
/// comes out. What was read stays in Word::raw.
void mend_dates(Line& line);

}  // namespace sohoa::ocr
