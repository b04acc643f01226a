#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

struct BarField {
    Box box;
    double length = 0;   ///< pixels across the bars
    double breadth = 0;  ///< pixels along them
    double turn = 0;     ///< degrees clockwise by which the bars would be turned from upright, in (-90, 90]
};

/// Fields of parallel bars, at any angle: linear barcodes and PDF417, and what else looks like them (hatching).
///
/// The structure tensor (Bigün and Granlund 1987) of each cell says how strong its edges are and how far they agree on
/// one direction; neighbouring cells that agree make a field. Lines of text agree for a few letters, a rule for one
/// cell across: a field is at least 72 pixels long across its bars. Cells are 16 pixels wide, 8 on planes below five
/// megapixels. Bars wider than a cell leave holes: look at a reduced plane too. Cost: 1 ms a megapixel.
std::vector<BarField> find_bar_fields(const cv::Mat& grey);

}  // namespace sohoa::ocr
