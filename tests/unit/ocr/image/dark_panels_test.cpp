#include "ocr/image/dark_panels.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {
namespace {

constexpr double panel_letter = 20;  // pixels

/// A page of letters as boxes, with a panel of `ground` on which letters of `print` stand.
Raster page_with_panel(const cv::Scalar& ground, const cv::Scalar& print) {
    Raster page(1240, 1754, 3);
    cv::Mat pixels = mat_of(page);
    pixels.setTo(cv::Scalar(250, 250, 250));
    cv::rectangle(pixels, cv::Rect(150, 400, 900, 60), ground, cv::FILLED);
    for (int x = 180; x < 1000; x += 30) cv::rectangle(pixels, cv::Rect(x, 420, 12, 20), print, cv::FILLED);
    for (int y = 500; y < 900; y += 50) {
        for (int x = 180; x < 1000; x += 40) {
            cv::rectangle(pixels, cv::Rect(x, y, 12, 20), cv::Scalar(20, 20, 20), cv::FILLED);
        }
    }
    return page;
}

/// A white plane over the page, as large, on which the panels of the page were turned.
Raster turned_panels(const Raster& page) {
    Raster plane(page.width(), page.height(), 1);
    mat_of(plane).setTo(200);
    DarkPanels(page).turn(plane, PlaneMap(Transform{}), page, panel_letter);
    return plane;
}

}  // namespace

TEST(DarkPanels, LightPrintOnDarkBecomesDarkOnWhite) {
    for (const auto& ground :
         {cv::Scalar(31, 56, 100), cv::Scalar(68, 114, 196), cv::Scalar(192, 0, 0), cv::Scalar(40, 40, 40)}) {
        const Raster plane = turned_panels(page_with_panel(ground, cv::Scalar(255, 255, 255)));
        EXPECT_LT(plane.row(430)[186], 60);   // within a letter
        EXPECT_GT(plane.row(430)[200], 220);  // between letters
        EXPECT_EQ(plane.row(510)[186], 200);  // the text below is left alone
    }
}

TEST(DarkPanels, BarsAndPlainPagesAreLeftAlone) {
    const Raster bar = turned_panels(page_with_panel(cv::Scalar(30, 30, 30), cv::Scalar(30, 30, 30)));
    EXPECT_EQ(bar.row(430)[186], 200);
    const Raster plain = turned_panels(page_with_panel(cv::Scalar(250, 250, 250), cv::Scalar(20, 20, 20)));
    EXPECT_EQ(plain.row(430)[186], 200);
    EXPECT_EQ(plain.row(430)[200], 200);
    EXPECT_FALSE(DarkPanels(Raster()).any());
    EXPECT_FALSE(DarkPanels(black_raster(500, 500, 1)).any());
}

TEST(DarkPanels, OnPalerGroundPrintIsPrint) {
    const Raster shaded = turned_panels(page_with_panel(cv::Scalar(217, 217, 217), cv::Scalar(20, 20, 20)));
    EXPECT_EQ(shaded.row(430)[186], 200);
}

}  // namespace sohoa::ocr
