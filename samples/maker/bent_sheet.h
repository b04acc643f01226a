#pragma once
#include <opencv2/core.hpp>

#include "samples/maker/random.h"

namespace sohoa::maker {

/// A sheet (RGB at `dpi`) of a thick book as a flatbed sees it, in a picture of the same size.
///
/// Towards the gutter the paper rises 8–22 mm from the glass over 50–110 mm. The lens sees what is farther away smaller
/// across the carriage's way (it looks from 250–350 mm), so that lines bend to the middle of the page; along the way
/// the slope of the paper is seen shorter, and it is darker.
cv::Mat bound_in_book(const cv::Mat& sheet, int dpi, Random& random);

/// A sheet that is not flat, as it is seen from above.
struct CurledSheet {
    cv::Mat picture;  ///< RGB, as large as what is seen of the sheet
    cv::Mat shape;    ///< 255 where there is paper
};

/// A sheet (RGB at `dpi`) that arches, waves or lifts a side by 8–28 mm, seen from 350–600 mm and up to 25° from
/// upright, lit from one side.
CurledSheet curled(const cv::Mat& sheet, int dpi, Random& random);

}  // namespace sohoa::maker
