#include "ocr/image/plane_map.h"

#include <algorithm>

namespace sohoa::ocr {

PlaneMap PlaneMap::then(const Transform& next) const {
    PlaneMap map = *this;
    map.last_ = last_.then(next);
    return map;
}

PlaneMap PlaneMap::after(const Transform& before) const {
    PlaneMap map = *this;
    (bend_ ? map.first_ : map.last_) = before.then(bend_ ? first_ : last_);
    return map;
}

Point PlaneMap::apply(Point p) const {
    return last_.apply(bend_ ? bend_->apply(first_.apply(p)) : p);
}

Quad PlaneMap::apply(const Quad& quad) const {
    Quad mapped;
    for (std::size_t k = 0; k < 4; ++k) mapped.corners[k] = apply(quad.corners[k]);
    return mapped;
}

Box PlaneMap::around(const Box& box) const {
    const Quad corners = quad_of(box);
    if (!bend_) return bounding_box(apply(corners));
    constexpr int steps = 16;
    Point least = apply(corners.corners[0]);
    Point most = least;
    for (int step = 0; step <= steps; ++step) {
        const double x = box.x + 1.0 * box.width * step / steps;
        for (const double y : {1.0 * box.y, 1.0 * box.bottom()}) {
            const Point p = apply(Point{x, y});
            least = {std::min(least.x, p.x), std::min(least.y, p.y)};
            most = {std::max(most.x, p.x), std::max(most.y, p.y)};
        }
    }
    return bounding_box({{least, {most.x, least.y}, most, {least.x, most.y}}});
}

}  // namespace sohoa::ocr
