#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/plane_map.h"

namespace sohoa::ocr {

/// Light print on dark ground, as the heads of tables have it: a recogniser reads nothing there.
///
/// A panel is an even dark area, straight on four sides, up to 31 mm high on A4, with brighter paper around. Colours
/// count by their brightness, so that blue and red grounds are found too.
class DarkPanels {
public:
    DarkPanels() = default;
    /// Looks at four pixels of each cell of about 0.7 mm. Cost ≈ 2 ms for A4 at 300 dpi.
    explicit DarkPanels(const Raster& scan);

    bool any() const { return !mask_.empty(); }

    /// Makes the print of the panels dark on white in a level plane, where it is print: light letters of about the
    /// height of the page's, `x_height` pixels of the plane. Where they lie on the plane.
    std::vector<Box> turn(Raster& reading, const PlaneMap& reading_to_scan, const Raster& scan, double x_height) const;

private:
    Raster mask_;  ///< 255 for cells within a panel; empty without panels
    int cell_ = 1;
};

}  // namespace sohoa::ocr
