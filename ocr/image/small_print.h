#pragma once
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// The height of small letters, in pixels, in the smallest print that makes up an eighth of a page or more: labels of
/// cards, footnotes. 0 where no lines of letters are found. `boxes` are connected pieces of ink on lines that run
/// across (a few degrees of skew do no harm); `x_height` is the page's usual small letter.
double small_print_height(const std::vector<Box>& boxes, double x_height);

}  // namespace sohoa::ocr
