#include "scanners/pdf/matrix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::scanners {

Rectangle intersection(const Rectangle& a, const Rectangle& b) {
    Rectangle common{std::max(a.left, b.left), std::max(a.bottom, b.bottom), std::min(a.right, b.right),
                     std::min(a.top, b.top)};
    common.right = std::max(common.left, common.right);
    common.top = std::max(common.bottom, common.top);
    return common;
}

Matrix Matrix::then(const Matrix& next) const {
    return {a * next.a + b * next.c, a * next.b + b * next.d,          c * next.a + d * next.c,
            c * next.b + d * next.d, e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
}

Rectangle Matrix::apply(const Rectangle& r) const {
    const std::array<Point, 4> corners{apply(Point{r.left, r.bottom}), apply(Point{r.right, r.bottom}),
                                       apply(Point{r.left, r.top}), apply(Point{r.right, r.top})};
    Rectangle around{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
    for (const auto& corner : corners) {
        around.left = std::min(around.left, corner.x);
        around.right = std::max(around.right, corner.x);
        around.bottom = std::min(around.bottom, corner.y);
        around.top = std::max(around.top, corner.y);
    }
    return around;
}

bool Matrix::is_upright() const {
    static constexpr double sine = 2e-4;  // half a pixel over an A4 page at 300 dpi
    const double level = std::hypot(a, b);
    const double upright = std::hypot(c, d);
    const bool straight = std::abs(b) <= sine * level && std::abs(c) <= sine * upright;
    const bool quarter = std::abs(a) <= sine * level && std::abs(d) <= sine * upright;
    return level > 0 && upright > 0 && (straight || quarter);
}

}  // namespace sohoa::scanners
