#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/find_bend.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

/// Pixels by which the scan lies lower than the flat page, at a place of the scan.
using Fall = std::function<double(double x, double y)>;

scanners::Page bent_page(const scanners::Page& flat, const Fall& fall) {
    const cv::Mat plane = mat_of(flat.pixels);
    cv::Mat places(plane.size(), CV_32FC2);
    for (int y = 0; y < plane.rows; ++y) {
        for (int x = 0; x < plane.cols; ++x)
            places.at<cv::Point2f>(y, x) = {static_cast<float>(x), static_cast<float>(y - fall(x, y))};
    }
    scanners::Page bent;
    bent.dpi = flat.dpi;
    bent.pixels = Raster(plane.cols, plane.rows, plane.channels());
    cv::Mat to = mat_of(bent.pixels);
    cv::remap(plane, to, places, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(255));
    return bent;
}

constexpr double bent_width = 1654;
constexpr double bent_height = 2338;

/// The left side rises from the glass: lines there bend to the middle of the page, by 40 pixels at most.
double gutter(double x, double y) {
    const double rise = std::pow(std::max(0.0, 1 - x / 600), 2.2);
    return 40 * rise * (1 - 2 * y / bent_height);
}

double curl(double x, double y) {
    return 22 * std::sin(x / bent_width * 5 + 1) + 0.008 * (x - bent_width / 2) * (y / bent_height - 0.5);
}

Letters letters_on(const Raster& grey) {
    return letters_of(grey);
}

std::vector<BaselinePoints> baselines_of(const Letters& letters) {
    return find_baselines(letters, find_orientation(letters, 0), letters.x_height);
}

/// The farthest that a stretch of letters stands off a straight line, in pixels.
double most_off_straight(const Raster& grey) {
    double most = 0;
    for (const BaselinePoints& line : baselines_of(letters_on(grey))) {
        std::vector<cv::Point2f> points;
        for (const Point& point : line) points.emplace_back(static_cast<float>(point.x), static_cast<float>(point.y));
        if (points.size() < 3) continue;
        cv::Vec4f fit;
        cv::fitLine(points, fit, cv::DIST_L2, 0, 0.01, 0.01);
        for (const cv::Point2f& point : points) {
            const double off = (point.y - fit[3]) - (point.x - fit[2]) * fit[1] / fit[0];
            most = std::max(most, std::abs(off));
        }
    }
    return most;
}

bool is_bent(const Raster& grey) {
    const Letters letters = letters_on(grey);
    return find_bend(baselines_of(letters), letters.x_height).has_value();
}

}  // namespace

TEST(Bend, OfAGutterIsTakenOff) {
    const scanners::Page page = bent_page(written_page(), gutter);
    EXPECT_GT(most_off_straight(ink_grey(page.pixels)), 4);
    const Planes planes = prepare(page);
    ASSERT_TRUE(planes.reading_to_scan.is_bent());
    EXPECT_LT(most_off_straight(planes.reading), 1);
}

TEST(Bend, OfACurledSheetWhoseLinesFanOutIsTakenOff) {
    const scanners::Page page = bent_page(written_page(), curl);
    const Planes planes = prepare(page);
    ASSERT_TRUE(planes.reading_to_scan.is_bent());
    EXPECT_LT(most_off_straight(planes.reading), 1);
}

TEST(Bend, LeadsBackToTheInkOfTheScanWhateverTheTurn) {
    struct Case {
        Fall fall;
        cv::Point dot;
        std::array<int, 2> turns;
    };
    for (const Case& each : {Case{gutter, {220, 420}, {0, 90}}, Case{curl, {1300, 1900}, {180, 270}}}) {
        scanners::Page page = written_page();
        cv::circle(mat_of(page.pixels), each.dot, 9, cv::Scalar::all(0), cv::FILLED);
        page = bent_page(page, each.fall);
        for (const int turn : each.turns) {
            scanners::Page scan;
            scan.dpi = page.dpi;
            scan.pixels = turned(tilted(page.pixels, 1), turn);
            const Point on_scan = darkest_spot(ink_grey(scan.pixels));
            const Planes planes = prepare(scan, (360 - turn) % 360);
            ASSERT_TRUE(planes.reading_to_scan.is_bent()) << turn;
            const Point mapped = planes.reading_to_scan.apply(darkest_spot(planes.reading));
            EXPECT_NEAR(mapped.x, on_scan.x, 1.5) << turn;
            EXPECT_NEAR(mapped.y, on_scan.y, 1.5) << turn;
        }
    }
}

TEST(Bend, KeepsTheLinesThatItMovesBeyondThePage) {
    scanners::Page page = written_page();
    cv::circle(mat_of(page.pixels), {830, 12}, 9, cv::Scalar::all(0), cv::FILLED);
    const auto arch = [](double x, double) { return 60 * std::pow(2 * x / bent_width - 1, 2); };
    page = bent_page(page, arch);
    const Planes planes = prepare(page);
    ASSERT_TRUE(planes.reading_to_scan.is_bent());
    EXPECT_NEAR(planes.reading_to_scan.apply(darkest_spot(planes.reading)).y, 12, 2);
}

TEST(Bend, FlatPagesHaveNone) {
    for (const double degrees : {0.0, 0.07, 1.3, -4.0}) {
        scanners::Page page = written_page();
        page.pixels = tilted(page.pixels, degrees);
        EXPECT_FALSE(prepare(page).reading_to_scan.is_bent()) << degrees;
    }
}

TEST(Bend, ThreeLinesAreTooFewForOne) {
    EXPECT_FALSE(prepare(bent_page(written_page(200, 3), gutter)).reading_to_scan.is_bent());
}

TEST(Bend, RowsOfATableThatStandUnevenlyAreNone) {
    std::vector<PlacedText> words;
    for (int row = 0; row < 24; ++row) {
        const int y = 300 + row * 70;
        words.push_back({std::to_string(row + 1), 160, y + row % 3});
        words.push_back({"Can cuoc cong dan ban sao", 260, y + 9 * (row % 2)});
        words.push_back({std::to_string(7 * row) + " trang", 900, y - 5 * (row % 3)});
        words.push_back({"co dau giap lai", 1200, y + 4 * (row % 4)});
    }
    EXPECT_FALSE(is_bent(page_of(words, false)));
}

TEST(Bend, ALetterheadWhoseSidesStandAtTheirOwnHeightsIsNone) {
    std::vector<PlacedText> words{
        {"UY BAN NHAN DAN", 180, 200},        {"CONG HOA XA HOI CHU NGHIA VIET NAM", 760, 206},
        {"PHUONG TRUNG TAM", 180, 245},       {"Doc lap - Tu do - Hanh phuc", 850, 253},
        {"So: 123/UBND-VP", 190, 290},        {"Trung Tam, ngay 2 thang 9 nam 2024", 780, 301},
        {"V/v tra loi don cua ong", 170, 330}};
    for (int line = 0; line < 12; ++line)
        words.push_back({"kinh de nghi cac don vi co lien quan thuc hien nghiem tuc", 180, 450 + 55 * line});
    words.push_back({"Noi nhan: nhu tren", 180, 1200});
    words.push_back({"CHU TICH UY BAN", 1000, 1190});
    EXPECT_FALSE(is_bent(page_of(words, true)));
}

TEST(Bend, NoiseAndEmptyPagesHaveNone) {
    Raster noise(1200, 1700, 1);
    cv::Mat plane = mat_of(noise);
    for (const int seed : {5, 7}) {
        cv::RNG(static_cast<std::uint64_t>(seed)).fill(plane, cv::RNG::UNIFORM, 0, 255);
        EXPECT_FALSE(is_bent(noise)) << seed;
    }
    cv::GaussianBlur(plane, plane, {0, 0}, 4);
    cv::threshold(plane, plane, 122, 255, cv::THRESH_BINARY);
    EXPECT_FALSE(is_bent(noise));
    plane.setTo(255);
    EXPECT_FALSE(is_bent(noise));
    EXPECT_FALSE(find_bend({}, 12).has_value());
    EXPECT_FALSE(find_bend({{}, {{1, 1}}}, 0).has_value());
}

}  // namespace sohoa::ocr
