#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// A signature written by pen.
struct Signature {
    Box box;                ///< in pixels of the scan
    double confidence = 0;  ///< 0 … 1
};

/// Finds signatures of blue ink in a box of a colour scan, however it lies.
///
/// A signature is a thin curved stroke of blue that hangs together and is larger than writing: 7 small letters one way
/// (and a twelfth of the box's shorter side) and 3.5 the other at least. It fills little of its box, and not along the
/// sides as the frame of a stamp does. Beside lines of blue handwriting, which may hang together by their loops,
/// nothing is taken for a signature, nor beside filled blue areas, as maps and charts have them. Rather missed than
/// wrong: initials are not looked for; black ones are found otherwise (dark_signatures.h). `x_height` is the height of
/// small letters in pixels of the scan. Cost ≈ 4 ms for A4 at 300 dpi.
std::vector<Signature> find_signatures(const Raster& scan, const Box& within, const PaperTint& tint, double x_height);

}  // namespace sohoa::ocr
