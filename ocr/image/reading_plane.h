#pragma once
#include "base/geometry.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// Where the reading plane lies over the scan.
struct ReadingFrame {
    Size size;          ///< of the reading plane
    Transform to_scan;  ///< from its pixels to pixels of the scan
    double scale = 1;   ///< reading pixels a scan pixel
};

inline constexpr double read_x_height = 16.5;  ///< pixels of a small letter that is read best: 13 pt at 200 dpi

/// Reading pixels a scan pixel, by the height of small letters in scan pixels (0: unknown, then by dpi).
///
/// Print of 12–14 pt is read best and fastest at about 200 dpi; small print keeps its pixels, and letters of too few
/// pixels are enlarged.
double reading_scale(double x_height, const scanners::Page& page);

/// The frame that holds the whole page after turning by quarter turns, levelling a skew and scaling.
ReadingFrame frame_reading_plane(Size scan, int turn, double skew, double scale);

}  // namespace sohoa::ocr
