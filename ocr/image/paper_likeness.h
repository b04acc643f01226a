#pragma once
#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// A small picture of a scan in which paper is bright and everything else is dark: brightness less colourfulness, so
/// that light wood, cloth and skin are no paper.
struct PaperLikeness {
    Raster scan;     ///< at this size, in its colours
    Raster picture;  ///< grey, 800 to 1599 pixels along its long side (less where the scan has less)
    Raster closed;   ///< the same without print: what is dark and narrower than 11 pixels is closed over
    int factor = 1;  ///< scan pixels a pixel
};

/// Cost ≈ 6 ms for A4 at 300 dpi in colour.
PaperLikeness paper_likeness(const Raster& scan, const PaperTint& tint);

}  // namespace sohoa::ocr
