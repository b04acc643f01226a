#include "ocr/image/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/paper_likeness.h"
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

Sheet find_sheet(const Raster& scan, const PaperTint& tint) {
    const PaperLikeness likeness = paper_likeness(scan, tint);
    const auto outline = find_sheet_outline(likeness);
    if (!outline) return {.size = scan.size()};
    const cv::Point2d middle(likeness.picture.width() / 2.0, likeness.picture.height() / 2.0);
    Sheet sheet = squared_up(*outline, 1.0 / likeness.factor, middle);
    sheet.damage = damage_of(likeness, *outline);
    return sheet;
}

}  // namespace sohoa::ocr
