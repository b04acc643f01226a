#include "ocr/image/plane_map.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

/// Lies lowest in the middle: by 10 pixels, and at the bottom by twice as much.
Bend trough() {
    Bend::Coefficients coefficients{};
    for (std::size_t spline = 0; spline < Bend::across; ++spline) {
        const double away = (static_cast<double>(spline) - 5) / 5;
        coefficients[spline * Bend::down] = 15 * (1 - away * away);
        coefficients[spline * Bend::down + 1] = 5 * (1 - away * away);
    }
    return Bend({100, 900, 100, 1100}, coefficients);
}

void expect_same(Point a, Point b) {
    EXPECT_NEAR(a.x, b.x, 1e-6);
    EXPECT_NEAR(a.y, b.y, 1e-6);
}

}  // namespace

TEST(PlaneMap, IsCarriedOnBySteps) {
    const Transform first = Transform::scaling(0.5, 0.5);
    const Transform last = Transform::rotation(3, {400, 400});
    const PlaneMap map = PlaneMap(Transform{}, trough(), Transform{}).after(first).then(last);
    const Point place{700, 900};
    expect_same(map.apply(place), last.apply(trough().apply(first.apply(place))));
    const PlaneMap straight = PlaneMap(first).then(last);
    EXPECT_FALSE(straight.is_bent());
    expect_same(straight.apply(place), first.then(last).apply(place));
}

TEST(PlaneMap, ABoxKeepsTheBellyOfABentLine) {
    const PlaneMap map(Transform{}, trough(), Transform{});
    const Box line{100, 590, 800, 20};
    const Box around = map.around(line);
    EXPECT_GE(around.bottom(), map.apply(Point{500, 610}).y);
    EXPECT_LE(around.y, map.apply(Point{100, 590}).y);
    EXPECT_GT(around.bottom(), bounding_box(map.apply(quad_of(line))).bottom() + 5);
}

TEST(PlaneMap, PlanesAreSampledThroughABendAsThroughAnyMap) {
    Raster source(1000, 1200, 1);
    for (int y = 0; y < source.height(); ++y)
        for (int x = 0; x < source.width(); ++x)
            source.row(y)[x] = static_cast<std::uint8_t>(128 + 60 * std::sin(x / 23.0) + 60 * std::sin(y / 17.0));
    const PlaneMap map = PlaneMap(Transform{}, trough(), Transform{}).after(Transform::scaling(1.5, 1.5));
    const Size size{666, 800};
    const Raster bent = warped(source, map, size, Border::white);
    double most = 0;
    for (int y = 20; y < size.height - 40; ++y) {
        for (int x = 20; x < size.width - 20; ++x) {
            const Point at = map.apply(Point{x + 0.5, y + 0.5});
            const double expected = 128 + 60 * std::sin((at.x - 0.5) / 23.0) + 60 * std::sin((at.y - 0.5) / 17.0);
            most = std::max(most, std::abs(expected - bent.row(y)[x]));
        }
    }
    EXPECT_LT(most, 2.5);
}

}  // namespace sohoa::ocr
