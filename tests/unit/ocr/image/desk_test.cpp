#include "ocr/image/desk.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "desk.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {
namespace {

/// Shares of the desk that is found, and of the paper that is taken for desk, off the rim between them.
struct Found {
    double desk = 0;
    double paper = 0;
};

Found found_on(const DeskScene& scene, std::uint64_t seed) {
    const DeskPhoto photo = photographed_on(scene, written_page().pixels, seed);
    const Desk desk = find_desk(paper_likeness(photo.picture, paper_tint(photo.picture)));
    if (desk.mask.empty()) return {};
    cv::Mat sheet(desk.mask.height(), desk.mask.width(), CV_8U, cv::Scalar(0));
    std::vector<cv::Point> outline;
    for (const cv::Point2f& corner : photo.corners)
        outline.emplace_back(static_cast<int>(corner.x) / desk.factor, static_cast<int>(corner.y) / desk.factor);
    cv::fillConvexPoly(sheet, outline, cv::Scalar(255));
    const cv::Mat rim = cv::getStructuringElement(cv::MORPH_RECT, {9, 9});
    cv::Mat inner;
    cv::Mat outer;
    cv::erode(sheet, inner, rim, {-1, -1}, 1, cv::BORDER_REPLICATE);
    cv::dilate(sheet, outer, rim);
    const cv::Mat mask = mat_of(desk.mask);
    return {1.0 * cv::countNonZero(mask & ~outer) / cv::countNonZero(~outer),
            1.0 * cv::countNonZero(mask & inner) / cv::countNonZero(inner)};
}

long dark_pixels(const Raster& plane) {
    return cv::countNonZero(mat_of(plane) < 110);
}

TEST(Desk, IsFoundAroundTheSheet) {
    for (const char* ground : {"dark", "light", "wood", "cloth", "checked", "cluttered"}) {
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Found found = found_on({.ground = ground}, seed);
            EXPECT_GT(found.desk, 0.93) << ground << seed;
            EXPECT_EQ(found.paper, 0) << ground << seed;
        }
    }
}

TEST(Desk, IsFoundWhereThePictureCutsTheSheetOff) {
    for (int side = 0; side < 4; ++side) {
        const Found found = found_on({.ground = "wood", .cut_side = side}, 5);
        EXPECT_GT(found.desk, 0.93) << side;
        EXPECT_EQ(found.paper, 0) << side;
    }
}

TEST(Desk, AsLightAsPaperIsLeftAsItIs) {
    EXPECT_EQ(found_on({.ground = "white"}, 1).paper, 0);
}

TEST(Desk, FlatScansHaveNone) {
    const scanners::Page page = written_page();
    EXPECT_TRUE(find_desk(paper_likeness(page.pixels, paper_tint(page.pixels))).mask.empty());
}

TEST(Desk, OfAnyPictureIsFoundWithoutHarm) {
    cv::RNG random(3);
    for (const Size size : {Size{1, 1}, Size{41, 900}, Size{801, 299}}) {
        for (const int channels : {1, 3}) {
            Raster picture(size.width, size.height, channels);
            cv::Mat pixels = mat_of(picture);
            pixels.setTo(cv::Scalar::all(7));
            EXPECT_TRUE(find_desk(paper_likeness(picture, {})).mask.empty());
            random.fill(pixels, cv::RNG::UNIFORM, 0, 256);
            find_desk(paper_likeness(picture, {}));
        }
    }
}

/// The written page with a hard shadow over the part of it within an outline.
scanners::Page shadowed(const std::vector<cv::Point>& outline) {
    scanners::Page page = written_page();
    cv::Mat pixels = mat_of(page.pixels);
    cv::Mat within(pixels.size(), CV_8U, cv::Scalar(0));
    cv::fillConvexPoly(within, outline, cv::Scalar(255));
    cv::Mat dark;
    pixels.convertTo(dark, CV_8U, 0.58);
    dark.copyTo(pixels, within);
    return page;
}

/// A shadow that ends at once, as paper does, and reaches the edge of the picture: what is printed in it counts.
TEST(Desk, PrintInAShadowStays) {
    const double before = static_cast<double>(dark_pixels(prepare(written_page()).reading));
    const std::vector<std::vector<cv::Point>> shadows{{{0, 1300}, {1654, 1500}, {1654, 2338}, {0, 2338}},
                                                      {{0, 0}, {330, 0}, {280, 2338}, {0, 2338}}};
    for (const auto& shadow : shadows) {
        const scanners::Page page = shadowed(shadow);
        ASSERT_FALSE(find_desk(paper_likeness(page.pixels, paper_tint(page.pixels))).mask.empty());
        EXPECT_GT(static_cast<double>(dark_pixels(prepare(page).reading)), 0.97 * before);
    }
}

}  // namespace
}  // namespace sohoa::ocr
