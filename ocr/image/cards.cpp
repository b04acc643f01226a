#include "ocr/image/cards.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "base/raster_opencv.h"
#include "ocr/image/sheet_format.h"

namespace sohoa::ocr {

namespace {

constexpr int card_print = 15;              // pixels: print on the ground is closed over
constexpr double even_rim = 14;             // grey levels: spread of the ground's colour
constexpr int least_off_ground = 9;         // grey levels
constexpr double smallest_card = 0.012;     // of the scan
constexpr double largest_card = 0.45;       // of the scan
constexpr double least_card_fill = 0.93;    // of its quadrilateral
constexpr double least_bitten_fill = 0.84;  // the same, where a corner is white
constexpr double card_proportions = 0.09;   // off a known format; seen aslant
constexpr std::size_t most_cards = 8;       // each costs as much as a page
constexpr double rim_share = 0.02;          // of the scan's sides

/// The scan at the likeness's size without print, in colour.
cv::Mat without_print(const PaperLikeness& likeness) {
    cv::Mat closed;
    cv::morphologyEx(mat_of(likeness.scan), closed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {card_print, card_print}));
    if (closed.channels() == 1) cv::cvtColor(closed, closed, cv::COLOR_GRAY2RGB);
    return closed;
}

/// What sheets lie on.
struct Ground {
    cv::Vec3b colour;
    int spread = 0;  ///< grey levels
};

/// The ground by most of the rim; nothing where it has no one colour.
std::optional<Ground> ground_of(const cv::Mat& picture) {
    const int rim = std::max(2, static_cast<int>(rim_share * std::min(picture.cols, picture.rows)));
    std::array<std::vector<std::uint8_t>, 3> values;
    for (int y = 0; y < picture.rows; ++y) {
        for (int x = 0; x < picture.cols; ++x) {
            const bool inner = y >= rim && y < picture.rows - rim && x >= rim && x < picture.cols - rim;
            if (inner) {
                x = picture.cols - rim - 1;
                continue;
            }
            for (int c = 0; c < 3; ++c) values[static_cast<std::size_t>(c)].push_back(picture.at<cv::Vec3b>(y, x)[c]);
        }
    }
    Ground ground;
    for (std::size_t c = 0; c < 3; ++c) {
        auto& v = values[c];
        const auto at = [&](double share) {
            const auto place = v.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(v.size() - 1));
            std::nth_element(v.begin(), place, v.end());
            return *place;
        };
        const int spread = at(0.9) - at(0.25);
        if (spread > even_rim) return std::nullopt;
        ground.spread = std::max(ground.spread, spread);
        ground.colour[static_cast<int>(c)] = at(0.5);
    }
    return ground;
}

/// 255 where the colour is not the ground's.
cv::Mat off_ground(const cv::Mat& picture, const Ground& ground) {
    cv::Mat distance(picture.size(), CV_8U);
    for (int y = 0; y < picture.rows; ++y) {
        const auto* pixel = picture.ptr<cv::Vec3b>(y);
        auto* to = distance.ptr<std::uint8_t>(y);
        for (int x = 0; x < picture.cols; ++x) {
            int most = 0;
            for (int c = 0; c < 3; ++c) most = std::max(most, std::abs(pixel[x][c] - ground.colour[c]));
            to[x] = static_cast<std::uint8_t>(most);
        }
    }
    cv::GaussianBlur(distance, distance, {5, 5}, 0);
    cv::Mat off;
    cv::threshold(distance, off, least_off_ground + ground.spread, 255, cv::THRESH_BINARY);
    cv::morphologyEx(off, off, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    return off;
}

bool has_known_proportions(cv::Size2f size) {
    const double longer = std::max(size.width, size.height) / std::max(1e-3F, std::min(size.width, size.height));
    return std::abs(longer / id_1_proportions - 1) < card_proportions ||
           std::abs(longer / a_series_proportions - 1) < card_proportions / 2;
}

std::optional<std::array<cv::Point2d, 4>> card_of(const std::vector<cv::Point>& contour, double scan_area) {
    const double area = cv::contourArea(contour);
    if (area < smallest_card * scan_area || area > largest_card * scan_area) return std::nullopt;
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    const cv::RotatedRect rect = cv::minAreaRect(hull);
    // A code's white margin in a corner is of the ground's colour.
    const double quad = rect.size.area();
    if (area < least_bitten_fill * quad || cv::contourArea(hull) < least_card_fill * quad ||
        !has_known_proportions(rect.size))
        return std::nullopt;
    cv::Point2f points[4];
    rect.points(points);
    std::array<cv::Point2d, 4> corners{points[0], points[1], points[2], points[3]};
    // Clockwise as they are; the first is the one nearest the top left.
    const auto first = std::min_element(corners.begin(), corners.end(),
                                        [](const auto& a, const auto& b) { return a.x + a.y < b.x + b.y; });
    std::rotate(corners.begin(), first, corners.end());
    return corners;
}

}  // namespace

std::vector<std::array<cv::Point2d, 4>> find_cards(const PaperLikeness& likeness) {
    std::vector<std::array<cv::Point2d, 4>> cards;
    if (std::min(likeness.picture.width(), likeness.picture.height()) < 100) return cards;
    const cv::Mat picture = without_print(likeness);
    const auto ground = ground_of(picture);
    if (!ground) return cards;
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(off_ground(picture, *ground), contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    for (const auto& contour : contours) {
        if (auto card = card_of(contour, static_cast<double>(picture.total()))) cards.push_back(*card);
    }
    if (cards.size() > most_cards) return {};
    std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) {
        const double reach = std::min(std::abs(a[3].y - a[0].y), std::abs(b[3].y - b[0].y)) / 2;
        return std::abs(a[0].y - b[0].y) > reach ? a[0].y < b[0].y : a[0].x < b[0].x;
    });
    return cards;
}

}  // namespace sohoa::ocr
