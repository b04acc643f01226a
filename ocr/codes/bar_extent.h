#pragma once
#include "base/geometry.h"
#include "ocr/codes/symbols.h"

namespace sohoa::ocr {

/// How far the bars reach that one line across them crosses.
struct BarExtent {
    Quad quad;     ///< corners in the order of the line: its begin above, its end above, end below, begin below
    int rows = 0;  ///< lines beside it, a pixel apart, that look the same
};

/// From a line across bars, sideways as long as each line looks like the one before: a correlation of 0.7 or more. At
/// most as far as the line is long, either way.
BarExtent extent_of_bars(const GreyView& grey, Point begin, Point end);

}  // namespace sohoa::ocr
