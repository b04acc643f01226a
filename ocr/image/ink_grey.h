#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// Grey in which coloured ink has faded and black ink has stayed.
///
/// Each pixel is its strongest channel, lifted further by its colourfulness: red, blue and violet ink reflect most of
/// at least one channel, black ink none. Grey scans come back as they are. Cost ≈ 6 ms for A4 at 300 dpi. Text printed
/// in colour fades with the rest: see coloured_print.h.
Raster ink_grey(const Raster& scan);

}  // namespace sohoa::ocr
