#pragma once
#include "base/geometry.h"
#include "ocr/image/bend.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// Where the reading plane lies over the sheet.
struct ReadingFrame {
    Size size;           ///< of the reading plane
    Transform to_sheet;  ///< from its pixels to pixels of the sheet
    double scale = 1;    ///< reading pixels a sheet pixel
};

inline constexpr double read_x_height = 16.5;  ///< pixels of a small letter that is read best: 13 pt at 200 dpi

/// Heights of small letters in pixels of the sheet; 0 where they are not known.
struct PrintHeights {
    double usual = 0;
    double smallest = 0;  ///< in the smallest print of the page that counts (small_print.h)
};

/// Reading pixels a sheet pixel, by the height of print (where it is not known, by dpi).
///
/// Print of 12–14 pt is read best and fastest at about 200 dpi; small print keeps its pixels, and letters of too few
/// pixels are enlarged.
double reading_scale(const PrintHeights& print, const scanners::Page& page);

/// The frame that holds the whole page after turning by quarter turns, levelling a skew and scaling.
ReadingFrame frame_reading_plane(Size sheet, int turn, double skew, double scale);

/// The frame with as many rows more above and below as the page reaches beyond it once `bend` is taken off.
/// `reading_to_flat` maps pixels of the frame to those of the plane the bend is of: a change of size and place.
ReadingFrame with_room_for(const Bend& bend, const Transform& reading_to_flat, const ReadingFrame& frame);

}  // namespace sohoa::ocr
