#include "ocr/image/skew.h"

#include <gtest/gtest.h>

#include "base/raster_opencv.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/survey.h"
#include "written_page.h"

namespace sohoa::ocr {

TEST(Skew, OfTextIsFoundWithinATwentiethOfADegree) {
    const scanners::Page page = written_page();
    for (const double degrees : {-30.0, -9.3, -4.0, -0.6, 0.0, 0.25, 1.7, 3.95, 12.0, 40.0}) {
        const Survey survey = survey_of(ink_grey(tilted(page.pixels, degrees)));
        const Skew skew = find_skew(survey.ink);
        EXPECT_NEAR(skew.degrees, degrees, 0.05);
        EXPECT_GT(skew.sharpness, 3) << degrees;
    }
}

TEST(Skew, OfShortLinesIsNotDrawnToTheRowsOfPixels) {
    std::vector<PlacedText> words;
    for (int line = 0; line < 8; ++line) words.push_back({"Ho va ten khai sinh", 600, 500 + 60 * line});
    const Raster page = page_of(words, false);
    for (const double degrees : {-0.15, -0.08, 0.05, 0.12}) {
        EXPECT_NEAR(find_skew(letters_of(tilted(page, degrees)).ink).degrees, degrees, 0.05);
    }
}

TEST(Skew, OfATableIsNotThatOfItsCellsAslant) {
    // Cells line up at 14° to the rows as well, which a sweep of ±10° sees and the rows at 17° it does not.
    std::vector<PlacedText> words;
    for (int row = 0; row < 24; ++row) {
        for (int column = 0; column < 6; ++column) words.push_back({"31/12/09", 150 + 220 * column, 300 + 55 * row});
    }
    const Raster page = page_of(words, false);
    for (const double degrees : {-17.0, 17.0}) {
        EXPECT_NEAR(find_skew(letters_of(tilted(page, degrees)).ink).degrees, degrees, 0.05);
    }
}

TEST(Skew, OfAPageWithoutInkIsNone) {
    Raster nothing(100, 100, 1);
    mat_of(nothing).setTo(0);
    EXPECT_EQ(find_skew(nothing).degrees, 0);
    EXPECT_EQ(find_skew(Raster{}).degrees, 0);
}

}  // namespace sohoa::ocr
