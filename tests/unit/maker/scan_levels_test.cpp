#include "samples/maker/scan_levels.h"

#include <cmath>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::maker {

namespace {

constexpr int dpi = 100;
constexpr int scans_of_a_level = 8;
constexpr int page_width = 583;

/// An A5 sheet with one thick rule across the middle.
PaperPage ruled_page() {
    PaperPage page;
    page.print = Raster(page_width, 827, 3);
    std::fill(page.print.data(), page.print.data() + page.print.bytes(), std::uint8_t{255});
    cv::Mat print = mat_of(page.print);
    cv::rectangle(print, {110, 400}, {473, 408}, cv::Scalar::all(0), cv::FILLED);
    return page;
}

cv::Mat grey_of(const Scan& scan) {
    cv::Mat grey = mat_of(scan.pixels).clone();
    if (grey.channels() == 3) cv::cvtColor(grey, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

/// Where the rule runs at `x`: the darkest place of the averaged columns around it.
double rule_at(const cv::Mat& grey, int x) {
    cv::Mat column;
    cv::reduce(grey.colRange(x - 6, x + 7), column, 1, cv::REDUCE_AVG, CV_32F);
    const int from = grey.rows * 3 / 10;
    column = column.rowRange(from, grey.rows * 7 / 10);
    cv::GaussianBlur(column, column, {1, 9}, 0, 2.5);
    cv::Point darkest;
    cv::minMaxLoc(column, nullptr, nullptr, &darkest, nullptr);
    return from + darkest.y;
}

/// Degrees by which the rule falls to the right.
double fall_of_rule(const Scan& scan) {
    const cv::Mat grey = grey_of(scan);
    const int left = grey.cols * 35 / 100;
    const int right = grey.cols * 65 / 100;
    return std::atan2(rule_at(grey, right) - rule_at(grey, left), right - left) * 180 / CV_PI;
}

int highest_quality(Level level) {
    if (level == Level::office || level == Level::book) return 92;
    if (level == Level::phone || level == Level::curl) return 85;
    return level == Level::photocopy ? 75 : 88;
}

std::vector<Scan> scans(Level level) {
    const PaperPage page = ruled_page();
    std::vector<Scan> made;
    for (int i = 0; i < scans_of_a_level; ++i) {
        made.push_back(scan(page, nullptr, level, dpi, Random(static_cast<std::uint64_t>(i) + 1)));
        EXPECT_GE(made.back().jpeg_quality, lowest_jpeg_quality(level));
        EXPECT_LE(made.back().jpeg_quality, highest_quality(level));
    }
    return made;
}

constexpr double slack = 0.35;  // degrees: a row more or less over a third of the page

void expect_turn(Level level, double least, double most) {
    bool both_ways[2] = {false, false};
    for (const Scan& made : scans(level)) {
        const double fall = fall_of_rule(made);
        EXPECT_LE(std::abs(fall), most + slack) << name_of(level);
        EXPECT_GE(std::abs(fall), least - slack) << name_of(level);
        both_ways[fall > 0 ? 1 : 0] = true;
        EXPECT_EQ(made.pixels.size(), ruled_page().print.size()) << "the glass stays as large as the paper";
        EXPECT_EQ(made.dpi, dpi);
    }
    EXPECT_TRUE(least == 0 || (both_ways[0] && both_ways[1])) << "pages turn both ways";
}

double mean_of_corners(const cv::Mat& grey) {
    double sum = 0;
    for (const int x : {0, grey.cols - 12})
        for (const int y : {0, grey.rows - 12}) sum += cv::mean(grey(cv::Rect(x, y, 12, 12)))[0];
    return sum / 4;
}

}  // namespace

TEST(ScanLevels, CleanIsThePrintItself) {
    const PaperPage page = ruled_page();
    const Scan made = scan(page, nullptr, Level::clean, dpi, Random(1));
    EXPECT_EQ(made.jpeg_quality, 0);
    ASSERT_EQ(made.pixels.bytes(), page.print.bytes());
    EXPECT_TRUE(std::equal(made.pixels.data(), made.pixels.data() + made.pixels.bytes(), page.print.data()));
}

TEST(ScanLevels, OfficeTurnsByAThirdOfADegreeAtMost) {
    expect_turn(Level::office, 0, 0.3);
}

TEST(ScanLevels, SkewTurnsByUpToFourDegrees) {
    expect_turn(Level::skew, 4.0 / 3, 4);
}

TEST(ScanLevels, StampTurnsLikeSkew) {
    expect_turn(Level::stamp, 4.0 / 3, 4);
}

TEST(ScanLevels, PhotocopiesTurnByUpToThreeDegrees) {
    expect_turn(Level::photocopy, 1, 3);
}

TEST(ScanLevels, PhotocopiesAreGreyWithAShadedGutter) {
    for (const Scan& made : scans(Level::photocopy)) {
        if (made.pixels.channels() == 3) {
            std::vector<cv::Mat> channels;
            cv::split(mat_of(made.pixels), channels);
            EXPECT_LT(cv::norm(channels[0], channels[2], cv::NORM_L1) / static_cast<double>(channels[0].total()), 12);
        }
        const cv::Mat grey = grey_of(made);
        const double middle = cv::mean(grey.colRange(grey.cols * 4 / 10, grey.cols * 6 / 10))[0];
        const double left = cv::mean(grey.colRange(0, 8))[0];
        const double right = cv::mean(grey.colRange(grey.cols - 8, grey.cols))[0];
        EXPECT_LT(std::min(left, right), middle - 40);
    }
}

TEST(ScanLevels, PhonesSeeTheDeskAroundATiltedSheetAtTheirOwnResolution) {
    for (const Scan& made : scans(Level::phone)) {
        EXPECT_EQ(made.dpi, 0) << "a photograph does not know its resolution";
        const cv::Mat grey = grey_of(made);
        const double sheet = cv::mean(grey(cv::Rect(grey.cols * 2 / 5, grey.rows / 4, grey.cols / 5, 60)))[0];
        EXPECT_LT(mean_of_corners(grey), sheet - 15) << "desk in the corners";
        // 200–240 dpi, the sheet's own turn and offsets, and up to a tenth of desk on each side.
        const double width = made.pixels.width() / (static_cast<double>(page_width) / dpi);
        EXPECT_GT(width, 200 * 0.9);
        EXPECT_LT(width, 240 * 1.55);
        // ±6°, and a side tilts by at most twice 6 % of the other side when its corners are off.
        EXPECT_LT(std::abs(fall_of_rule(made)), 6 + std::atan2(2 * 0.06 * 1.41, 1) * 180 / CV_PI);
    }
}

TEST(ScanLevels, LinesOfABookBendTowardsAShadedGutter) {
    PaperPage page = ruled_page();
    cv::Mat print = mat_of(page.print);
    cv::rectangle(print, {20, 120}, {page_width - 20, 128}, cv::Scalar::all(0), cv::FILLED);
    for (int seed = 1; seed <= scans_of_a_level; ++seed) {
        const Scan made = scan(page, nullptr, Level::book, dpi, Random(static_cast<std::uint64_t>(seed)));
        EXPECT_EQ(made.pixels.size(), page.print.size());
        const cv::Mat grey = grey_of(made)(cv::Rect(0, 30, page_width, 200));
        const auto darkest_at = [&](int x) {
            cv::Mat column;
            cv::reduce(grey.colRange(x - 4, x + 5), column, 1, cv::REDUCE_AVG, CV_32F);
            cv::Point darkest;
            cv::minMaxLoc(column, nullptr, nullptr, &darkest, nullptr);
            return darkest.y;
        };
        const bool left = cv::mean(grey.colRange(0, 30))[0] < cv::mean(grey.colRange(page_width - 30, page_width))[0];
        const int at_gutter = darkest_at(left ? 70 : page_width - 70);
        EXPECT_GT(at_gutter, darkest_at(page_width / 2) + 2) << "down to the middle of the page";
    }
}

TEST(ScanLevels, ACurledSheetLiesOnADeskAndIsNoQuadrilateral) {
    for (const Scan& made : scans(Level::curl)) {
        EXPECT_EQ(made.dpi, 0);
        const cv::Mat grey = grey_of(made);
        EXPECT_LT(mean_of_corners(grey),
                  cv::mean(grey(cv::Rect(grey.cols * 2 / 5, grey.rows / 4, grey.cols / 5, 60)))[0]);
    }
}

TEST(ScanLevels, OnlyTheStampedLevelsPressInkOverTheText) {
    PaperPage page = ruled_page();
    Random random(3);
    PlacedMark seal{make_seal({"UBND XÃ THỬ", "TỈNH THỬ", {}}, 35, dpi, random)};
    seal.x = 80;
    seal.y = 40;
    page.strays.push_back(std::move(seal));
    const auto red = [&](Level level) {
        const Scan made = scan(page, nullptr, level, dpi, Random(5));
        long found = 0;
        for (int y = 0; y < made.pixels.height(); ++y)
            for (int x = 0; x < made.pixels.width(); ++x) {
                const auto* pixel = made.pixels.row(y) + 3 * x;
                if (pixel[0] > pixel[1] + 70 && pixel[0] > pixel[2] + 70) ++found;
            }
        return found;
    };
    for (const Level level : {Level::clean, Level::office, Level::skew}) EXPECT_LT(red(level), 20) << name_of(level);
    EXPECT_GT(red(Level::stamp), 1000);
}

TEST(ScanLevels, TheSameStreamGivesTheSameScan) {
    const PaperPage page = ruled_page();
    for (const Level level : all_levels) {
        const Scan one = scan(page, nullptr, level, dpi, Random(9));
        const Scan two = scan(page, nullptr, level, dpi, Random(9));
        ASSERT_EQ(one.pixels.bytes(), two.pixels.bytes());
        EXPECT_TRUE(std::equal(one.pixels.data(), one.pixels.data() + one.pixels.bytes(), two.pixels.data()))
            << name_of(level);
    }
}

}  // namespace sohoa::maker
