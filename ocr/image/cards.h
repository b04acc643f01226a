#pragma once
#include <array>
#include <opencv2/core.hpp>
#include <vector>

#include "ocr/image/paper_likeness.h"

namespace sohoa::ocr {

/// Cards and small sheets that lie apart on one ground: on the white lid of a scanner, on a desk, copied onto one page.
///
/// What differs from the colour of the ground, print left out, hangs together in shapes; those count that fill a
/// quadrilateral of the proportions of an ID-1 card or of the A series, between 1.2 and 45 % of the scan. Text and
/// tables are no shapes: they are dark strokes on the ground. Where the rim of the scan is of no one colour nothing is
/// found, nor where there are more than eight: tiles, labels, a sheet of photographs. Corners clockwise from top left,
/// in pixels of the picture; top to bottom, then left to right. Cost ≈ 8 ms.
std::vector<std::array<cv::Point2d, 4>> find_cards(const PaperLikeness& likeness);

}  // namespace sohoa::ocr
