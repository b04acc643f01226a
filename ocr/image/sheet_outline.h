#pragma once
#include <array>
#include <opencv2/core.hpp>
#include <optional>

#include "ocr/image/paper_likeness.h"

namespace sohoa::ocr {

/// The outline of a sheet on a ground, in pixels of a picture of paper's likeness.
struct SheetOutline {
    std::array<cv::Point2d, 4> corners;  ///< clockwise from top left; a cut side runs along the picture's edge
    std::array<bool, 4> cut{};           ///< top, right, bottom, left: the sheet goes on beyond the picture
    double sureness = 0;                 ///< 0 … 1: share of its sides along which an edge is seen
};

/// The largest quadrilateral of paper whose sides are seen as edges, one of four at most cut off by the picture. Sides
/// may be covered in part (fingers, a pen), up to four tenths of each. Nothing where there is none, and
/// where a sheet without perspective fills four fifths of the picture: a flat scan, whose dark border is ground.
std::optional<SheetOutline> find_sheet_outline(const PaperLikeness& likeness);

}  // namespace sohoa::ocr
