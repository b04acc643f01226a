#include <algorithm>
#include <cairo.h>
#include <cmath>

#include "samples/maker/ink_mark.h"

namespace sohoa::maker {

namespace {

struct Knot {
    double x, y;
};

/// A point of the Catmull-Rom curve through b and c.
Knot between(const Knot& a, const Knot& b, const Knot& c, const Knot& d, double t) {
    const auto one = [t](double p, double q, double r, double s) {
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
    };
    return {one(a.x, b.x, c.x, d.x), one(a.y, b.y, c.y, d.y)};
}

void stroke(cairo_t* ink, const std::vector<Knot>& knots, double pen) {
    cairo_set_line_cap(ink, CAIRO_LINE_CAP_ROUND);
    Knot last = knots.front();
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const Knot& before = knots[i == 0 ? 0 : i - 1];
        const Knot& after = knots[std::min(i + 2, knots.size() - 1)];
        for (int step = 1; step <= 14; ++step) {
            const Knot here = between(before, knots[i], knots[i + 1], after, step / 14.0);
            // Down strokes press harder than up strokes.
            const double fall = std::clamp((here.y - last.y) * 0.9, -0.35, 0.6);
            cairo_set_line_width(ink, pen * (1 + fall));
            cairo_move_to(ink, last.x, last.y);
            cairo_line_to(ink, here.x, here.y);
            cairo_stroke(ink);
            last = here;
        }
    }
}

}  // namespace

InkMark make_signature(int dpi, Random& random) {
    const double width = random.real(28, 50);
    const double height = random.real(15, 24);
    const MarkCanvas canvas(width + 6, height + 6, dpi);
    cairo_t* ink = canvas.ink();
    cairo_translate(ink, 3, 3);
    const double base = height * random.real(0.55, 0.68);
    const double pen = random.real(0.28, 0.55);

    std::vector<Knot> first{{width * 0.05, base + random.real(-2, 2)},
                            {width * random.real(0.12, 0.2), height * random.real(0.0, 0.12)},
                            {width * random.real(0.16, 0.26), base + random.real(0, height * 0.3)},
                            {width * random.real(0.02, 0.10), base + random.real(-3, 1)}};
    const int waves = random.between(4, 9);
    for (int i = 0; i < waves; ++i) {
        const double x = width * (0.22 + 0.6 * i / waves);
        const double tall = random.chance(0.25) ? height * 0.5 : height * random.real(0.08, 0.22);
        first.push_back({x + random.real(0, 1.5), base - tall});
        first.push_back({x + width * random.real(0.02, 0.07), base + height * random.real(-0.02, 0.14)});
        if (random.chance(0.3))
            first.push_back({x - width * random.real(0.02, 0.08), base + height * random.real(-0.1, 0.05)});
    }
    first.push_back({width * random.real(0.88, 1.0), base - height * random.real(0.1, 0.5)});
    stroke(ink, first, pen);
    if (random.chance(0.75)) {
        const double low = height * random.real(0.78, 0.95);
        stroke(ink,
               {{width * random.real(0.7, 0.95), base},
                {width * random.real(0.2, 0.4), low},
                {width * random.real(0.1, 0.3), low + 1},
                {width * random.real(0.8, 1.0), low - height * random.real(0.1, 0.3)}},
               pen * 0.9);
    }
    if (random.chance(0.4))
        stroke(ink,
               {{width * 0.3, height * 0.1},
                {width * 0.45, height * random.real(0.05, 0.3)},
                {width * random.real(0.5, 0.8), height * 0.02}},
               pen * 0.8);

    Raster coverage = canvas.coverage();
    const double strength = random.real(0.8, 0.95);
    for (int y = 0; y < coverage.height(); ++y)
        for (int x = 0; x < coverage.width(); ++x)
            coverage.row(y)[x] = static_cast<std::uint8_t>(coverage.row(y)[x] * strength);
    const bool dark = random.chance(0.15);
    return {std::move(coverage),
            dark ? Colour{0.1, 0.1, 0.14}
                 : Colour{random.real(0.08, 0.2), random.real(0.14, 0.28), random.real(0.55, 0.72)},
            width + 6, height + 6};
}

}  // namespace sohoa::maker
