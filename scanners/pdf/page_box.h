#pragma once
#include "scanners/pdf/matrix.h"
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// What is shown of a page, and how.
struct PageView {
    Rectangle box;                    ///< crop box within the media box; never empty
    int turn = 0;                     ///< /Rotate: clockwise, 0, 90, 180 or 270 degrees
    double inches_a_unit = 1.0 / 72;  ///< with /UserUnit
};

/// Inherited where the page leaves it to its parents. Boxes that are missing or no rectangles are letter paper, as
/// poppler has it.
PageView view_of(QPDFObjectHandle page);

}  // namespace sohoa::scanners
