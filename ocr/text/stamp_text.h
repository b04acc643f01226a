#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// What was read of a stamp by itself, line by line, without what is frame, pen strokes or dirt.
std::string stamp_text_of(const std::vector<Line>& read);

/// Whether a text is that of a stamp of these offices: incoming mail, copies, urgency, secrecy, paid.
bool says_stamp(std::string_view text);

}  // namespace sohoa::ocr
