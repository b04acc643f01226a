#include "ocr/image/faint_print.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {
namespace {

Raster lines_of(int darkness, int count) {
    cv::Mat page(1754, 1240, CV_8U, cv::Scalar(252));
    for (int k = 0; k < count; ++k) {
        cv::putText(page, "Cong hoa xa hoi chu nghia Viet Nam", {80, 120 + 40 * k}, cv::FONT_HERSHEY_SIMPLEX, 0.9,
                    cv::Scalar(255 - darkness), 2);
    }
    return raster_of(page);
}

TEST(FaintPrint, DarkPrintStaysAsItIs) {
    EXPECT_EQ(faint_print_gain(lines_of(220, 20)), 1);
    EXPECT_EQ(faint_print_gain(lines_of(140, 20)), 1);
}

TEST(FaintPrint, FaintPrintIsBroughtUp) {
    const Raster page = lines_of(65, 20);
    const double gain = faint_print_gain(page);
    EXPECT_GT(gain, 1.8);
    EXPECT_LE(gain, 4);
    Raster darker = page.clone();
    darken_print(darker, gain);
    double darkest = 255;
    cv::minMaxLoc(mat_of(darker), &darkest, nullptr);
    EXPECT_LT(darkest, 130);
}

TEST(FaintPrint, WhatShowsThroughFromTheBackIsLeft) {
    EXPECT_EQ(faint_print_gain(lines_of(32, 20)), 1);
}

TEST(FaintPrint, PencilBesideDarkPrintChangesNothing) {
    cv::Mat page = mat_of(lines_of(220, 20)).clone();
    const Raster pencil = lines_of(60, 4);
    mat_of(pencil).rowRange(0, 300).copyTo(page.rowRange(1300, 1600));
    EXPECT_EQ(faint_print_gain(raster_of(page)), 1);
}

TEST(FaintPrint, EmptyAndTinyPagesAreLeft) {
    EXPECT_EQ(faint_print_gain(Raster(1, 1, 1)), 1);
    EXPECT_EQ(faint_print_gain(lines_of(60, 0)), 1);
}

}  // namespace
}  // namespace sohoa::ocr
