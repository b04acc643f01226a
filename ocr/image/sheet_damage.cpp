#include "ocr/image/sheet_damage.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int flat_width = 300;  // pixels of the sheet squared up small
constexpr int flat_height = 424;
constexpr int rim_left_out = 4;       // pixels: the outline is not exact
constexpr int brightest_around = 61;  // pixels
constexpr double paper_share = 0.72;  // of the brightest around
constexpr double least_damage = 0.0015;
constexpr double corner_zone = 0.1;  // of the sides

}  // namespace

SheetDamage damage_of(const PaperLikeness& likeness, const SheetOutline& outline) {
    const std::array<cv::Point2f, 4> flat{
        cv::Point2f{0, 0}, {flat_width, 0}, {flat_width, flat_height}, {0, flat_height}};
    std::array<cv::Point2f, 4> seen;
    std::copy(outline.corners.begin(), outline.corners.end(), seen.begin());
    cv::Mat sheet;
    cv::warpPerspective(mat_of(likeness.closed), sheet, cv::getPerspectiveTransform(seen, flat),
                        {flat_width, flat_height}, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
    // A side that the picture cuts off shows white beyond it; nothing is missing or covered there.
    sheet = sheet(cv::Rect(rim_left_out, rim_left_out, flat_width - 2 * rim_left_out, flat_height - 2 * rim_left_out))
                .clone();
    cv::Mat bright;
    cv::dilate(sheet, bright, cv::getStructuringElement(cv::MORPH_RECT, {brightest_around, brightest_around}));
    cv::Mat other = sheet < paper_share * bright;
    cv::morphologyEx(other, other, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(other, labels, stats, centres);
    SheetDamage damage;
    for (int k = 1; k < count; ++k) {
        const auto* s = stats.ptr<int>(k);
        const cv::Rect box(s[cv::CC_STAT_LEFT], s[cv::CC_STAT_TOP], s[cv::CC_STAT_WIDTH], s[cv::CC_STAT_HEIGHT]);
        if (s[cv::CC_STAT_AREA] < least_damage * static_cast<double>(sheet.total())) continue;
        const bool at_side = box.x == 0 || box.x + box.width == sheet.cols;
        const bool at_end = box.y == 0 || box.y + box.height == sheet.rows;
        if (!at_side && !at_end) continue;
        const double x = centres.at<double>(k, 0) / sheet.cols;
        const double y = centres.at<double>(k, 1) / sheet.rows;
        const bool in_corner = std::min(x, 1 - x) < corner_zone && std::min(y, 1 - y) < corner_zone;
        if (at_side && at_end && in_corner) {
            damage.corner_missing = true;
        } else if (std::min(box.width, box.height) > 0.015 * sheet.cols) {
            damage.covered = true;
        }
    }
    return damage;
}

}  // namespace sohoa::ocr
