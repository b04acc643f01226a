#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// Angle by which text lines fall to the right, and how sure that is.
struct Skew {
    double degrees = 0;    ///< clockwise positive, within ±45
    double sharpness = 0;  ///< best score over the median score of all angles: 1 is nothing, above 4 there are lines
};

/// Finds the skew of level-ish text of about 150 dpi from how dark its letters are (0 paper … 255 black; a mask of 255
/// will do, at half the precision).
///
/// Sums of ink along lines of an angle have the steepest steps where that is the angle of the text (Postl 1986). A
/// coarse sweep over cells of 4 × 4 pixels (±10°, and on to ±45° where no lines show clearly or a look at cells of 8 ×
/// 8 shows steeper ones) is refined over 2 × 2 and then on the lower edges of the letters at full size; a parabola is
/// laid through the best three angles. Ink is spread over sums by a quadratic B-spline, whose width does not depend on
/// where it falls between them: otherwise angles at which rows of pixels meet the sums, 0 above all, would win. Error ≤
/// 0.05° with three lines of text or more (tests/ratchet/skew.tsv); ≈ 6 ms for a dense A4 page. Without ink {0, 0}.
Skew find_skew(const Raster& ink);

/// The same for text whose lines run up or down: the mask is looked at as if turned clockwise by 90°, coarsely.
Skew find_upright_skew(const Raster& ink);

}  // namespace sohoa::ocr
