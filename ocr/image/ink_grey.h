#pragma once
#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// Grey in which coloured ink has faded and black ink has stayed.
///
/// Each pixel is its strongest channel as seen on grey paper (paper_tint.h), lifted further by its colourfulness: red,
/// blue and violet ink reflect most of at least one channel, black ink none. Grey scans come back as they are. Cost
/// ≈ 8 ms for A4 at 300 dpi. Text printed in colour fades with the rest: see coloured_print.h.
Raster ink_grey(const Raster& scan, const PaperTint& tint);

/// The same with the scan's own tint.
Raster ink_grey(const Raster& scan);

}  // namespace sohoa::ocr
