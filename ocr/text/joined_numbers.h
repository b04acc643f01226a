#pragma once
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Joins the number of an official paper that was read as two words, "205/NQ- HĐND": after a slash and a hyphen
/// capitals follow without a blank (Decree 30/2020/NĐ-CP, Annex I); and figures read as two words that the second
/// network saw as one. What was read stays in Word::raw.
void join_numbers(Line& line);

}  // namespace sohoa::ocr
