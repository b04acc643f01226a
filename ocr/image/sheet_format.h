#pragma once
#include <array>
#include <opencv2/core.hpp>

namespace sohoa::ocr {

inline constexpr double a_series_proportions = 1.41421;    ///< longer over shorter side: A4, A5
inline constexpr double id_1_proportions = 85.60 / 53.98;  ///< the same of a card

/// Height over width of a flat rectangle from its four corners (clockwise from top left, in pixels) in a photo whose
/// lens axis goes through `middle` of the picture.
///
/// Zhang and He's way (Whiteboard scanning, 2007): two pairs of parallel sides give the focal length, and that the
/// angle under which the sheet was seen. Sides seen straight on say nothing about the focal length; then the ratio of
/// the sides themselves is given. Sides within 8.5 % of the A series are taken to be that without asking the lens,
/// where they lie unless they are nearer to a card; ratios within 4 % of the A series or of an ID-1 card, lying or
/// standing, are taken to be these.
double aspect_of(const std::array<cv::Point2d, 4>& corners, cv::Point2d middle);

/// Longer side in mm of a sheet of that aspect (height over width), told apart by the height of its usual small
/// letters as share of the longer side: A4, A5, an ID-1 card; 0 where it is none of them.
double longer_side_mm(double aspect, double x_height_share);

}  // namespace sohoa::ocr
