#include "ocr/image/facing_pages.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr double widest_page = 1.2;    // width over height from where a sheet may hold two pages
constexpr double middle_fifth = 0.1;   // of the width, to either side of the middle
constexpr double two_margins = 2.6;    // small letters: the narrowest band
constexpr double least_clear = 0.985;  // share of the fold's length without print
// Share of the height with print: on the emptier page, and where it has less than a third of it on the other one.
constexpr double least_printed = 0.2;
constexpr double third_printed = 0.33;
constexpr double well_printed = 0.5;
constexpr double steepest_fold = 5;  // degrees
constexpr double along_fold = 0.12;  // of the height: higher thin pieces are no print

/// The mask without what is higher than print and thin: the shadow of the fold, a rule along it.
cv::Mat print_of(const Raster& ink) {
    cv::Mat print = mat_of(ink).clone();
    const Pieces found = find_pieces(ink);
    for (const Run& run : found.runs) {
        const Box& box = found.pieces[static_cast<std::size_t>(run.piece)].box;
        if (box.height < along_fold * ink.height() || box.width > box.height / 4) continue;
        print.row(run.y).colRange(run.begin, run.end).setTo(0);
    }
    return print;
}

/// Share of rows with ink in columns [from, to).
double printed_rows(const cv::Mat& print, int from, int to) {
    if (to <= from) return 0;
    cv::Mat widest;
    cv::reduce(print.colRange(from, to), widest, 1, cv::REDUCE_MAX);
    // Print counts with the blank between its lines.
    cv::dilate(widest, widest, cv::getStructuringElement(cv::MORPH_RECT, {1, 25}));
    return static_cast<double>(cv::countNonZero(widest)) / print.rows;
}

}  // namespace

std::optional<Fold> find_fold(const Raster& survey_ink, bool lying, double x_height) {
    const Raster turned_ink = lying ? turned(survey_ink, 90) : Raster();
    const Raster& ink = lying ? turned_ink : survey_ink;
    const double width = ink.width();
    const double height = ink.height();
    if (x_height <= 0 || width < widest_page * height) return std::nullopt;
    const cv::Mat print = print_of(ink);
    const double band = two_margins * x_height;
    double best_clear = least_clear;
    double best_off = 2;  // of the sheet's width from its middle
    std::optional<Fold> best;
    for (double degrees = -steepest_fold; degrees <= steepest_fold; degrees += 0.5) {
        const double lean = std::tan(degrees * std::numbers::pi / 180);
        for (double off = -middle_fifth; off <= middle_fifth; off += 0.004) {
            const double middle = width * (0.5 + off);
            int clear = 0;
            int rows = 0;
            for (int y = 2; y < print.rows; y += 4, ++rows) {
                const int from = static_cast<int>(middle + lean * (y - height / 2) - band / 2);
                const auto* row = print.ptr<std::uint8_t>(y);
                if (std::none_of(row + std::max(0, from), row + std::min(print.cols, from + static_cast<int>(band)),
                                 [](std::uint8_t v) { return v != 0; }))
                    ++clear;
            }
            const double share = static_cast<double>(clear) / std::max(1, rows);
            const double away = std::abs(off) + std::abs(degrees) / 100;
            if (share < best_clear || (share == best_clear && away >= best_off)) continue;
            best_clear = share;
            best_off = away;
            best = Fold{{middle - lean * height / 2, 0}, {middle + lean * height / 2, height}};
        }
    }
    if (!best) return std::nullopt;
    const auto centre = static_cast<int>((best->from.x + best->to.x) / 2);
    const auto edge = static_cast<int>(0.02 * width);
    const double left = printed_rows(print, edge, centre - static_cast<int>(band));
    const double right = printed_rows(print, centre + static_cast<int>(band), print.cols - edge);
    const double emptier = std::min(left, right);
    if (emptier < least_printed || (emptier < third_printed && std::max(left, right) < well_printed))
        return std::nullopt;
    if (lying) {
        const Transform back = Transform::quarter_turns(270, ink.size());
        return Fold{back.apply(best->from), back.apply(best->to)};
    }
    return best;
}

}  // namespace sohoa::ocr
