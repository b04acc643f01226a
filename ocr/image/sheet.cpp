#include "ocr/image/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int long_side = 800;          // pixels, at least, of the picture the sheet is looked for in
constexpr double colour_weight = 0.7;   // of colourfulness against brightness
constexpr int rim = 6;                  // pixels
constexpr double bright_rim = 0.5;      // share of a rim above which there is no ground around the sheet
constexpr double least_area = 0.25;     // of the scan
constexpr double least_fill = 0.94;     // of the quadrilateral by the bright shape
constexpr double least_contrast = 30;   // grey levels between sheet and ground
constexpr double sharpest_corner = 55;  // degrees
constexpr double inset = 0.003;         // of the side: the sheet's own edge and shadow stay outside

using Corners = std::array<cv::Point2f, 4>;  // clockwise from top left

/// Bright where there may be paper: brightness less colourfulness.
cv::Mat small_picture(const Raster& scan, const PaperTint& tint, int factor) {
    const cv::Size size(scan.width() / factor, scan.height() / factor);
    cv::Mat small;
    cv::resize(mat_of(scan)(cv::Rect(0, 0, size.width * factor, size.height * factor)), small, size, 0, 0,
               cv::INTER_AREA);
    if (small.channels() == 3) {
        cv::Mat paper(size, CV_8U);
        for (int y = 0; y < size.height; ++y) {
            const auto* rgb = small.ptr<cv::Vec3b>(y);
            for (int x = 0; x < size.width; ++x) {
                const double r = std::min(255.0, rgb[x][0] * tint.gains[0]);
                const double g = std::min(255.0, rgb[x][1] * tint.gains[1]);
                const double b = std::min(255.0, rgb[x][2] * tint.gains[2]);
                const double chroma = std::max({r, g, b}) - std::min({r, g, b});
                paper.at<std::uint8_t>(y, x) =
                    cv::saturate_cast<std::uint8_t>((r + g + b) / 3 - colour_weight * chroma);
            }
        }
        small = paper;
    }
    cv::GaussianBlur(small, small, {5, 5}, 0);
    return small;
}

double bright_share_of_rim(const cv::Mat& bright) {
    cv::Mat inner = bright.clone();
    inner(cv::Rect(rim, rim, inner.cols - 2 * rim, inner.rows - 2 * rim)).setTo(0);
    const double area = static_cast<double>(bright.total()) - (bright.cols - 2.0 * rim) * (bright.rows - 2.0 * rim);
    return cv::countNonZero(inner) / area;
}

std::vector<cv::Point> largest_shape(const cv::Mat& bright) {
    std::vector<std::vector<cv::Point>> shapes;
    cv::findContours(bright, shapes, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    if (shapes.empty()) return {};
    return *std::max_element(shapes.begin(), shapes.end(),
                             [](const auto& a, const auto& b) { return cv::contourArea(a) < cv::contourArea(b); });
}

/// The four corners a hull comes down to, clockwise from top left.
std::optional<Corners> four_corners(const std::vector<cv::Point>& shape) {
    std::vector<cv::Point> hull;
    cv::convexHull(shape, hull);
    const double around = cv::arcLength(hull, true);
    std::vector<cv::Point> polygon;
    for (int thousandths = 10; thousandths < 100; thousandths += 5) {
        cv::approxPolyDP(hull, polygon, thousandths * around / 1000, true);
        if (polygon.size() <= 4) break;
    }
    if (polygon.size() != 4) return std::nullopt;
    if (cv::contourArea(polygon, true) < 0)
        std::reverse(polygon.begin(), polygon.end());  // y down: clockwise is positive
    const auto first = std::min_element(polygon.begin(), polygon.end(),
                                        [](const cv::Point& a, const cv::Point& b) { return a.x + a.y < b.x + b.y; });
    std::rotate(polygon.begin(), first, polygon.end());
    return Corners{polygon[0], polygon[1], polygon[2], polygon[3]};
}

/// A line through the points of a shape that lie along the middle of the side from a to b.
std::optional<cv::Vec4f> line_along(const std::vector<cv::Point>& shape, cv::Point2f a, cv::Point2f b) {
    const cv::Point2f side = b - a;
    const float length = std::hypot(side.x, side.y);
    constexpr float near = 8;  // pixels from the straight side
    std::vector<cv::Point> along;
    for (const cv::Point& point : shape) {
        const cv::Point2f from = cv::Point2f(point) - a;
        const float share = from.dot(side) / (length * length);
        const float off = std::abs(from.cross(side)) / length;
        if (share > 0.08F && share < 0.92F && off < near) along.push_back(point);
    }
    if (along.size() < static_cast<std::size_t>(length / 2)) return std::nullopt;
    cv::Vec4f line;
    cv::fitLine(along, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    return line;
}

std::optional<cv::Point2f> crossing(const cv::Vec4f& p, const cv::Vec4f& q) {
    const float cross = p[0] * q[1] - p[1] * q[0];
    if (std::abs(cross) < 1e-3F) return std::nullopt;
    const float t = ((q[2] - p[2]) * q[1] - (q[3] - p[3]) * q[0]) / cross;
    return cv::Point2f(p[2] + t * p[0], p[3] + t * p[1]);
}

std::optional<Corners> refined(const std::vector<cv::Point>& shape, const Corners& rough) {
    std::array<cv::Vec4f, 4> sides;
    for (std::size_t k = 0; k < 4; ++k) {
        const auto line = line_along(shape, rough[k], rough[(k + 1) % 4]);
        if (!line) return std::nullopt;
        sides[k] = *line;
    }
    Corners corners;
    for (std::size_t k = 0; k < 4; ++k) {
        const auto corner = crossing(sides[(k + 3) % 4], sides[k]);
        if (!corner) return std::nullopt;
        corners[k] = *corner;
    }
    return corners;
}

double degrees_at(cv::Point2f corner, cv::Point2f before, cv::Point2f after) {
    const cv::Point2f a = before - corner;
    const cv::Point2f b = after - corner;
    const double lengths = std::hypot(a.x, a.y) * std::hypot(b.x, b.y);
    return lengths > 0 ? std::acos(std::clamp(a.dot(b) / lengths, -1.0, 1.0)) * 180 / CV_PI : 0;
}

/// Whether a bright shape is a flat rectangle seen from somewhere above it.
bool is_sheet(const cv::Mat& picture, const cv::Mat& bright, const Corners& corners) {
    const std::vector<cv::Point2f> outline(corners.begin(), corners.end());
    const double area = cv::contourArea(outline);
    if (!cv::isContourConvex(outline) || area < least_area * static_cast<double>(picture.total())) return false;
    for (std::size_t k = 0; k < 4; ++k) {
        const double angle = degrees_at(corners[k], corners[(k + 3) % 4], corners[(k + 1) % 4]);
        if (angle < sharpest_corner || angle > 180 - sharpest_corner) return false;
    }
    cv::Mat inside(picture.size(), CV_8U, cv::Scalar(0));
    const std::vector<cv::Point> whole(outline.begin(), outline.end());
    cv::fillConvexPoly(inside, whole, cv::Scalar(255));
    const double filled = cv::countNonZero(bright & inside) / std::max(1.0, 1.0 * cv::countNonZero(inside));
    const double contrast = cv::mean(picture, inside)[0] - cv::mean(picture, ~inside)[0];
    return filled >= least_fill && contrast >= least_contrast;
}

Sheet squared_up(const Corners& corners, double scale) {
    const auto length = [&](std::size_t a, std::size_t b) {
        return std::hypot(corners[a].x - corners[b].x, corners[a].y - corners[b].y) / scale;
    };
    const double width = std::max(length(0, 1), length(3, 2));
    const double height = std::max(length(0, 3), length(1, 2));
    Sheet sheet;
    sheet.size = {std::max(1, static_cast<int>(width)), std::max(1, static_cast<int>(height))};
    sheet.cut_out = true;
    const float in_x = static_cast<float>(inset * width);
    const float in_y = static_cast<float>(inset * height);
    const auto w = static_cast<float>(sheet.size.width);
    const auto h = static_cast<float>(sheet.size.height);
    const std::array<cv::Point2f, 4> flat{
        cv::Point2f{-in_x, -in_y}, {w + in_x, -in_y}, {w + in_x, h + in_y}, {-in_x, h + in_y}};
    std::array<cv::Point2f, 4> on_scan;
    // Corners were found at pixel centres; planes count from the pixels' corners.
    for (std::size_t k = 0; k < 4; ++k) on_scan[k] = (corners[k] + cv::Point2f(0.5F, 0.5F)) * (1 / scale);
    const cv::Matx33d map = cv::getPerspectiveTransform(flat, on_scan);
    std::array<double, 9> rows{};
    std::copy(map.val, map.val + 9, rows.begin());
    sheet.to_scan = Transform(rows);
    return sheet;
}

}  // namespace

Sheet find_sheet(const Raster& scan, const PaperTint& tint) {
    const Sheet whole{scan.size(), Transform{}, false};
    const int factor = std::max(1, std::max(scan.width(), scan.height()) / long_side);
    if (std::min(scan.width(), scan.height()) / factor < 10 * rim) return whole;
    const cv::Mat picture = small_picture(scan, tint, factor);
    cv::Mat bright;
    cv::threshold(picture, bright, 0, 255, cv::THRESH_BINARY | cv::THRESH_OTSU);
    if (bright_share_of_rim(bright) > bright_rim) return whole;
    // Ink is closed over, so that text does not cut the sheet into shapes.
    cv::morphologyEx(bright, bright, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
    const std::vector<cv::Point> shape = largest_shape(bright);
    if (shape.size() < 4) return whole;
    const auto rough = four_corners(shape);
    const auto corners = rough ? refined(shape, *rough) : std::nullopt;
    if (!corners || !is_sheet(picture, bright, *corners)) return whole;
    return squared_up(*corners, 1.0 / factor);
}

}  // namespace sohoa::ocr
