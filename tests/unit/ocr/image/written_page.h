#pragma once
#include <string>

#include "ocr/image/survey.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// A white A4 page at `dpi` with black text lines, made for tests.
scanners::Page written_page(double dpi = 200, int lines = 30);

/// The page turned by any angle clockwise about its middle, white around.
Raster tilted(const Raster& raster, double degrees);

/// The survey of a raster that is the sheet itself.
Survey survey_of(const Raster& ink_grey);

}  // namespace sohoa::ocr
