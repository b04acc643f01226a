#pragma once
#include "base/geometry.h"

namespace sohoa::scanners {

/// A rectangle in PDF user space: points, y up, left ≤ right and bottom ≤ top.
struct Rectangle {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    double width() const { return right - left; }
    double height() const { return top - bottom; }
};

Rectangle intersection(const Rectangle& a, const Rectangle& b);

/// The six numbers of a PDF matrix: (x, y) → (a x + c y + e, b x + d y + f).
struct Matrix {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;

    /// First this, then `next`: PDF's product of this and `next`.
    Matrix then(const Matrix& next) const;
    Point apply(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    /// The smallest upright rectangle around the image of `r`.
    Rectangle apply(const Rectangle& r) const;
    /// Sides stay level or upright, within a hundredth of a degree or so.
    bool is_upright() const;
};

}  // namespace sohoa::scanners
