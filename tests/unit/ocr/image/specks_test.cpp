#include "ocr/image/specks.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr int letter_side = 20;  // pixels

/// Rows of black squares the size of small letters.
class Specks : public testing::Test {
protected:
    Specks() : plane_(900, 600, 1) {
        cv::Mat plane = mat_of(plane_);
        plane.setTo(255);
        for (int row = 0; row < 5; ++row)
            for (int k = 0; k < 24; ++k)
                cv::rectangle(plane, cv::Rect(60 + 30 * k, 100 + 60 * row, letter_side, letter_side), cv::Scalar(20),
                              4);
    }

    void dot(cv::Point at, int side, int grey = 20) {
        cv::rectangle(mat_of(plane_), cv::Rect(at.x, at.y, side, side), cv::Scalar(grey), cv::FILLED);
    }
    bool is_there(cv::Point at) const { return plane_.row(at.y)[at.x] < 200; }
    int lift() {
        Raster ink = faint_ink_of(plane_);
        return lift_specks(plane_, ink, letter_side, letter_side);
    }

    Raster plane_;
};

}  // namespace

TEST_F(Specks, DirtGoesAndMarksStay) {
    dot({70, 86}, 4);        // a dot over a letter
    dot({130, 126}, 4);      // one under it
    dot({785, 117}, 4);      // a full stop
    dot({160, 90}, 2, 120);  // dirt by a letter
    dot({400, 500}, 3);      // dirt on the bare paper
    EXPECT_EQ(lift(), 2);
    EXPECT_TRUE(is_there({71, 87}));
    EXPECT_TRUE(is_there({131, 127}));
    EXPECT_TRUE(is_there({786, 118}));
    EXPECT_FALSE(is_there({160, 90}));
    EXPECT_FALSE(is_there({401, 501}));
}

TEST_F(Specks, PrintOfSmallPiecesStays) {
    for (int k = 0; k < 700; ++k) dot({62 + 28 * (k % 28), 90 + 60 * (k / 140) + 8 * (k / 28 % 5)}, 2, 60);
    lift();
    EXPECT_TRUE(is_there({62, 98}));
}

TEST_F(Specks, WithoutLettersNothingIsJudged) {
    Raster ink = faint_ink_of(plane_);
    EXPECT_EQ(lift_specks(plane_, ink, 0, 0), 0);
    Raster empty;
    Raster no_ink;
    EXPECT_EQ(lift_specks(empty, no_ink, letter_side, letter_side), 0);
}

}  // namespace sohoa::ocr
