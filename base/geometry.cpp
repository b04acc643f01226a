#include "base/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sohoa {

Box intersection(const Box& a, const Box& b) {
    const int x = std::max(a.x, b.x);
    const int y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.right(), b.right()) - x), std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

Box bounding(const Box& a, const Box& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

Quad quad_of(const Box& box) {
    const double left = box.x;
    const double top = box.y;
    const double right = box.right();
    const double bottom = box.bottom();
    return {{Point{left, top}, Point{right, top}, Point{right, bottom}, Point{left, bottom}}};
}

Box bounding_box(const Quad& quad) {
    const auto [left, right] = std::minmax_element(quad.corners.begin(), quad.corners.end(),
                                                   [](const Point& a, const Point& b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(quad.corners.begin(), quad.corners.end(),
                                                   [](const Point& a, const Point& b) { return a.y < b.y; });
    // A corner within a thousandth of a pixel of a whole number is that number: maps there and back stay put.
    constexpr double slack = 1e-3;
    const int x0 = static_cast<int>(std::floor(left->x + slack));
    const int y0 = static_cast<int>(std::floor(top->y + slack));
    const int x1 = static_cast<int>(std::ceil(right->x - slack));
    const int y1 = static_cast<int>(std::ceil(bottom->y - slack));
    return {x0, y0, x1 - x0, y1 - y0};
}

Transform Transform::scaling(double x, double y) {
    return Transform({x, 0, 0, 0, y, 0, 0, 0, 1});
}

Transform Transform::translation(double x, double y) {
    return Transform({1, 0, x, 0, 1, y, 0, 0, 1});
}

Transform Transform::quarter_turns(int degrees_clockwise, Size size) {
    const double w = size.width;
    const double h = size.height;
    switch (((degrees_clockwise % 360) + 360) % 360) {
        case 90:
            return Transform({0, -1, h, 1, 0, 0, 0, 0, 1});
        case 180:
            return Transform({-1, 0, w, 0, -1, h, 0, 0, 1});
        case 270:
            return Transform({0, 1, 0, -1, 0, w, 0, 0, 1});
        default:
            return {};
    }
}

Transform Transform::rotation(double degrees_clockwise, Point centre) {
    const double radians = degrees_clockwise * std::numbers::pi / 180.0;
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    return Transform({c, -s, centre.x - c * centre.x + s * centre.y,  //
                      s, c, centre.y - s * centre.x - c * centre.y,   //
                      0, 0, 1});
}

Transform Transform::then(const Transform& next) const {
    std::array<double, 9> product{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            double sum = 0;
            for (std::size_t k = 0; k < 3; ++k) sum += next.m_[row * 3 + k] * m_[k * 3 + column];
            product[row * 3 + column] = sum;
        }
    }
    return Transform(product);
}

std::optional<Transform> Transform::inverse() const {
    const auto& [a, b, c, d, e, f, g, h, i] = m_;
    const double determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
    if (!std::isfinite(determinant) || std::abs(determinant) < 1e-12) return std::nullopt;
    const double n = 1 / determinant;
    return Transform({(e * i - f * h) * n, (c * h - b * i) * n, (b * f - c * e) * n,  //
                      (f * g - d * i) * n, (a * i - c * g) * n, (c * d - a * f) * n,  //
                      (d * h - e * g) * n, (b * g - a * h) * n, (a * e - b * d) * n});
}

Point Transform::apply(Point p) const {
    const double w = m_[6] * p.x + m_[7] * p.y + m_[8];
    return {(m_[0] * p.x + m_[1] * p.y + m_[2]) / w, (m_[3] * p.x + m_[4] * p.y + m_[5]) / w};
}

Quad Transform::apply(const Quad& quad) const {
    Quad mapped;
    for (std::size_t k = 0; k < 4; ++k) mapped.corners[k] = apply(quad.corners[k]);
    return mapped;
}

}  // namespace sohoa
