#include "ocr/image/coloured_plane.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/coloured_ink.h"
#include "ocr/image/ink_grey.h"

namespace sohoa::ocr {

namespace {

constexpr Box page_box{0, 0, 900, 700};
const cv::Rect red_patch(303, 417, 90, 60);

Raster page_with(const cv::Scalar& ink) {
    Raster scan(page_box.width, page_box.height, 3);
    cv::Mat mat = mat_of(scan);
    mat.setTo(cv::Scalar::all(250));
    cv::rectangle(mat, red_patch, ink, cv::FILLED);
    return scan;
}

}  // namespace

TEST(ColouredPlane, IsTheReadingPlaneBesideColouredInk) {
    const Raster scan = page_with({220, 40, 50});
    ColouredInk ink(scan.size());
    const Raster reading = ink_grey(scan, {}, &ink);
    ASSERT_TRUE(ink.any());
    long long finished = 0;
    const Raster plane = coloured_plane(reading, Transform(), {scan, {}, ink},
                                        [&](const Raster&, const Box& part) { finished += part.area(); });
    EXPECT_GT(finished, red_patch.area());
    EXPECT_LT(finished, page_box.area() / 10);
    EXPECT_LT(cv::mean(mat_of(plane)(red_patch))[0], 110);
    cv::Mat beside = mat_of(plane) != mat_of(reading);
    beside(red_patch).setTo(0);
    EXPECT_EQ(cv::countNonZero(beside), 0);
}

TEST(ColouredPlane, ColoursOfDarkPaperCountByItsDarkness) {
    Raster scan = page_with({105, 70, 70});
    mat_of(scan).setTo(cv::Scalar::all(110), mat_of(scan) > 200);
    ColouredInk on_dark(scan.size());
    ink_grey(scan, {}, &on_dark);
    EXPECT_TRUE(on_dark.within({300, 410, 50, 50}));
    EXPECT_FALSE(on_dark.any()) << "faint colours";
}

TEST(ColouredPlane, GreyScansHaveNoColour) {
    const Raster scan = page_with({20, 20, 20});
    ColouredInk ink(scan.size());
    ink_grey(scan, {}, &ink);
    EXPECT_FALSE(ink.any());
    EXPECT_FALSE(ink.within(page_box));
    EXPECT_FALSE(ColouredInk().within(page_box));
}

}  // namespace sohoa::ocr
