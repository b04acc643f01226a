#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// 255 where a plane is darker than a grey level or as dark, 0 elsewhere.
Raster darker_than(const Raster& plane, double level);

/// Where there is ink on an evenly lit plane (paper near 255): 255 there, 0 elsewhere. The threshold is Otsu's, kept
/// between what paper texture and bleed-through (above) and faded print (below) allow.
Raster ink_of(const Raster& plane);

/// The same, down to the faint grey of hairlines and small dots.
Raster faint_ink_of(const Raster& plane);

}  // namespace sohoa::ocr
