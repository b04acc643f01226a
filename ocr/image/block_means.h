#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// A scan made smaller by a whole factor: the mean of each block of `factor` × `factor` pixels, as cv::resize makes it
/// with INTER_AREA. Blocks that the right and the lower edge cut stay out, so that the scale is exact. One or three
/// channels. Cost ≈ 7 ms for A4 at 300 dpi in colour.
Raster block_means(const Raster& scan, int factor);

}  // namespace sohoa::ocr
