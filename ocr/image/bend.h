#pragma once
#include <array>
#include <cstddef>

#include "base/geometry.h"

namespace sohoa::ocr {

/// How far what stands on a straight line of a flat page lies below that line on the bent one.
///
/// Cubic B-splines across the page, each with a coefficient that is quadratic down the page: smooth enough not to
/// follow single letters, free enough for the steep last centimetres of a gutter. Beyond `area` the bend goes on as it
/// is at its edge.
class Bend {
public:
    static constexpr std::size_t intervals = 8;  ///< across the area: 22 mm on A4
    static constexpr std::size_t across = intervals + 3;
    static constexpr std::size_t down = 3;  ///< powers of the height on the page
    using Coefficients = std::array<double, across * down>;

    /// Where the bend is known, in its pixels.
    struct Area {
        double left = 0;
        double right = 1;
        double top = 0;
        double bottom = 1;
    };

    /// What every coefficient counts for at a place of the flat page: all but twelve are 0.
    struct Shares {
        std::size_t first = 0;  ///< of the four splines that are not 0
        std::array<double, 4> splines{};
        std::array<double, down> powers{};
    };
    static Shares shares_at(const Area& area, Point flat);

    Bend() = default;
    Bend(const Area& area, const Coefficients& coefficients) : area_(area), coefficients_(coefficients) {}

    /// Pixels by which the page lies lower than flat at this place.
    double fall_at(Point flat) const;

    Point apply(Point flat) const { return {flat.x, flat.y + fall_at(flat)}; }

    const Area& area() const { return area_; }

private:
    Area area_;
    Coefficients coefficients_{};  ///< spline by spline
};

}  // namespace sohoa::ocr
