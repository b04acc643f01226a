#include "ocr/image/ground.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr double dark_share = 0.5;     // of the paper's brightness: darker is ground, or ink
constexpr double soft_share = 0.8;     // darker is the ground's soft rim, where it adjoins ground
constexpr int widest_stroke = 11;      // pixels at 150 dpi: 1.8 mm
constexpr int soft_rim = 6;            // pixels
constexpr int near_edge = 3;           // pixels from the edge of the sheet
constexpr double most_of_sheet = 0.6;  // more ground than this is a dark page
constexpr double hole_smallest = 3;    // mm
constexpr double hole_largest = 9;     // mm
constexpr double hole_from_edge = 25;  // mm
constexpr double hole_fill = 0.68;     // of its box; a disc fills 0.785

/// Brightness that a tenth of the sheet exceeds: paper, also where half of the scan is lid.
double paper_level(const cv::Mat& grey) {
    int histogram[256] = {};
    for (int y = 0; y < grey.rows; y += 2) {
        const auto* row = grey.ptr<std::uint8_t>(y);
        for (int x = 0; x < grey.cols; x += 2) ++histogram[row[x]];
    }
    const int wanted = (grey.rows + 1) / 2 * ((grey.cols + 1) / 2) / 10;
    int count = 0;
    for (int level = 255; level > 0; --level) {
        count += histogram[level];
        if (count > wanted) return level;
    }
    return 0;
}

bool reaches_edge(const Box& box, Size size) {
    return box.x < near_edge || box.y < near_edge || box.right() > size.width - near_edge ||
           box.bottom() > size.height - near_edge;
}

}  // namespace

bool is_punch_hole(const Box& box, double area, Size plane, double pixels_a_mm) {
    const double shorter = std::min(box.width, box.height) / pixels_a_mm;
    const double longer = std::max(box.width, box.height) / pixels_a_mm;
    const int from_edge = std::min({box.x, box.y, plane.width - box.right(), plane.height - box.bottom()});
    return shorter > hole_smallest && longer < hole_largest && longer < 1.25 * shorter &&
           from_edge < hole_from_edge * pixels_a_mm && area > hole_fill * static_cast<double>(box.area());
}

Raster find_ground(const Raster& grey, double pixels_a_mm) {
    const cv::Mat from = mat_of(grey);
    if (std::min(from.cols, from.rows) < 8 * widest_stroke) return {};
    const double paper = paper_level(from);
    cv::Mat dark = from < dark_share * paper;
    cv::Mat wide;
    cv::morphologyEx(dark, wide, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {widest_stroke, widest_stroke}), {-1, -1}, 1,
                     cv::BORDER_REPLICATE);
    if (cv::countNonZero(wide) == 0) return {};
    const Pieces dark_pieces = find_pieces(raster_of(wide));
    const auto is_ground = [&](const Piece& piece) {
        return reaches_edge(piece.box, grey.size()) || is_punch_hole(piece.box, piece.area, grey.size(), pixels_a_mm);
    };
    long long area = 0;
    for (const Piece& piece : dark_pieces.pieces) area += is_ground(piece) ? piece.area : 0;
    if (area == 0 || static_cast<double>(area) > most_of_sheet * static_cast<double>(from.total())) return {};
    Raster ground(grey.width(), grey.height(), 1);
    cv::Mat to = mat_of(ground);
    to.setTo(0);
    for (const Run& run : dark_pieces.runs) {
        if (is_ground(dark_pieces.pieces[static_cast<std::size_t>(run.piece)]))
            std::fill(ground.row(run.y) + run.begin, ground.row(run.y) + run.end, std::uint8_t{255});
    }
    cv::Mat grown;
    const cv::Mat small = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    const cv::Mat soft = from < soft_share * paper;
    for (int k = 0; k < soft_rim; ++k) {
        cv::dilate(to, grown, small);
        cv::bitwise_and(grown, soft, to);
    }
    cv::dilate(to, grown, small);
    grown.copyTo(to);
    return ground;
}

void whiten_ground(Raster& plane, const Raster& ground, const PlaneMap& to_ground) {
    if (ground.empty()) return;
    const Raster mask = warped(ground, to_ground, plane.size(), Border::black);
    mat_of(plane).setTo(255, mat_of(mask) > 127);
}

}  // namespace sohoa::ocr
