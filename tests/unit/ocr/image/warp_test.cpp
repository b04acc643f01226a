#include "ocr/image/warp.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

/// Ink of the faintest of hairlines one pixel wide, 7 pixels apart, after the warp asked for.
double ink_after(const Transform& to_source, Size size) {
    Raster source(900, 900, 1);
    mat_of(source).setTo(255);
    for (int x = 3; x < source.width(); x += 7) mat_of(source).col(x).setTo(0);
    const Raster small = warped(source, to_source, size, Border::white);
    const cv::Mat row = mat_of(small).row(size.height / 2).colRange(size.width / 4, size.width * 3 / 4);
    double least = 255;
    for (int x = 0; x + 4 <= row.cols; ++x) {
        double darkest = 255;
        cv::minMaxLoc(row.colRange(x, x + 4), &darkest);
        least = std::min(least, 255 - darkest);
    }
    return least;
}

}  // namespace

TEST(Warp, HairlinesSurviveBeingTurnedAndMadeSmaller) {
    const Size size{375, 375};
    const Transform reduced = Transform::scaling(2.4, 2.4);
    // Every hairline keeps its share of a pixel, 1 in 2.4, or half of that where it falls between two.
    EXPECT_GT(ink_after(reduced, size), 40);
    EXPECT_GT(ink_after(reduced.then(Transform::translation(0.4, 0.3)), size), 40);
    EXPECT_GT(ink_after(reduced.then(Transform::rotation(1.1, {450, 450})), size), 40);
}

}  // namespace sohoa::ocr
