#include "ocr/image/leaders.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr double letter_height = 16;

Raster white(int width, int height) {
    Raster plane(width, height, 1);
    std::fill_n(plane.data(), plane.bytes(), std::uint8_t{255});
    return plane;
}

void dot(Raster& plane, int x, int y) {
    cv::Mat mat = mat_of(plane);
    cv::rectangle(mat, cv::Rect(x, y, 4, 4), cv::Scalar(30), cv::FILLED);
}

std::vector<Box> lift(Raster& plane) {
    Raster ink = faint_ink_of(plane);
    return lift_leaders(plane, ink, letter_height);
}

bool has_ink(const Raster& plane, const Box& box) {
    for (int y = box.y; y < box.bottom(); ++y) {
        for (int x = box.x; x < box.right(); ++x) {
            if (plane.row(y)[x] < 128) return true;
        }
    }
    return false;
}

}  // namespace

TEST(Leaders, RowOfDotsBecomesOneSlotAndPaper) {
    Raster plane = white(800, 60);
    for (int x = 200; x < 700; x += 9) dot(plane, x, 40);
    const auto slots = lift(plane);
    ASSERT_EQ(slots.size(), 1U);
    EXPECT_EQ(slots[0].x, 200);
    EXPECT_GT(slots[0].right(), 690);
    EXPECT_FALSE(has_ink(plane, {0, 0, 800, 60}));
}

TEST(Leaders, RowsOfAScreenStay) {
    Raster plane = white(800, 200);
    for (int y = 20; y < 180; y += 14) {
        for (int x = 100 + y % 3; x < 700; x += 10) dot(plane, x, y);
    }
    EXPECT_TRUE(lift(plane).empty());
    EXPECT_TRUE(has_ink(plane, {300, 20, 40, 20}));
}

TEST(Leaders, DotsMuchPalerThanPrintAreWhatIsLeftOfAColouredBorder) {
    for (const int level : {30, 120, 190}) {
        Raster plane = white(800, 120);
        cv::Mat mat = mat_of(plane);
        for (int x = 100; x < 700; x += 20) cv::rectangle(mat, cv::Rect(x, 70, 10, 16), cv::Scalar(20), cv::FILLED);
        for (int x = 200; x < 700; x += 9) cv::rectangle(mat, cv::Rect(x, 30, 4, 4), cv::Scalar(level), cv::FILLED);
        EXPECT_EQ(lift(plane).size(), level == 190 ? 0U : 1U) << level;
        EXPECT_EQ(plane.row(31)[201] == 255, level != 190) << level;
    }
}

TEST(Leaders, OfLinesOfAFormAreLifted) {
    Raster plane = white(800, 200);
    for (int y = 40; y < 200; y += 40) {
        for (int x = 200; x < 700; x += 9) dot(plane, x, y);
    }
    EXPECT_EQ(lift(plane).size(), 4U);
}

TEST(Leaders, EllipsisColonAndFullStopStay) {
    Raster plane = white(800, 60);
    for (const int x : {100, 109, 118}) dot(plane, x, 40);  // …
    dot(plane, 300, 40);
    dot(plane, 300, 26);  // :
    dot(plane, 500, 40);  // .
    EXPECT_TRUE(lift(plane).empty());
    for (const int x : {100, 109, 118, 300, 500}) EXPECT_TRUE(has_ink(plane, {x, 40, 4, 4})) << x;
}

TEST(Leaders, FourDotsThatStandFreeAreALeaderButNotBehindAWord) {
    Raster plane = white(800, 60);
    for (const int x : {100, 112, 124, 136}) dot(plane, x, 40);
    EXPECT_EQ(lift(plane).size(), 1U);
    Raster prose = white(800, 60);
    for (int y = 28; y < 44; ++y) prose.row(y)[96] = 0;  // the end of a word
    for (const int x : {100, 112, 124, 136}) dot(prose, x, 40);
    EXPECT_TRUE(lift(prose).empty());
}

TEST(Leaders, ColonBeforeALeaderKeepsBothItsDots) {
    Raster plane = white(800, 60);
    dot(plane, 191, 40);
    dot(plane, 191, 26);
    for (int x = 200; x < 700; x += 9) dot(plane, x, 40);
    EXPECT_EQ(lift(plane).size(), 1U);
    EXPECT_TRUE(has_ink(plane, {191, 40, 4, 4}));
    EXPECT_TRUE(has_ink(plane, {191, 26, 4, 4}));
}

TEST(Leaders, WordTypedOverALeaderStaysAndTheDotsBesideAndBelowItGo) {
    Raster plane = white(800, 60);
    for (int x = 200; x < 700; x += 9) dot(plane, x, 44);
    cv::Mat mat = mat_of(plane);
    for (int x = 400; x < 500; x += 22)
        cv::rectangle(mat, cv::Rect(x, 20, 14, 16), cv::Scalar(30), 3);  // letters above
    lift(plane);
    EXPECT_FALSE(has_ink(plane, {200, 42, 500, 10}));
    for (int x = 400; x < 500; x += 22) EXPECT_TRUE(has_ink(plane, {x, 20, 14, 16})) << x;
}

TEST(Leaders, RowBelowWritingGoesThoughNothingOfItStandsFree) {
    Raster plane = white(800, 60);
    cv::Mat mat = mat_of(plane);
    for (int x = 200; x < 600; x += 9) dot(plane, x, 44);
    for (int x = 190; x < 610; x += 14) cv::line(mat, {x, 41}, {x + 8, 16}, cv::Scalar(30), 2);
    EXPECT_EQ(lift(plane).size(), 1U);
    EXPECT_FALSE(has_ink(plane, {190, 44, 420, 10}));
    EXPECT_TRUE(has_ink(plane, {190, 16, 420, 24}));
}

TEST(Leaders, DotsBelowLettersStay) {
    Raster plane = white(900, 60);
    cv::Mat mat = mat_of(plane);
    for (int x = 100; x < 700; x += 20) {
        cv::rectangle(mat, cv::Rect(x, 22, 14, 16), cv::Scalar(30), 3);
        dot(plane, x + 5, 44);
    }
    EXPECT_TRUE(lift(plane).empty());
}

TEST(Leaders, HyphensBetweenLettersStay) {
    Raster plane = white(800, 60);
    cv::Mat mat = mat_of(plane);
    for (int x = 100; x < 600; x += 30) {
        cv::rectangle(mat, cv::Rect(x, 24, 14, 16), cv::Scalar(30), 3);
        cv::rectangle(mat, cv::Rect(x + 19, 32, 7, 3), cv::Scalar(30), cv::FILLED);
    }
    EXPECT_TRUE(lift(plane).empty());
}

TEST(Leaders, ShortRowsOfADateLineGoTogether) {
    Raster plane = white(900, 60);
    for (const int start : {100, 300, 500}) {
        for (int k = 0; k < 4; ++k) dot(plane, start + 9 * k, 40);
    }
    lift(plane);
    EXPECT_FALSE(has_ink(plane, {0, 0, 900, 60}));
}

}  // namespace sohoa::ocr
