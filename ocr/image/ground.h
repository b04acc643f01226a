#pragma once
#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/plane_map.h"

namespace sohoa::ocr {

/// What of a survey is not the paper: 255 on black borders that a scanner or copier left, on the dark lid seen beside
/// torn corners, and on punch holes; 0 elsewhere. Empty where there is none of it.
///
/// Dark areas wider than any stroke of print (1.8 mm at 150 dpi) that reach the edge of the sheet, and dark discs of
/// 3–9 mm near it, with the soft rim around them. `grey` is the sheet before its shading was divided out.
Raster find_ground(const Raster& grey, double pixels_a_mm);

/// Whether a piece of ink of `area` pixels is a punch hole by its size, shape and place on a plane.
bool is_punch_hole(const Box& box, double area, Size plane, double pixels_a_mm);

/// Makes a plane white where the ground lies. `to_ground` maps pixels of the plane to pixels of `ground`.
void whiten_ground(Raster& plane, const Raster& ground, const PlaneMap& to_ground);

}  // namespace sohoa::ocr
