#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

/// A rectangular stamp: incoming mail, copy, urgency, secrecy.
struct Stamp {
    Box box;                ///< of its frame, in pixels of the plane it was found in
    double confidence = 0;  ///< 0 … 1
};

/// Finds rectangular stamps on a level reading plane by their frames: four straight thin sides, 13 to 115 mm wide and 5
/// to 70 mm high, laid up to 6° askew, with print within and nothing filled. `with_colour` is the same plane in which
/// coloured ink is dark, empty on grey scans.
///
/// Coloured frames are told by their colour. A grey one, as copies have it, counts only where it is pressed askew, as
/// no printed box of the page is; its confidence stays below 0.6. Cells of tables, whose sides go on, and what lies
/// within one of the `seals` are none. Cost ≈ 8 ms for A4 at 200 dpi.
std::vector<Stamp> find_stamps(const Raster& reading, const Raster& with_colour, const std::vector<Seal>& seals,
                               double dpi);

}  // namespace sohoa::ocr
