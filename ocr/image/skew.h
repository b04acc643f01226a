#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// Angle by which text lines fall to the right, and how sure that is.
struct Skew {
    double degrees = 0;    ///< clockwise positive, within ±45
    double sharpness = 0;  ///< best score over the median score of all angles: 1 is nothing, above 3 there are lines
};

/// Finds the skew of level-ish text from a mask (255 ink, 0 paper) of about 150 dpi.
///
/// Sums of ink along lines of an angle have the steepest steps where that is the angle of the text (Postl 1986). A
/// coarse sweep of ±45° over cells of 4 × 4 pixels is refined over 2 × 2 and then on the lower edges of the letters at
/// full size; a parabola is laid through the best three angles. Error ≤ 0.05° with three lines of text or more. A mask
/// without ink gives {0, 0}.
Skew find_skew(const Raster& ink);

}  // namespace sohoa::ocr
