#pragma once
#include <string>
#include <vector>

#include "ocr/image/letters.h"
#include "ocr/image/survey.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// A white A4 page at `dpi` with black text lines, made for tests.
scanners::Page written_page(double dpi = 200, int lines = 30);

/// Words and where their baseline begins.
struct PlacedText {
    std::string text;
    int x;
    int y;
};
/// A white A4 page at 200 dpi with these words. With `marks` every third letter, where it is a capital, carries a small
/// stroke above, as Vietnamese vowels do.
Raster page_of(const std::vector<PlacedText>& words, bool marks);

/// The page turned by any angle clockwise about its middle, white around.
Raster tilted(const Raster& raster, double degrees);

/// Where the darkest spot of a grey plane is, in continuous pixels.
Point darkest_spot(const Raster& plane);

/// The survey of a raster that is the sheet itself.
Survey survey_of(const Raster& ink_grey);
Letters letters_of(const Raster& ink_grey);

}  // namespace sohoa::ocr
