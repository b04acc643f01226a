#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// The drawn square of a check box.
struct CheckBoxFrame {
    Box box;               ///< outer edge
    int thickness = 0;     ///< pixels; 0 where the square is solid
    double certainty = 0;  ///< 0 … 1: the share of its sides that is inked
};

/// The frames of check boxes on a level plane, of which `ink` is the mask (255 ink, 0 paper), told from letters and
/// cells as check_boxes.h says.
std::vector<CheckBoxFrame> find_check_box_frames(const Raster& plane, const Raster& ink, double x_height);

}  // namespace sohoa::ocr
