#include "ocr/image/ink_grey.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

/// Paper of a colour with a patch of ink.
Raster inked(const cv::Scalar& paper, const cv::Scalar& ink) {
    Raster scan(400, 400, 3);
    cv::Mat mat = mat_of(scan);
    mat.setTo(paper);
    cv::rectangle(mat, cv::Rect(100, 100, 60, 60), ink, cv::FILLED);
    return scan;
}

int ink_level(const Raster& scan) {
    return ink_grey(scan).row(130)[130];
}

const cv::Scalar white_paper{250, 250, 250};
const cv::Scalar lamp_light{230, 205, 150};

}  // namespace

TEST(InkGrey, ColouredInkFadesAndBlackStays) {
    EXPECT_GT(ink_level(inked(white_paper, {220, 40, 50})), 215) << "red";
    EXPECT_GT(ink_level(inked(white_paper, {60, 50, 160})), 195) << "violet";
    EXPECT_LT(ink_level(inked(white_paper, {30, 28, 35})), 50) << "black";
    EXPECT_LT(ink_level(inked(white_paper, {20, 30, 80})), 110) << "dark blue print";
}

TEST(InkGrey, LampLightMakesNoColourOfBlackAndTakesNoneFromBlue) {
    EXPECT_LT(ink_level(inked(lamp_light, {32, 28, 20})), 50);
    EXPECT_GT(ink_level(inked(lamp_light, {55, 45, 100})), 165) << "violet under yellow light";
    const PaperTint tint = paper_tint(inked(lamp_light, {0, 0, 0}));
    EXPECT_NEAR(tint.gains[0], 1, 0.01);
    EXPECT_NEAR(tint.gains[2], 230.0 / 150, 0.05);
}

TEST(InkGrey, AnyRasterHasATint) {
    EXPECT_EQ(paper_tint(Raster{}).gains[1], 1);
    EXPECT_EQ(paper_tint(Raster(1, 1, 1)).gains[1], 1);
    EXPECT_EQ(paper_tint(inked({0, 0, 0}, {0, 0, 0})).gains[1], 1);
}

}  // namespace sohoa::ocr
