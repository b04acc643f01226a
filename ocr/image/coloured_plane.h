#pragma once
#include <functional>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/paper_tint.h"
#include "ocr/image/plane_map.h"

namespace sohoa::ocr {

class ColouredInk;

/// A colour scan and what is known of it.
struct ColourScan {
    const Raster& pixels;
    const PaperTint& tint;
    const ColouredInk& ink;
};

/// The reading plane with coloured ink as dark as it is to the eye: `reading` where there is none, elsewhere the scan's
/// luma. Parts with coloured ink alone are worked out. `finish` is given each of them and does to it what was done to
/// `reading`.
Raster coloured_plane(const Raster& reading, const PlaneMap& reading_to_scan, const ColourScan& scan,
                      const std::function<void(Raster& ink, const Box& part)>& finish);

}  // namespace sohoa::ocr
