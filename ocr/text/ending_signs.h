#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Tells colons from semicolons and full stops from commas at the end of words by their ink, where it is clear: a comma
/// hangs below the line and is higher than a dot. Recognisers mistake them for each other more than any letter. `of`
/// tells the ink of the same lines. What was read stays in `raw`.
void mend_endings(const LineInk& of, std::vector<Line>& lines);

}  // namespace sohoa::ocr
