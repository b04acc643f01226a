#include "ocr/image/grey_seals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int darkest_grey = 140;      // of 255: what is darker is ink of some kind
constexpr double core_of_print = 0.3;  // of the ink outside the seals: the edges of strokes are lighter
constexpr int least_difference = 40;   // grey levels between print and seal
constexpr int faded_already = 170;     // a seal lighter than this does no harm
constexpr double core_share = 0.5;     // of the difference between print and seal
constexpr double left_of_seal = 0.15;
constexpr int core_reach = 2;         // pixels
constexpr double beyond_ring = 0.04;  // of the radius: ink that ran
constexpr double ring_depth = 0.09;   // of the radius
constexpr int directions_looked_at = 180;

bool is_within(const Seal& seal, int x, int y) {
    const double dx = x + 0.5 - seal.centre.x;
    const double dy = y + 0.5 - seal.centre.y;
    const double reach = seal.radius * (1 + beyond_ring);
    return dx * dx + dy * dy <= reach * reach;
}

/// Half of the strokes of print are darker.
int print_level(const Raster& reading, const std::vector<Seal>& seals) {
    std::array<long long, 256> counts{};
    for (int y = 0; y < reading.height(); ++y) {
        const std::uint8_t* row = reading.row(y);
        for (int x = 0; x < reading.width(); ++x) {
            if (row[x] >= darkest_grey) continue;
            if (std::none_of(seals.begin(), seals.end(), [&](const Seal& seal) { return is_within(seal, x, y); }))
                ++counts[row[x]];
        }
    }
    long long all = 0;
    for (int k = 0; k < darkest_grey; ++k) all += counts[static_cast<std::size_t>(k)];
    long long darker = 0;
    for (int k = 0; k < darkest_grey; ++k) {
        darker += counts[static_cast<std::size_t>(k)];
        if (static_cast<double>(darker) >= core_of_print * static_cast<double>(all)) return k;
    }
    return 0;
}

/// The grey of the ring: the middle of its darkest points, one in each direction. Print crosses it in few.
int ring_level(const Raster& reading, const Seal& seal) {
    std::vector<int> levels;
    for (int k = 0; k < directions_looked_at; ++k) {
        const double angle = 2 * std::numbers::pi * k / directions_looked_at;
        int darkest = 255;
        for (double r = seal.radius * (1 - ring_depth); r <= seal.radius * (1 + beyond_ring); r += 0.7) {
            const int x = static_cast<int>(seal.centre.x + r * std::cos(angle));
            const int y = static_cast<int>(seal.centre.y + r * std::sin(angle));
            if (x >= 0 && y >= 0 && x < reading.width() && y < reading.height())
                darkest = std::min(darkest, static_cast<int>(reading.row(y)[x]));
        }
        levels.push_back(darkest);
    }
    const auto middle = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() / 2);
    std::nth_element(levels.begin(), middle, levels.end());
    return *middle;
}

/// Strokes of print have a dark core; what stands within `core_reach` of one is the stroke's own soft edge or a
/// hairline that joins it. The rest of the seal becomes paper.
void fade(Raster& reading, const Seal& seal, int print, int ring) {
    const Box around = intersection(box_of({seal.centre, seal.radius * (1 + beyond_ring), 1}),
                                    {0, 0, reading.width(), reading.height()});
    if (around.empty()) return;
    const cv::Mat greys = mat_of(reading)(cv::Rect(around.x, around.y, around.width, around.height));
    cv::Mat near;
    cv::threshold(greys, near, std::lround(print + core_share * (ring - print)), 255, cv::THRESH_BINARY_INV);
    cv::dilate(near, near, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * core_reach + 1, 2 * core_reach + 1}));
    for (int y = around.y; y < around.bottom(); ++y) {
        std::uint8_t* row = reading.row(y);
        const std::uint8_t* by_print = near.ptr<std::uint8_t>(y - around.y);
        for (int x = around.x; x < around.right(); ++x) {
            if (by_print[x - around.x] == 0 && is_within(seal, x, y))
                row[x] = static_cast<std::uint8_t>(255 - left_of_seal * (255 - row[x]));
        }
    }
}

}  // namespace

int fade_grey_seals(Raster& reading, const std::vector<Seal>& seals) {
    if (seals.empty() || reading.channels() != 1) return 0;
    const int print = print_level(reading, seals);
    int faded = 0;
    for (const Seal& seal : seals) {
        const int ring = ring_level(reading, seal);
        if (ring > faded_already || ring - print < least_difference) continue;
        fade(reading, seal, print, ring);
        ++faded;
    }
    return faded;
}

}  // namespace sohoa::ocr
