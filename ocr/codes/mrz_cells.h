#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/codes/mrz_glyphs.h"
#include "ocr/codes/mrz_rows.h"

namespace sohoa::ocr {

/// The ink of cells [first, first + count) of a row, cut out along its direction; the first may be negative. Ink and
/// ground are those of the row. What lies outside the plane is as its rim.
std::vector<MrzCell> cut_mrz_cells(const Raster& grey, const MrzRow& row, int first, int count);

}  // namespace sohoa::ocr
