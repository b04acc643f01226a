#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// A round seal, by its outer ring.
struct Seal {
    Point centre;           ///< in pixels of the plane it was found in
    double radius = 0;      ///< pixels, to the outer edge of the ring
    double confidence = 0;  ///< 0 … 1: the share of the ring that can be seen
};

Box box_of(const Seal& seal);

/// True where the whole box lies within the seal's ring.
bool lies_in(const Seal& seal, const Box& box);

/// Finds round seals on a level, evenly lit grey plane (paper near 255, ink of any colour darker), at most eight, the
/// surest first.
///
/// Seals of Vietnamese agencies are 30 to 38 mm wide (Circular 21/2023/TT-BCA); 22 to 48 mm are looked for, so that a
/// plane's wrong dpi or a copy's reduction does no harm. Every edge between ink and paper votes for the centres that
/// lie behind it in the direction of its gradient (Kimme, Ballard, Sklansky: Finding circles by an array of
/// accumulators, 1975). A centre is a seal's when the edges of a circle around it, seen in most directions, face
/// outwards. Cost ≈ 10 ms for A4.
std::vector<Seal> find_seals(const Raster& grey, double dpi);

}  // namespace sohoa::ocr
