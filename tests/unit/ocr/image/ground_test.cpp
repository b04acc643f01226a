#include "ocr/image/ground.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "tests/unit/ocr/image/written_page.h"

namespace sohoa::ocr {
namespace {

constexpr double pixels_a_mm = 150 / 25.4;

cv::Mat paper() {
    return {1754, 1240, CV_8U, cv::Scalar(235)};
}

TEST(Ground, PaperWithBoldPrintHasNone) {
    cv::Mat page = paper();
    cv::putText(page, "GIAY CHUNG NHAN", {40, 300}, cv::FONT_HERSHEY_DUPLEX, 4, cv::Scalar(20), 10);
    cv::rectangle(page, {0, 600}, {1239, 603}, cv::Scalar(20), -1);  // a rule from edge to edge
    EXPECT_TRUE(find_ground(raster_of(page), pixels_a_mm).empty());
}

TEST(Ground, BordersTornCornersAndPunchHolesAreWhitened) {
    cv::Mat page = paper();
    cv::rectangle(page, {0, 0}, {60, 1753}, cv::Scalar(12), -1);
    cv::fillConvexPoly(page, std::vector<cv::Point>{{1239, 0}, {1100, 0}, {1239, 200}}, cv::Scalar(30));
    cv::circle(page, {120, 877}, 17, cv::Scalar(25), -1);
    cv::circle(page, {620, 877}, 17, cv::Scalar(25), -1);  // in the middle of the page it is no punch hole
    cv::putText(page, "chu", {100, 300}, cv::FONT_HERSHEY_SIMPLEX, 1, cv::Scalar(20), 3);
    Raster plane = raster_of(page);
    const Raster ground = find_ground(plane, pixels_a_mm);
    ASSERT_FALSE(ground.empty());
    whiten_ground(plane, ground, Transform());
    EXPECT_EQ(plane.row(1000)[30], 255);
    EXPECT_EQ(plane.row(20)[1220], 255);
    EXPECT_EQ(plane.row(877)[120], 255);
    EXPECT_EQ(plane.row(877)[620], 25);
    const cv::Mat print = page(cv::Rect(90, 260, 120, 60));
    EXPECT_EQ(cv::norm(print, mat_of(plane)(cv::Rect(90, 260, 120, 60)), cv::NORM_L1), 0);
}

TEST(Ground, DarkPageIsNoGround) {
    const cv::Mat page(1754, 1240, CV_8U, cv::Scalar(15));
    EXPECT_TRUE(find_ground(raster_of(page), pixels_a_mm).empty());
}

TEST(Ground, SmallPicturesHaveNone) {
    EXPECT_TRUE(find_ground(Raster(1, 1, 1), pixels_a_mm).empty());
}

}  // namespace
}  // namespace sohoa::ocr
