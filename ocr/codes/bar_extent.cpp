#include "ocr/codes/bar_extent.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace sohoa::ocr {

namespace {

constexpr double alike = 0.7;  ///< correlation of neighbouring lines; noise of half the contrast leaves 0.8

/// Grey levels on the line, a pixel apart; empty where it leaves the plane.
std::vector<double> levels_between(const GreyView& grey, Point begin, Point end) {
    const double length = std::hypot(end.x - begin.x, end.y - begin.y);
    const int steps = static_cast<int>(length);
    std::vector<double> levels;
    for (int k = 0; k <= steps; ++k) {
        const int x = static_cast<int>(std::floor(begin.x + (end.x - begin.x) * k / std::max(steps, 1)));
        const int y = static_cast<int>(std::floor(begin.y + (end.y - begin.y) * k / std::max(steps, 1)));
        if (x < 0 || y < 0 || x >= grey.size.width || y >= grey.size.height) return {};
        levels.push_back(grey.pixels[static_cast<std::size_t>(y) * grey.stride + static_cast<std::size_t>(x)]);
    }
    return levels;
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size() || a.empty()) return 0;
    const auto count = static_cast<double>(a.size());
    double sum_a = 0;
    double sum_b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        sum_a += a[k];
        sum_b += b[k];
        aa += a[k] * a[k];
        bb += b[k] * b[k];
        ab += a[k] * b[k];
    }
    const double spread = (aa - sum_a * sum_a / count) * (bb - sum_b * sum_b / count);
    return spread <= 0 ? 0 : (ab - sum_a * sum_b / count) / std::sqrt(spread);
}

}  // namespace

BarExtent extent_of_bars(const GreyView& grey, Point begin, Point end) {
    const double length = std::hypot(end.x - begin.x, end.y - begin.y);
    if (length < 1) return {{{begin, end, end, begin}}, 0};
    const Point down{-(end.y - begin.y) / length, (end.x - begin.x) / length};
    const auto moved = [&](Point p, int rows) { return Point{p.x + down.x * rows, p.y + down.y * rows}; };
    int reach[2] = {0, 0};
    for (int side = 0; side < 2; ++side) {
        std::vector<double> last = levels_between(grey, begin, end);
        for (int row = 1; row <= length; ++row) {
            const int signed_row = side == 0 ? -row : row;
            std::vector<double> next = levels_between(grey, moved(begin, signed_row), moved(end, signed_row));
            if (correlation(last, next) < alike) break;
            reach[side] = row;
            last = std::move(next);
        }
    }
    return {{{moved(begin, -reach[0]), moved(end, -reach[0]), moved(end, reach[1]), moved(begin, reach[1])}},
            reach[0] + reach[1]};
}

}  // namespace sohoa::ocr
