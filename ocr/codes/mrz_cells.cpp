#include "ocr/codes/mrz_cells.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr double common_light = 0.75;  // of a row's pixels are darker than its ground
constexpr double darkest_ink = 0.03;
constexpr double least_contrast = 15;  // grey levels
constexpr double finer = 1.5;          // pixels of the plane to one of a cell from which on they are averaged

/// The part of the plane around a row, smoothed where it is finer than cells are, and where it begins.
struct Strip {
    cv::Mat pixels;
    Point origin;
};

Strip strip_around(const Raster& grey, const MrzRow& row, int first, int count) {
    const double margin = 2 * row.capital + 4;
    const Point a = row.centre(first - 1);
    const Point b = row.centre(first + count);
    const cv::Rect wanted(
        cv::Point(static_cast<int>(std::min(a.x, b.x) - margin), static_cast<int>(std::min(a.y, b.y) - margin)),
        cv::Point(static_cast<int>(std::max(a.x, b.x) + margin), static_cast<int>(std::max(a.y, b.y) + margin)));
    const cv::Mat plane = mat_of(grey);
    const cv::Rect held = wanted & cv::Rect(0, 0, plane.cols, plane.rows);
    Strip strip;
    if (held.empty()) return strip;
    strip.origin = {static_cast<double>(held.x), static_cast<double>(held.y)};
    const double across = mrz_cell_pitches * std::hypot(row.step.x, row.step.y) / mrz_cell_width;
    const double down = mrz_cell_capitals * row.capital / mrz_cell_height;
    if (across > finer || down > finer) {
        const int size = std::max(1, static_cast<int>(std::lround(std::max(across, down))));
        cv::blur(plane(held), strip.pixels, {size, size});
    } else {
        strip.pixels = plane(held);
    }
    return strip;
}

float light_at(const cv::Mat& pixels, double x, double y) {
    x = std::clamp(x - 0.5, 0.0, pixels.cols - 1.0);
    y = std::clamp(y - 0.5, 0.0, pixels.rows - 1.0);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, pixels.cols - 1);
    const int bottom = std::min(top + 1, pixels.rows - 1);
    const double u = x - left;
    const double v = y - top;
    const auto* upper = pixels.ptr<std::uint8_t>(top);
    const auto* lower = pixels.ptr<std::uint8_t>(bottom);
    return static_cast<float>((1 - v) * ((1 - u) * upper[left] + u * upper[right]) +
                              v * ((1 - u) * lower[left] + u * lower[right]));
}

MrzCell cut_cell(const Strip& strip, const MrzRow& row, int number) {
    const Point centre = row.centre(number);
    const Point step = row.step_at(number);
    const double pitch = std::hypot(step.x, step.y);
    const Point across{mrz_cell_pitches * step.x / mrz_cell_width, mrz_cell_pitches * step.y / mrz_cell_width};
    const double tall = mrz_cell_capitals * row.capital / mrz_cell_height;
    const Point down{-tall * step.y / pitch, tall * step.x / pitch};
    MrzCell cell{};
    for (int y = 0; y < mrz_cell_height; ++y) {
        for (int x = 0; x < mrz_cell_width; ++x) {
            const double u = x - (mrz_cell_width - 1) / 2.0;
            const double v = y - (mrz_cell_height - 1) / 2.0;
            const auto at = static_cast<std::size_t>(y) * mrz_cell_width + static_cast<std::size_t>(x);
            cell[at] = light_at(strip.pixels, centre.x + u * across.x + v * down.x - strip.origin.x,
                                centre.y + u * across.y + v * down.y - strip.origin.y);
        }
    }
    return cell;
}

float share_of(std::vector<float>& values, double share) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

}  // namespace

std::vector<MrzCell> cut_mrz_cells(const Raster& grey, const MrzRow& row, int first, int count) {
    std::vector<MrzCell> cells(static_cast<std::size_t>(std::max(0, count)));
    const Strip strip = strip_around(grey, row, first, count);
    if (strip.pixels.empty() || cells.empty()) return cells;
    std::vector<float> light;
    for (int k = 0; k < count; ++k) {
        MrzCell& cell = cells[static_cast<std::size_t>(k)];
        cell = cut_cell(strip, row, first + k);
        light.insert(light.end(), cell.begin(), cell.end());
    }
    const float ground = share_of(light, common_light);
    const float ink = share_of(light, darkest_ink);
    const float contrast = std::max(ground - ink, static_cast<float>(least_contrast));
    for (MrzCell& cell : cells) {
        for (float& value : cell) value = std::clamp((ground - value) / contrast, -0.5F, 1.5F);
    }
    return cells;
}

}  // namespace sohoa::ocr
