#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// How many times darker the print of an evenly lit plane of about 150 dpi must become to be as dark as usual: 1 where
/// it is dark enough, up to 4 for worn ribbons, carbon copies and weak copiers.
///
/// Judged by the darkest ink of each square of 5 mm that has any: three tenths of them decide, so that a dark stamp on
/// a faint page, or pencil on a dark one, changes nothing. What is fainter than 15 % of black is taken for the back
/// showing through and is never brought up.
double faint_print_gain(const Raster& grey);

/// Makes ink `gain` times darker against white paper, in place.
void darken_print(Raster& grey, double gain);

}  // namespace sohoa::ocr
