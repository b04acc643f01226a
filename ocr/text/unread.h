#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Where writing may stand that no word of `lines` covers: strips one line high, from the top down, in pixels of the
/// level grey plane. A recogniser's own layout passes over lines that touch leaders, seals or rules.
///
/// A strip holds a few pieces of ink of the size of letters beside each other. `x_height` of the page's small letters
/// in pixels; 0 gives no strips. At most 60 strips, so that a page of hatching costs no more than a page of text.
std::vector<Box> unread_strips(const Raster& plane, double x_height, const std::vector<Line>& lines);

}  // namespace sohoa::ocr
