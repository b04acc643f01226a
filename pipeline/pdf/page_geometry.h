#pragma once
#include "base/geometry.h"

namespace sohoa::pdf {

/// How a page's pixels lie on its sheet. Units are PDF user space: 1/72 inch × `user_unit`, y upwards.
struct PageGeometry {
    double width = 0;  ///< of the sheet, 3 … 14 400 units (ISO 32000-1, annex C; ISO 19005-2, 6.1.13)
    double height = 0;
    double units_per_pixel = 0;  ///< the same along both sides
    int user_unit = 1;           ///< more than 1 only for sheets over 5.08 m

    /// From pixels of the scan (y down) to the sheet (y up).
    Point on_sheet(Point pixel) const { return {pixel.x * units_per_pixel, height - pixel.y * units_per_pixel}; }
};

/// Sheet of an image: pixels / dpi × 72 points. Sheets too large for PDF get a user unit, so their real size stays;
/// images under 3 points are shown larger.
PageGeometry page_geometry(Size pixels, double dpi);

}  // namespace sohoa::pdf
