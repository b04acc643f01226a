#include "ocr/codes/pitch_fit.h"

#include <gtest/gtest.h>
#include <random>

namespace sohoa::ocr {

namespace {

std::vector<Point> cells(int count, double pitch, double slope, double bow, double shake) {
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 1);
    std::vector<Point> points;
    for (int k = 0; k < count; ++k) {
        const double x = 40 + k * pitch + k * k * bow + noise(random) * shake * pitch;
        points.push_back({x, 200 + k * pitch * slope});
    }
    return points;
}

}  // namespace

TEST(PitchFit, FindsPitchAndSlope) {
    const auto fit = fit_pitch(cells(30, 20, 0.05, 0, 0.04));
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->cells, 30);
    EXPECT_NEAR(fit->step.x, 20, 0.3);
    EXPECT_NEAR(fit->step.y, 1, 0.05);
    EXPECT_NEAR(fit->start.x, 40, 1.5);
}

TEST(PitchFit, GlyphsMayBeMissing) {
    auto points = cells(44, 17, 0, 0, 0.03);
    points.erase(points.begin() + 20, points.begin() + 22);
    points.erase(points.begin() + 7);
    const auto fit = fit_pitch(points);
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->cells, 44);
    EXPECT_EQ(fit->glyphs, 41);
}

TEST(PitchFit, FollowsARowSeenAslant) {
    const auto fit = fit_pitch(cells(30, 20, 0.02, 0.06, 0.03));
    ASSERT_TRUE(fit);
    EXPECT_EQ(fit->cells, 30);
    EXPECT_NEAR(fit->bow.x, 0.06, 0.015);
}

TEST(PitchFit, PrintWithWidthsOfItsOwnIsRefused) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> width(8, 24);
    for (int line = 0; line < 200; ++line) {
        std::vector<Point> points;
        double x = 10;
        for (int k = 0; k < 40; ++k) points.push_back({x += width(random), 100});
        EXPECT_FALSE(fit_pitch(points)) << line;
    }
}

TEST(PitchFit, FewOrEqualPointsAreNoRow) {
    EXPECT_FALSE(fit_pitch({}));
    EXPECT_FALSE(fit_pitch({{1, 1}, {2, 1}}));
    EXPECT_FALSE(fit_pitch(std::vector<Point>(20, Point{5, 5})));
}

}  // namespace sohoa::ocr
