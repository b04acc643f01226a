#include "ocr/image/skew.h"

#include <gtest/gtest.h>

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

TEST(Skew, OfAPageWithoutInkIsNone) {
    Raster nothing(100, 100, 1);
    EXPECT_EQ(find_skew(nothing).degrees, 0);
    EXPECT_EQ(find_skew(Raster{}).degrees, 0);
}

}  // namespace sohoa::ocr
