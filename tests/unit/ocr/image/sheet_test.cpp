#include "ocr/image/sheet.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/planes.h"
#include "ocr/image/skew.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

/// The page as a camera sees it on a desk of the brightness given, with its corners where they are asked.
Raster photographed(const Raster& page, Size photo, const std::array<cv::Point2f, 4>& corners, double desk) {
    const auto w = static_cast<float>(page.width());
    const auto h = static_cast<float>(page.height());
    const std::array<cv::Point2f, 4> flat{cv::Point2f{0, 0}, {w, 0}, {w, h}, {0, h}};
    cv::Mat seen(photo.height, photo.width, CV_8UC3);
    cv::warpPerspective(mat_of(page), seen, cv::getPerspectiveTransform(flat, corners), seen.size(), cv::INTER_AREA,
                        cv::BORDER_CONSTANT, cv::Scalar::all(desk));
    return raster_of(seen);
}

constexpr Size photo{1800, 2500};
const std::array<cv::Point2f, 4> on_desk{cv::Point2f{120, 150}, {1660, 90}, {1720, 2380}, {70, 2410}};

}  // namespace

TEST(Sheet, OnADarkDeskIsFoundByItsCorners) {
    const Raster seen = photographed(written_page().pixels, photo, on_desk, 70);
    const Sheet sheet = find_sheets(seen, paper_tint(seen)).front();
    ASSERT_TRUE(sheet.cut_out);
    const Quad on_scan = sheet.to_scan.apply(quad_of({0, 0, sheet.size.width, sheet.size.height}));
    const double allowed = 0.008 * photo.height;
    for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_NEAR(on_scan.corners[k].x, on_desk[k].x, allowed) << k;
        EXPECT_NEAR(on_scan.corners[k].y, on_desk[k].y, allowed) << k;
    }
}

TEST(Sheet, OfAFlatScanIsTheScan) {
    EXPECT_FALSE(find_sheets(written_page().pixels, PaperTint{}).front().cut_out);
}

TEST(Sheet, IsTheScanWhereADarkPictureFillsThePage) {
    Raster dark(1200, 1700, 1);
    mat_of(dark).setTo(60);
    cv::Mat plane = mat_of(dark);
    cv::circle(plane, {600, 800}, 500, cv::Scalar(230), cv::FILLED);
    EXPECT_FALSE(find_sheets(dark, PaperTint{}).front().cut_out);
}

TEST(Sheet, OfAnyRasterIsFoundWithoutHarm) {
    for (const Size size : {Size{1, 1}, Size{3, 4000}, Size{90, 70}, Size{801, 799}}) {
        Raster raster(size.width, size.height, 1);
        mat_of(raster).setTo(0);
        EXPECT_FALSE(find_sheets(raster, PaperTint{}).front().cut_out);
    }
}

TEST(Sheet, SquaredUpIsReadLevel) {
    scanners::Page page = written_page();
    page.pixels = photographed(page.pixels, photo, on_desk, 70);
    const Planes planes = prepare(page);
    EXPECT_LT(std::abs(find_skew(ink_of(planes.reading)).degrees), 0.2);
    EXPECT_NEAR(planes.skew, -1.6, 0.3) << "how it lay on the desk";
    const Point middle =
        planes.reading_to_scan.apply(Point{planes.reading.width() / 2.0, planes.reading.height() / 2.0});

    EXPECT_NEAR(middle.x, 890, 40);
    EXPECT_NEAR(middle.y, 1250, 60);
}

}  // namespace sohoa::ocr
