#include "ocr/image/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/cards.h"
#include "ocr/image/paper_likeness.h"
#include "ocr/image/sheet_damage.h"
#include "ocr/image/sheet_format.h"
#include "ocr/image/sheet_outline.h"

namespace sohoa::ocr {

namespace {

constexpr double inset = 0.003;  // of the side: the sheet's own edge and shadow stay outside

using Corners = std::array<cv::Point2d, 4>;  // clockwise from top left

Sheet squared_up(const SheetOutline& outline, double scale, cv::Point2d middle) {
    const Corners& corners = outline.corners;
    const auto length = [&](std::size_t a, std::size_t b) {
        return std::hypot(corners[a].x - corners[b].x, corners[a].y - corners[b].y) / scale;
    };
    double width = std::max(length(0, 1), length(3, 2));
    double height = std::max(length(0, 3), length(1, 2));
    Sheet sheet;
    sheet.cut = outline.cut;
    if (std::none_of(sheet.cut.begin(), sheet.cut.end(), [](bool cut) { return cut; })) {
        // The side seen more aslant is drawn out, so that no pixels are lost.
        const double aspect = aspect_of(corners, middle);
        height = std::max(height, width * aspect);
        width = height / aspect;
    }
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
    for (std::size_t k = 0; k < 4; ++k) on_scan[k] = (corners[k] + cv::Point2d(0.5, 0.5)) * (1 / scale);
    const cv::Matx33d map = cv::getPerspectiveTransform(flat, on_scan);
    std::array<double, 9> rows{};
    std::copy(map.val, map.val + 9, rows.begin());
    sheet.to_scan = Transform(rows);
    return sheet;
}

}  // namespace

namespace {

std::optional<Sheet> sheet_on_ground(const PaperLikeness& likeness) {
    const auto outline = find_sheet_outline(likeness);
    if (!outline) return std::nullopt;
    const cv::Point2d middle(likeness.picture.width() / 2.0, likeness.picture.height() / 2.0);
    Sheet sheet = squared_up(*outline, 1.0 / likeness.factor, middle);
    sheet.damage = damage_of(likeness, *outline);
    return sheet;
}

std::shared_ptr<const Desk> desk_around(const PaperLikeness& likeness) {
    Desk desk = find_desk(likeness);
    return desk.mask.empty() ? nullptr : std::make_shared<const Desk>(std::move(desk));
}

Quad on_scan(const Sheet& sheet) {
    return sheet.to_scan.apply(quad_of({0, 0, sheet.size.width, sheet.size.height}));
}

/// A little more than the quad: the card's edge and shadow.
Quad with_rim(Quad quad) {
    constexpr double rim = 0.03;  // of the way from the middle
    Point middle{};
    for (const Point& corner : quad.corners) middle = {middle.x + corner.x / 4, middle.y + corner.y / 4};
    for (Point& corner : quad.corners)
        corner = {corner.x + rim * (corner.x - middle.x), corner.y + rim * (corner.y - middle.y)};
    return quad;
}

}  // namespace

std::vector<Sheet> find_sheets(const Raster& scan, const PaperTint& tint) {
    const PaperLikeness likeness = paper_likeness(scan, tint);
    std::vector<Sheet> sheets;
    if (auto sheet = sheet_on_ground(likeness)) {
        sheets.push_back(*std::move(sheet));
        sheets.back().desk = desk_around(likeness);
        return sheets;
    }
    Sheet rest{.size = scan.size()};
    const cv::Point2d middle(likeness.picture.width() / 2.0, likeness.picture.height() / 2.0);
    for (const Corners& card : find_cards(likeness)) {
        sheets.push_back(squared_up({.corners = card, .sureness = 1}, 1.0 / likeness.factor, middle));
        rest.left_out.push_back(with_rim(on_scan(sheets.back())));
    }
    if (sheets.empty()) rest.desk = desk_around(likeness);
    sheets.push_back(std::move(rest));
    return sheets;
}

std::array<Sheet, 2> sides_of_fold(const Sheet& sheet, Point from, Point to, bool lying) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const Point along{(to.x - from.x) / length, (to.y - from.y) / length};
    // Axes of a frame that stands on the fold's first end: x to the right and y down, as on the sheet.
    const Point x_axis = lying ? along : Point{along.y, -along.x};
    const Point y_axis = lying ? Point{-along.y, along.x} : along;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    for (const Point& corner : quad_of({0, 0, sheet.size.width, sheet.size.height}).corners) {
        const Point away{corner.x - from.x, corner.y - from.y};
        const double x = away.x * x_axis.x + away.y * x_axis.y;
        const double y = away.x * y_axis.x + away.y * y_axis.y;
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
    }
    const auto part = [&](double x0, double y0, double x1, double y1) {
        Sheet side = sheet;
        side.size = {std::max(1, static_cast<int>(x1 - x0)), std::max(1, static_cast<int>(y1 - y0))};
        const Transform to_sheet({x_axis.x, y_axis.x, from.x + x0 * x_axis.x + y0 * y_axis.x,  //
                                  x_axis.y, y_axis.y, from.y + x0 * x_axis.y + y0 * y_axis.y,  //
                                  0, 0, 1});
        side.to_scan = to_sheet.then(sheet.to_scan);
        return side;
    };
    if (lying) return {part(left, top, right, 0), part(left, 0, right, bottom)};
    return {part(left, top, 0, bottom), part(0, top, right, bottom)};
}

}  // namespace sohoa::ocr
