#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// A few pieces of lines to tell by whether the plane is legible as it stands: the beginnings of its longest lines, in
/// its pixels, longest first. At most 5, each at most about 30 letters long, so that reading them costs little.
std::vector<Box> sample_lines(const Raster& plane);

}  // namespace sohoa::ocr
