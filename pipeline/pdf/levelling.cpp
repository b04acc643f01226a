#include "pipeline/pdf/levelling.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <utility>
#include <vector>

#include "pipeline/pdf/text_placement.h"

namespace sohoa::pdf {

namespace {

constexpr double least = 0.4;  // degrees: half a line's height over A4
constexpr double most = 20;
constexpr double shortest_line = 4;  // of its height: the direction of shorter ones is not certain

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Clockwise from the direction in which an upright page is read, degrees.
double lean_of(const Frame& frame, int orientation) {
    const double written = std::atan2(frame.along.y, frame.along.x) * 180 / std::numbers::pi;
    return std::remainder(written + orientation, 360.0);
}

double median_lean(const ocr::PageReading& reading) {
    std::vector<std::pair<double, double>> leans;  // degrees, length
    double whole = 0;
    for (const PlacedLine& line : placed_lines(reading)) {
        const double length = line.words.back().span.end - line.words.front().span.start;
        if (!(length > shortest_line * line.words.front().span.thickness())) continue;
        leans.emplace_back(lean_of(line.frame, reading.orientation), length);
        whole += length;
    }
    std::sort(leans.begin(), leans.end());
    double reached = 0;
    for (const auto& [degrees, length] : leans) {
        reached += length;
        if (2 * reached >= whole) return degrees;
    }
    return 0;
}

}  // namespace

std::string Levelling::turned(const std::string& operators, const PageGeometry& page) const {
    if (degrees == 0) return operators;
    const double cosine = std::cos(radians(degrees));
    const double sine = std::sin(radians(degrees));
    const double x = page.width / 2;
    const double y = page.height / 2;
    return fmt::format("q {:.6f} {:.6f} {:.6f} {:.6f} {:.4f} {:.4f} cm\n{}\nQ\n", cosine, sine, -sine, cosine,
                       width / 2 - (cosine * x - sine * y), height / 2 - (sine * x + cosine * y), operators);
}

Point Levelling::turned(Point direction) const {
    const double cosine = std::cos(radians(degrees));
    const double sine = std::sin(radians(degrees));
    return {cosine * direction.x + sine * direction.y, cosine * direction.y - sine * direction.x};
}

Point Levelling::on_sheet(Point pixel, const PageGeometry& page) const {
    const Point place = page.on_sheet(pixel);
    if (degrees == 0) return place;
    const Point from_middle = turned(Point{place.x - page.width / 2, page.height / 2 - place.y});
    return {width / 2 + from_middle.x, height / 2 - from_middle.y};
}

Levelling levelling_of(const ocr::PageReading& reading, const PageGeometry& page) {
    Levelling levelling{0, page.width, page.height};
    const double lean = median_lean(reading);
    if (!(std::abs(lean) >= least && std::abs(lean) <= most)) return levelling;
    levelling.degrees = std::round(lean * 1000) / 1000;
    const double angle = radians(std::abs(levelling.degrees));
    levelling.width = std::ceil((page.width * std::cos(angle) + page.height * std::sin(angle)) * 100) / 100;
    levelling.height = std::ceil((page.height * std::cos(angle) + page.width * std::sin(angle)) * 100) / 100;
    // Sheets at PDF's largest stay as they are.
    constexpr double largest_side = 14'400;
    if (std::max(levelling.width, levelling.height) > largest_side) return {0, page.width, page.height};
    return levelling;
}

}  // namespace sohoa::pdf
