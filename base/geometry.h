#pragma once
#include <array>
#include <optional>

namespace sohoa {

struct Size {
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    bool operator==(const Size&) const = default;
};

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// An upright rectangle in pixels: x to the right, y down, [x, x+width) × [y, y+height).
struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    int right() const { return x + width; }
    int bottom() const { return y + height; }
    bool empty() const { return width <= 0 || height <= 0; }
    long long area() const { return empty() ? 0 : static_cast<long long>(width) * height; }
    Point centre() const { return {x + width / 2.0, y + height / 2.0}; }
    bool operator==(const Box&) const = default;
};

/// The common part; empty (width or height 0) where there is none.
Box intersection(const Box& a, const Box& b);

/// The smallest box around both; an empty box adds nothing.
Box bounding(const Box& a, const Box& b);

/// Four corners in the order top left, top right, bottom right, bottom left of what is *written* there, so that a
/// turned word keeps its reading direction.
struct Quad {
    std::array<Point, 4> corners{};
    bool operator==(const Quad&) const = default;
};

Quad quad_of(const Box& box);

/// The smallest box of whole pixels that holds the quad.
Box bounding_box(const Quad& quad);

/// A projective map between two pixel planes (row-major 3×3). Pixel coordinates are continuous: the centre of the first
/// pixel is (0.5, 0.5), so a map carries box corners and scales without half-pixel drift.
class Transform {
public:
    Transform() = default;  ///< identity
    explicit Transform(const std::array<double, 9>& rows) : m_(rows) {}

    static Transform scaling(double x, double y);
    static Transform translation(double x, double y);

    /// Turns a plane of `size` clockwise by 0, 90, 180 or 270 degrees onto the plane that then holds it exactly.
    static Transform quarter_turns(int degrees_clockwise, Size size);

    /// Rotation by `degrees` clockwise (in pixel coordinates, y down) about `centre`.
    static Transform rotation(double degrees_clockwise, Point centre);

    /// First this, then `next`.
    Transform then(const Transform& next) const;

    /// nullopt when the map has no inverse.
    std::optional<Transform> inverse() const;

    Point apply(Point p) const;
    Quad apply(const Quad& quad) const;

    const std::array<double, 9>& rows() const { return m_; }
    bool operator==(const Transform&) const = default;

private:
    std::array<double, 9> m_{1, 0, 0, 0, 1, 0, 0, 0, 1};
};

}  // namespace sohoa
