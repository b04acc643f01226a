#include "ocr/image/blank_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

Raster bare_page(int channels = 1) {
    Raster page(1654, 2339, channels);
    mat_of(page).setTo(cv::Scalar::all(250));
    return page;
}

}  // namespace

TEST(BlankPage, HolesShadowsAndTheBackShowingThroughAreNoWriting) {
    Raster page = bare_page();
    cv::Mat plane = mat_of(page);
    EXPECT_TRUE(is_blank(page, 200));
    cv::circle(plane, {100, 900}, 22, cv::Scalar(10), cv::FILLED);
    cv::rectangle(plane, cv::Rect(0, 0, 1654, 30), cv::Scalar(5), cv::FILLED);
    cv::putText(plane, "mat sau", {500, 700}, cv::FONT_HERSHEY_SIMPLEX, 2, cv::Scalar(212), 4);
    EXPECT_TRUE(is_blank(page, 200));
    EXPECT_TRUE(is_blank(Raster{}, 200));
}

TEST(BlankPage, APageNumberIsWriting) {
    Raster page = bare_page();
    cv::putText(mat_of(page), "2", {800, 150}, cv::FONT_HERSHEY_SIMPLEX, 0.8, cv::Scalar(30), 2);
    EXPECT_FALSE(is_blank(page, 200));
}

TEST(BlankPage, ARedSealAloneIsNotBlank) {
    scanners::Page page;
    page.dpi = 200;
    page.pixels = bare_page(3);
    EXPECT_TRUE(prepare(page).blank);
    cv::Mat plane = mat_of(page.pixels);
    cv::circle(plane, {800, 1200}, 130, cv::Scalar(210, 40, 50), 8);
    EXPECT_FALSE(prepare(page).blank);
}

}  // namespace sohoa::ocr
