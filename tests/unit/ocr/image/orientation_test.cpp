#include "ocr/image/orientation.h"

#include <gtest/gtest.h>

#include "ocr/image/ink_grey.h"
#include "ocr/image/survey.h"
#include "written_page.h"

namespace sohoa::ocr {

TEST(Orientation, OfATurnedPageIsTheTurnThatMakesItUpright) {
    const scanners::Page page = written_page();
    for (const int turn : {0, 90, 180, 270}) {
        const Raster scan = turned(page.pixels, turn);
        const Orientation found = find_orientation(find_letters(survey_of(ink_grey(scan)).ink));
        EXPECT_EQ(found.turn, (360 - turn) % 360);
        EXPECT_GT(found.confidence, 0.5) << turn;
        EXPECT_NEAR(found.skew, 0, 0.05) << turn;
    }
}

TEST(Orientation, OfATurnedAndSkewedPageKeepsTheSignOfTheSkew) {
    const scanners::Page page = written_page();
    const Raster scan = turned(tilted(page.pixels, 3), 90);
    const Orientation found = find_orientation(find_letters(survey_of(ink_grey(scan)).ink));
    EXPECT_EQ(found.turn, 270);
    EXPECT_NEAR(found.skew, 3, 0.1);
}

TEST(Orientation, OfAnEmptyPageIsLeftAsItCame) {
    const Orientation found = find_orientation(find_letters(Raster(300, 400, 1)));
    EXPECT_EQ(found.turn, 0);
    EXPECT_EQ(found.skew, 0);
}

}  // namespace sohoa::ocr
