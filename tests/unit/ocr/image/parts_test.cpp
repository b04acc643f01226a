#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <string>

#include "base/raster_opencv.h"
#include "ocr/image/page_quality.h"
#include "ocr/image/preparation.h"
#include "written_page.h"

namespace sohoa::ocr {
namespace {

scanners::Page page_of(const cv::Mat& pixels) {
    scanners::Page page;
    page.pixels = raster_of(pixels);
    page.dpi = 300;
    return page;
}

/// A card of 1011 × 638 pixels with lines of print, laid onto a picture at an angle.
void lay_card(cv::Mat& onto, cv::Point2f at, double degrees, const cv::Scalar& ink = {25, 25, 30}) {
    cv::Mat card(638, 1011, CV_8UC3, cv::Scalar(205, 226, 232));
    for (int k = 0; k < 9; ++k) {
        cv::putText(card, "Ho va ten: NGUYEN THI MAI ANH", {330, 90 + 58 * k}, cv::FONT_HERSHEY_SIMPLEX, 0.95, ink, 3,
                    cv::LINE_AA);
    }
    cv::rectangle(card, {40, 180}, {280, 520}, cv::Scalar(150, 130, 120), cv::FILLED);
    cv::Mat map = cv::getRotationMatrix2D({505, 319}, degrees, 1);
    map.at<double>(0, 2) += at.x;
    map.at<double>(1, 2) += at.y;
    cv::warpAffine(card, onto, map, onto.size(), cv::INTER_LINEAR, cv::BORDER_TRANSPARENT);
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(Parts, OfAPlainPageAreTheScan) {
    const scanners::Page page = written_page();
    const Preparation preparation(page);
    ASSERT_EQ(preparation.sheets(), 1U);
    EXPECT_EQ(preparation.outline(0), quad_of({0, 0, page.pixels.width(), page.pixels.height()}));
}

TEST(Parts, AreCardsOnTheLidOfAScanner) {
    cv::Mat lid(3508, 2480, CV_8UC3, cv::Scalar(250, 251, 249));
    lay_card(lid, {300, 250}, 0);
    lay_card(lid, {900, 1500}, -5);
    const scanners::Page page = page_of(lid);
    const Preparation preparation(page);
    ASSERT_EQ(preparation.sheets(), 2U);
    EXPECT_LT(distance(preparation.outline(0).corners[0], {300, 250}), 20);
    EXPECT_NEAR(preparation.planes(1).skew, 5, 0.3);
    EXPECT_NEAR(preparation.planes(1).reading_dpi / preparation.planes(0).reading_dpi, 1, 0.1);
}

TEST(Parts, KeepTheirPrintOnADeskOfAnyColour) {
    const cv::Scalar desks[] = {{128, 128, 128}, {138, 106, 74}, {42, 74, 122}, {47, 106, 58}, {138, 42, 42}};
    for (const cv::Scalar& colour : desks) {
        cv::Mat desk(2200, 2900, CV_8UC3, colour);
        lay_card(desk, {800, 700}, 0, {105, 105, 105});
        const scanners::Page page = page_of(desk);
        const Planes card = Preparation(page).planes(0);
        EXPECT_FALSE(card.blank) << colour;
        EXPECT_NEAR(print_darkness(card.reading), 0.5, 0.1) << colour;
    }
}

TEST(Parts, AreAtMostEightCardsAndTheScanElse) {
    for (const int rows : {4, 5}) {
        cv::Mat lid(3508, 2480, CV_8UC3, cv::Scalar(250, 251, 249));
        for (int k = 0; k < 2 * rows; ++k) lay_card(lid, cv::Point(130 + 1150 * (k % 2), 60 + 690 * (k / 2)), 0);
        const scanners::Page page = page_of(lid);
        EXPECT_EQ(Preparation(page).sheets(), rows == 4 ? 8U : 1U);
    }
}

TEST(Parts, KeepWhatIsWrittenBesideACard) {
    cv::Mat lid(3508, 2480, CV_8UC3, cv::Scalar(250, 251, 249));
    lay_card(lid, {300, 250}, 0);
    for (int k = 0; k < 10; ++k) {
        cv::putText(lid, "Chung thuc ban sao dung voi ban chinh", {300, 1500 + 80 * k}, cv::FONT_HERSHEY_SIMPLEX, 1.6,
                    cv::Scalar(20, 20, 20), 4, cv::LINE_AA);
    }
    const scanners::Page page = page_of(lid);
    const Preparation preparation(page);
    ASSERT_EQ(preparation.sheets(), 2U);
    const Planes rest = preparation.planes(1);
    const Planes card = preparation.planes(0);
    EXPECT_FALSE(card.blank);
    EXPECT_FALSE(rest.blank);
    // The card is white on the plane of the rest.
    const double scale = rest.reading_dpi / 300;
    const cv::Rect place(static_cast<int>(320 * scale), static_cast<int>(270 * scale), static_cast<int>(950 * scale),
                         static_cast<int>(580 * scale));
    EXPECT_GT(cv::mean(mat_of(rest.reading)(place))[0], 254);
}

TEST(Parts, OfTwoFacingPagesStandLeftAndRight) {
    const Raster left = written_page().pixels.clone();
    cv::Mat both;
    cv::hconcat(mat_of(left), mat_of(left), both);
    for (const int turn : {0, 90, 180, 270}) {
        scanners::Page page = page_of(both);
        page.pixels = turned(page.pixels, turn);
        const Preparation preparation(page);
        ASSERT_EQ(preparation.sheets(), 2U) << turn;
        const Planes first = preparation.planes(0);
        EXPECT_EQ(first.orientation, (360 - turn) % 360) << turn;
        // Upright, the first part is the left one: its middle lies in the left half.
        const Quad quad = preparation.outline(0);
        const Point middle{(quad.corners[0].x + quad.corners[2].x) / 2, (quad.corners[0].y + quad.corners[2].y) / 2};
        const Point upright = Transform::quarter_turns((360 - turn) % 360, page.pixels.size()).apply(middle);
        EXPECT_LT(upright.x, both.cols / 2.0) << turn;
    }
}

TEST(Parts, OfAnEmptyPageAreOneBlankPart) {
    const scanners::Page page;
    const Preparation preparation(page);
    ASSERT_EQ(preparation.sheets(), 1U);
    EXPECT_TRUE(preparation.planes(0).blank);
}

}  // namespace
}  // namespace sohoa::ocr
