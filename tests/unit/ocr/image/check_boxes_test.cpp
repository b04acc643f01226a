#include "ocr/image/check_boxes.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr double box_x_height = 16;

/// A colour scan and, of the same size, the reading plane in which the pen has faded.
class CheckBoxes : public testing::Test {
protected:
    CheckBoxes() : plane_(800, 600, 1), scan_(800, 600, 3) {
        mat_of(plane_).setTo(255);
        mat_of(scan_).setTo(cv::Scalar(245, 240, 225));
    }

    void print(const auto& draw) {
        cv::Mat plane = mat_of(plane_);
        cv::Mat scan = mat_of(scan_);
        draw(plane, cv::Scalar(30));
        draw(scan, cv::Scalar(30, 30, 30));
    }

    void square(int x, int y, int side, int thickness = 2) {
        print(
            [&](cv::Mat& on, const cv::Scalar& ink) { cv::rectangle(on, cv::Rect(x, y, side, side), ink, thickness); });
    }

    /// A pen's stroke: on the scan only.
    void pen(cv::Point from, cv::Point to) {
        cv::Mat scan = mat_of(scan_);
        cv::line(scan, from, to, cv::Scalar(40, 60, 170), 3);
    }

    void typed(cv::Point from, cv::Point to) {
        print([&](cv::Mat& on, const cv::Scalar& ink) { cv::line(on, from, to, ink, 3); });
    }

    void text(const std::string& letters, int x, int baseline, double scale = 0.8) {
        print([&](cv::Mat& on, const cv::Scalar& ink) {
            cv::putText(on, letters, {x, baseline}, cv::FONT_HERSHEY_SIMPLEX, scale, ink, 2, cv::LINE_AA);
        });
    }

    std::vector<CheckBox> lift(const std::vector<Seal>& seals = {}) {
        Raster ink = faint_ink_of(plane_);
        return lift_check_boxes(plane_, ink, scan_, Transform{}, seals, box_x_height);
    }

    int ink() const { return cv::countNonZero(mat_of(plane_) < 200); }

    Raster plane_;
    Raster scan_;
};

}  // namespace

TEST_F(CheckBoxes, EmptyAndTickedByPenAreToldApartAndLifted) {
    square(100, 100, 32);
    square(300, 100, 32);
    pen({305, 115}, {314, 128});
    pen({314, 128}, {340, 92});
    const auto boxes = lift();
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_EQ(boxes[0].tick, Tick::empty);
    EXPECT_EQ(boxes[1].tick, Tick::ticked);
    EXPECT_NEAR(boxes[0].frame.x, 99, 1);
    EXPECT_NEAR(boxes[0].frame.width, 34, 2);
    EXPECT_GT(boxes[0].confidence, 0.9);
    EXPECT_EQ(ink(), 0);
}

TEST_F(CheckBoxes, TypedCrossAndATickThatReachesOutGoWithTheBox) {
    square(100, 100, 30);
    typed({106, 106}, {123, 123});
    typed({123, 106}, {106, 123});
    square(300, 100, 40);
    typed({308, 120}, {318, 134});
    typed({318, 134}, {350, 88});
    const auto boxes = lift();
    ASSERT_EQ(boxes.size(), 2U);
    for (const CheckBox& box : boxes) EXPECT_EQ(box.tick, Tick::ticked);
    EXPECT_EQ(ink(), 0);
}

TEST_F(CheckBoxes, SmallThinAndTornFramesAreFound) {
    square(100, 100, 22, 1);
    square(200, 100, 52, 1);
    square(300, 100, 40, 2);
    cv::Mat plane = mat_of(plane_);
    plane(cv::Rect(310, 98, 2, 5)).setTo(255);
    plane(cv::Rect(325, 137, 2, 6)).setTo(255);
    EXPECT_EQ(lift().size(), 3U);
    EXPECT_EQ(ink(), 0);
}

TEST_F(CheckBoxes, FilledSquareCountsBesideAHollowOne) {
    square(100, 100, 30, cv::FILLED);
    EXPECT_TRUE(lift().empty()) << "a bullet";
    square(300, 100, 30);
    const auto boxes = lift();
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_EQ(std::count_if(boxes.begin(), boxes.end(), [](const CheckBox& b) { return b.tick == Tick::ticked; }), 1);
    EXPECT_EQ(ink(), 0);
}

TEST_F(CheckBoxes, LettersAreNone) {
    int y = 60;
    for (const double scale : {0.7, 0.8, 0.9, 1.0, 1.2, 1.5, 2.0}) {
        text("DO0QB8EUHN DOB E", 20, y, scale);
        y += 70;
    }
    const int before = ink();
    EXPECT_TRUE(lift().empty());
    EXPECT_EQ(ink(), before);
}

TEST_F(CheckBoxes, CellsOfTablesAndOfRowsOfCharactersAreNone) {
    for (int k = 0; k < 6; ++k) square(100 + 32 * k, 100, 33);  // sides shared
    for (int k = 0; k < 6; ++k) square(100 + 38 * k, 200, 32);  // sides apart
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 3; ++column) square(400 + 50 * column, 300 + 50 * row, 51);
    }
    const int before = ink();
    EXPECT_TRUE(lift().empty());
    EXPECT_EQ(ink(), before);
}

TEST_F(CheckBoxes, FinderOfACodeIsNone) {
    square(100, 100, 35, 4);
    square(111, 111, 13, cv::FILLED);
    EXPECT_TRUE(lift().empty());
}

TEST_F(CheckBoxes, DigitInABoxStaysAndLeavesItUnsure) {
    square(100, 100, 44);
    print([](cv::Mat& on, const cv::Scalar& ink) { cv::ellipse(on, {122, 122}, {6, 11}, 0, 0, 360, ink, 2); });
    const auto boxes = lift();
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].tick, Tick::unsure);
    EXPECT_LE(boxes[0].confidence, 0.5);
    EXPECT_GT(ink(), 50);
    EXPECT_LT(ink(), 200) << "the frame went";
}

TEST_F(CheckBoxes, SealOverABoxIsNoTick) {
    square(300, 300, 32);
    cv::Mat scan = mat_of(scan_);
    cv::circle(scan, {440, 316}, 124, cv::Scalar(225, 60, 70), 8);
    const auto boxes = lift({{{440, 316}, 130, 1}});
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].tick, Tick::empty);
}

TEST_F(CheckBoxes, AtTheEdgesOfAnyRasterDoNoHarm) {
    for (const Size size : {Size{1, 1}, Size{13, 400}, Size{40, 40}, Size{41, 39}}) {
        Raster plane(size.width, size.height, 1);
        mat_of(plane).setTo(255);
        mat_of(plane).row(0).setTo(0);
        mat_of(plane).row(size.height - 1).setTo(0);
        mat_of(plane).col(0).setTo(0);
        mat_of(plane).col(size.width - 1).setTo(0);
        Raster ink = faint_ink_of(plane);
        const Raster scan = plane.clone();
        lift_check_boxes(plane, ink, scan, Transform{}, {}, box_x_height);
        lift_check_boxes(plane, ink, scan, Transform{}, {}, 0);
    }
}

}  // namespace sohoa::ocr
