#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

/// Brings back the lines of print that faded with the coloured ink: red titles of certificates and cards.
///
/// `reading` is the level reading plane in which coloured ink has faded, `luma` the same place with every ink dark;
/// both have white paper. A line comes back (dark in `reading`) where coloured pieces stand side by side like letters:
/// of one height, on one straight baseline, not on top of black text, not inside one of the `seals` or the frame of a
/// stamp, which stay faded. `x_height` is that of the page's small letters, in pixels. Returns the boxes of the lines.
std::vector<Box> restore_coloured_print(Raster& reading, const Raster& luma, const std::vector<Seal>& seals,
                                        double x_height);

}  // namespace sohoa::ocr
