#pragma once
#include "ocr/page_reading.h"
#include "ocr/text/language/abbreviations.h"

namespace sohoa::ocr {

/// Mends in numbers and abbreviations of official papers what can only be misread. What was read stays in `Word::raw`;
/// digits that were read stay as they are.
///
/// - A run of capitals that no paper uses, where one D for a Đ makes it one that is used: "12/QD-BGDDT" →
/// "12/QĐ-BGDĐT".
/// - What stands behind "Lưu:": "VI," → "VT," (văn thư, as Decree 30/2020/NĐ-CP has it).
/// - A capital I or small l among digits: "I844/SYT" → "1844/SYT", "DI2" → "D12", "Al0l" → "A101"; alone behind "Điều",
/// whose numbers
///   are Arabic: "Điều I" → "Điều 1".
/// - "TI." at the head of a line or behind "quý", "phần", "chương": "II.".
/// - The signs that end a paper: "này./;", "này /.", "này./ 9" → "này./.".
void mend_codes(Line& line, const Abbreviations& known);

}  // namespace sohoa::ocr
