#pragma once
#include <string>

#include "base/result.h"
#include "pipeline/pdf/page_geometry.h"
#include "pipeline/pdf/page_image.h"

namespace sohoa::pdf {

/// Where the unit square of the coded picture lies: the six numbers of a PDF matrix.
struct Placement {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// Placement that undoes the picture's mirroring and turn and fills the image's place on the sheet (top left).
Placement placement(const PageImage& image, const PageGeometry& geometry);

/// A PDF of one page that shows the picture and nothing else, written by libharu (times and IDs are its own). `turn` is
/// the clockwise turn for display. Fails with pdf_failed, out_of_memory.
Result<std::string> draw_image_page(const PageImage& image, const PageGeometry& geometry, int turn);

}  // namespace sohoa::pdf
