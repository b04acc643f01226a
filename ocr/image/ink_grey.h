#pragma once
#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

class ColouredInk;

/// Grey in which coloured ink has faded and black ink has stayed.
///
/// Each pixel is its strongest channel as seen on grey paper (paper_tint.h), lifted further by its colourfulness: red,
/// blue and violet ink reflect most of at least one channel, black ink none. Grey scans come back as they are. Cost
/// ≈ 12 ms for A4 at 300 dpi. Text printed in colour fades with the rest: see coloured_print.h. `coloured`, made for
/// the scan's size, is told where there is colour; of a grey scan nothing.
Raster ink_grey(const Raster& scan, const PaperTint& tint, ColouredInk* coloured = nullptr);

/// The same with the scan's own tint.
Raster ink_grey(const Raster& scan);

}  // namespace sohoa::ocr
