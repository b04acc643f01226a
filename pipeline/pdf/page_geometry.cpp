#include "pipeline/pdf/page_geometry.h"

#include <algorithm>
#include <cmath>

namespace sohoa::pdf {

namespace {

constexpr double points_per_inch = 72;
constexpr double smallest_side = 3;
constexpr double largest_side = 14'400;

/// Rounded down to what is written: a sheet that is larger than its pixels by a hair would be drawn with a row more.
double written_side(double side) {
    return std::floor(std::clamp(side, smallest_side, largest_side) * 1e4) / 1e4;
}

}  // namespace

PageGeometry page_geometry(Size pixels, double dpi) {
    const double long_side = std::max({pixels.width, pixels.height, 1});
    const double short_side = std::max(std::min(pixels.width, pixels.height), 1);
    double points_per_pixel = dpi > 0 && std::isfinite(dpi) ? points_per_inch / dpi : 1;
    points_per_pixel = std::max(points_per_pixel, smallest_side / short_side);

    PageGeometry geometry;
    geometry.user_unit = static_cast<int>(std::clamp(std::ceil(long_side * points_per_pixel / largest_side), 1.0, 1e6));
    geometry.units_per_pixel = points_per_pixel / geometry.user_unit;
    geometry.width = written_side(pixels.width * geometry.units_per_pixel);
    geometry.height = written_side(pixels.height * geometry.units_per_pixel);
    return geometry;
}

}  // namespace sohoa::pdf
