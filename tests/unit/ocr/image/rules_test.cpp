#include "ocr/image/rules.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr double x_height = 16;

class Rules : public testing::Test {
protected:
    Rules() : plane_(800, 600, 1) { std::fill_n(plane_.data(), plane_.bytes(), std::uint8_t{255}); }

    void box(int x, int y, int width, int height) {
        cv::Mat mat = mat_of(plane_);
        cv::rectangle(mat, cv::Rect(x, y, width, height), cv::Scalar(20), cv::FILLED);
    }

    std::vector<Rule> lift() {
        Raster ink = faint_ink_of(plane_);
        return lift_rules(plane_, ink, x_height);
    }

    int ink(int x, int y, int width, int height) const {
        int sum = 0;
        for (int row = y; row < y + height; ++row) {
            for (int column = x; column < x + width; ++column) sum += plane_.row(row)[column] < 128;
        }
        return sum;
    }

    Raster plane_;
};

}  // namespace

TEST_F(Rules, GridIsLiftedAndKeptAsOneTable) {
    for (const int y : {100, 200, 300}) box(100, y, 603, 3);
    for (const int x : {100, 400, 700}) box(x, 100, 3, 203);
    const auto rules = lift();
    EXPECT_EQ(rules.size(), 6U);
    EXPECT_EQ(ink(0, 0, 800, 600), 0);
    const auto tables = tables_of(rules);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].x, 100);
    EXPECT_EQ(tables[0].right(), 703);
    EXPECT_EQ(tables[0].bottom(), 303);
}

TEST_F(Rules, SidesOfLowCellsAreRulesFromOneLevelRuleToAnother) {
    for (const int y : {100, 140, 300}) box(100, y, 603, 3);
    for (const int x : {100, 400, 700}) box(x, 100, 3, 203);
    box(250, 100, 3, 43);  // the side of a cell 40 pixels high
    box(550, 108, 3, 28);  // a stroke within a cell
    const auto rules = lift();
    EXPECT_EQ(rules.size(), 7U);
    EXPECT_EQ(ink(240, 0, 30, 600), 0);
    EXPECT_EQ(ink(540, 0, 30, 600), 3 * 28);
}

TEST_F(Rules, TopsOfBlurredSmallLettersAreNoRule) {
    for (int x = 100; x < 300; x += 12) {
        box(x, 200, 3, 12);
        cv::Mat mat = mat_of(plane_);
        cv::rectangle(mat, cv::Rect(x + 3, 200, 9, 3), cv::Scalar(170), cv::FILLED);  // what blur leaves between them
    }
    EXPECT_TRUE(lift().empty());
    EXPECT_GT(ink(100, 200, 200, 3), 100);
}

TEST_F(Rules, LetterAcrossARuleIsNotCut) {
    box(100, 200, 500, 3);
    box(300, 180, 5, 40);
    EXPECT_EQ(lift().size(), 1U);
    EXPECT_EQ(ink(300, 180, 5, 40), 200);
    EXPECT_EQ(ink(100, 190, 190, 30), 0);
}

TEST_F(Rules, LettersAndThickBarsAreNoRules) {
    box(100, 100, 60, 4);    // the bar of a large T
    box(100, 200, 400, 30);  // a bar
    const int before = ink(0, 0, 800, 600);
    EXPECT_TRUE(lift().empty());
    EXPECT_EQ(ink(0, 0, 800, 600), before);
}

TEST_F(Rules, SlantingRuleOfAPhotocopyIsStillOne) {
    for (int x = 100; x < 700; ++x) box(x, 200 + x / 130, 1, 2);
    EXPECT_EQ(lift().size(), 1U);
    EXPECT_EQ(ink(0, 0, 800, 600), 0);
}

TEST_F(Rules, FrameWithoutCellsIsNoTable) {
    for (const int y : {100, 300}) box(100, y, 603, 3);
    for (const int x : {100, 700}) box(x, 100, 3, 203);
    EXPECT_TRUE(tables_of(lift()).empty());
}

}  // namespace sohoa::ocr
