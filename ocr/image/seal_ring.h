#pragma once
#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// Finds the rings of round seals in a mask of coloured ink, however broken by what was printed and signed over them.
///
/// The ring of a seal is 30 to 38 mm wide (Vietnamese seals, Circular 21/2023/TT-BCA); 18 to 52 mm are tried, so that a
/// wrong dpi does no harm.
class SealRings {
public:
    /// `coloured` and `black`: 255 where there is such ink, one plane of `dpi`. Looks at cells of 0.75 mm.
    SealRings(const Raster& coloured, const Raster& black, double dpi);

    /// True when a ring goes around the middle of `box`, which is in pixels of the planes.
    bool around(const Box& box) const;

private:
    bool is_ring(double x, double y, double radius) const;

    double cell_;  ///< pixels along the side of a cell
    Raster coloured_;
    Raster black_;
};

}  // namespace sohoa::ocr
