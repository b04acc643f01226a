#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// Takes specks (dirt of copiers and scanners, noise that crossed the threshold) off a level plane and its mask `ink`
/// (255 ink, 0 paper): they would be read as marks, dots and commas. Returns how many.
///
/// A speck holds less ink than any mark of the letters it stands beside: measured on print of 6 to 14 pt, a full stop
/// or the dot below a letter holds 0.016 x-heights² of black and more, specks of copies mostly below 0.01. Far from
/// letters larger dirt goes too. Where small pieces make up much of the ink (dot matrix, broken strokes) only what is
/// far from letters is taken. `x_height` is the height of small letters in pixels, `smallest_print` the same in the
/// smallest print of the page (small_print.h).
int lift_specks(Raster& plane, Raster& ink, double x_height, double smallest_print);

}  // namespace sohoa::ocr
