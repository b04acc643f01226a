#pragma once
#include <string>

#include "ocr/page_reading.h"
#include "pipeline/pdf/levelling.h"
#include "pipeline/pdf/page_geometry.h"

namespace sohoa::pdf {

/// Content stream operators that lay a page's words invisibly (rendering mode 3) on their ink; empty for a page
/// without words.
///
/// Each word stands on its line's baseline, at the line's angle, stretched so that it spans exactly its box; a real
/// blank fills the gap to the next word, so that readers neither glue words nor cut them. One font size a line, from
/// the ink above the baseline. Blocks come in reading order, then the texts of regions (seals, stamps) in their boxes.
/// Characters beyond the basic plane become U+FFFD.
std::string text_layer(const ocr::PageReading& reading, const PageGeometry& geometry, const Levelling& levelling);

}  // namespace sohoa::pdf
