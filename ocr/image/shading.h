#pragma once
#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/plane_map.h"

namespace sohoa::ocr {

/// Brightness of the bare paper, one value for each `cell` × `cell` pixels.
///
/// Ink is closed over (everything narrower than about 6 mm at 150 dpi), then a median takes off what is left of large
/// letters and dirt. Follows yellowing, uneven light and the shadow of a book's gutter; a black picture larger than
/// that counts as dark paper.
Raster paper_brightness(const Raster& grey, int cell);

/// Brightness of most of the paper: the median of paper_brightness.
double brightness_of(const Raster& paper);

/// Divides the shading out of `grey` in place: bare paper becomes 255. `to_paper` maps pixels of `grey` to pixels of
/// `paper`. Cost ≈ 4 ms for A4 at 200 dpi.
void divide_shading(Raster& grey, const Raster& paper, const PlaneMap& to_paper);

/// Makes white what is lighter than nine tenths of the paper, and stretches the rest to it: paper's own grain, the
/// noise of copiers and most of what shows through from the back. Of a plane whose shading is divided out.
void whiten_paper(Raster& grey);

}  // namespace sohoa::ocr
