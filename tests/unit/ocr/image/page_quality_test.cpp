#include "ocr/image/page_quality.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "desk.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {
namespace {

using testing::Contains;
using testing::Not;

scanners::Page blurred_page(double sigma) {
    scanners::Page page = written_page();
    cv::Mat pixels = mat_of(page.pixels);
    if (sigma > 0) cv::GaussianBlur(pixels, pixels, {0, 0}, sigma);
    return page;
}

TEST(PageQuality, SharpPageIsGood) {
    const Quality quality = prepare(blurred_page(0)).quality;
    EXPECT_EQ(quality.verdict, "good");
    EXPECT_TRUE(quality.issues.empty());
}

TEST(PageQuality, BlurIsTold) {
    EXPECT_THAT(prepare(blurred_page(1)).quality.issues, Not(Contains("blurred")));
    const Quality quality = prepare(blurred_page(4)).quality;
    EXPECT_THAT(quality.issues, Contains("blurred"));
    EXPECT_EQ(quality.verdict, "bad");
}

TEST(PageQuality, TooFewPixelsAreTold) {
    scanners::Page page = written_page();
    cv::Mat small;
    cv::resize(mat_of(page.pixels), small, {}, 0.25, 0.25, cv::INTER_AREA);
    page.pixels = raster_of(small);
    page.dpi = 75;
    EXPECT_THAT(prepare(page).quality.issues, Contains("low_resolution"));
}

TEST(PageQuality, LinesCutOffAreTold) {
    scanners::Page page = written_page();
    const cv::Mat whole = mat_of(page.pixels).clone();
    page.pixels = raster_of(whole.colRange(whole.cols / 3, whole.cols));
    EXPECT_THAT(prepare(page).quality.issues, Contains("page_cut"));
}

TEST(PageQuality, FingersAreTold) {
    const Raster sheet = written_page().pixels.clone();
    scanners::Page page;
    page.dpi = 200;
    page.pixels = photographed_on({.ground = "dark", .fingers = true}, sheet, 3).picture;
    EXPECT_THAT(prepare(page).quality.issues, Contains("covered"));
    page.pixels = photographed_on({.ground = "dark"}, sheet, 3).picture;
    EXPECT_THAT(prepare(page).quality.issues, Not(Contains("covered")));
}

TEST(PageQuality, MissingCornerAndGlareAreTold) {
    const Raster sheet = written_page().pixels.clone();
    DeskPhoto taken = photographed_on({.ground = "dark"}, sheet, 5);
    cv::Mat picture = mat_of(taken.picture);
    const cv::Point2f corner = taken.corners[1];
    const cv::Point2f along = (taken.corners[0] - corner) * 0.12F;
    const cv::Point2f down = (taken.corners[2] - corner) * 0.09F;
    std::vector<cv::Point> torn{corner + cv::Point2f(4, -4), corner + along, corner + down};
    cv::fillConvexPoly(picture, torn, cv::Scalar(55, 50, 48));
    const cv::Point2f middle = (taken.corners[0] + taken.corners[2]) / 2;
    cv::circle(picture, middle, 110, cv::Scalar(255, 255, 255), cv::FILLED);
    scanners::Page page;
    page.dpi = 200;
    page.pixels = taken.picture.clone();
    const Quality quality = prepare(page).quality;
    EXPECT_THAT(quality.issues, Contains("corner_missing"));
    EXPECT_THAT(quality.issues, Contains("glare"));
    EXPECT_THAT(quality.issues, Not(Contains("covered")));
}

TEST(PageQuality, OfAnEvenRasterIsThatItIsBlankAndWhetherItIsDark) {
    for (const int level : {0, 127, 255}) {
        for (const Size size : {Size{1, 1}, Size{3, 2000}, Size{600, 800}}) {
            scanners::Page page;
            page.dpi = 300;
            page.pixels = Raster(size.width, size.height, 1);
            mat_of(page.pixels).setTo(level);
            const Planes planes = prepare(page);
            EXPECT_TRUE(planes.blank) << level << ' ' << size.width;
            const std::vector<std::string> told =
                level == 0 ? std::vector<std::string>{"dark"} : std::vector<std::string>{};
            EXPECT_EQ(planes.quality.issues, told) << level << ' ' << size.width;
        }
    }
}

}  // namespace
}  // namespace sohoa::ocr
