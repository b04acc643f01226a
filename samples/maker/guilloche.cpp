#include "samples/maker/guilloche.h"

#include <cairo.h>
#include <cmath>
#include <numbers>

namespace sohoa::maker {

namespace {

constexpr double pi = std::numbers::pi;

Colour paler(Colour c, double strength) {
    return {1 - (1 - c.red) * strength, 1 - (1 - c.green) * strength, 1 - (1 - c.blue) * strength};
}

void set_ink(cairo_t* ink, Colour c, double width) {
    cairo_set_source_rgb(ink, c.red, c.green, c.blue);
    cairo_set_line_width(ink, width);
}

/// A wave along a line from (x1, y1) to (x2, y2), swinging `swing` mm to both sides.
void wave(cairo_t* ink, double x1, double y1, double x2, double y2, double swing, double length, double phase) {
    const double whole = std::hypot(x2 - x1, y2 - y1);
    const double ux = (x2 - x1) / whole;
    const double uy = (y2 - y1) / whole;
    cairo_new_path(ink);
    for (double s = 0; s <= whole; s += 0.4) {
        const double off = swing * std::sin(2 * pi * s / length + phase);
        cairo_line_to(ink, x1 + ux * s - uy * off, y1 + uy * s + ux * off);
    }
    cairo_stroke(ink);
}

}  // namespace

void guilloche_border(Sheet& sheet, const Rect& outer, double thickness, Colour colour, Random& random) {
    cairo_t* ink = sheet.ink();
    const double length = random.real(7, 11);
    set_ink(ink, paler(colour, 0.85), 0.16);
    const double middle = thickness / 2;
    const Rect path{outer.x + middle, outer.y + middle, outer.width - thickness, outer.height - thickness};
    for (int i = 0; i < 6; ++i) {
        const double phase = i * pi / 3;
        const double swing = thickness * (i % 2 == 0 ? 0.42 : 0.30);
        wave(ink, path.x, path.y, path.right(), path.y, swing, length, phase);
        wave(ink, path.x, path.bottom(), path.right(), path.bottom(), swing, length, phase);
        wave(ink, path.x, path.y, path.x, path.bottom(), swing, length, phase);
        wave(ink, path.right(), path.y, path.right(), path.bottom(), swing, length, phase);
    }
    sheet.frame(outer, 0.5, colour);
    sheet.frame({outer.x + thickness, outer.y + thickness, outer.width - 2 * thickness, outer.height - 2 * thickness},
                0.3, colour);
    // Corners are covered by rosettes.
    for (const double x : {outer.x + middle, outer.right() - middle})
        for (const double y : {outer.y + middle, outer.bottom() - middle}) {
            cairo_set_source_rgb(ink, 1, 1, 1);
            cairo_rectangle(ink, x - middle, y - middle, thickness, thickness);
            cairo_fill(ink);
            set_ink(ink, colour, 0.16);
            for (int i = 0; i < 8; ++i) {
                cairo_save(ink);
                cairo_translate(ink, x, y);
                cairo_rotate(ink, i * pi / 8);
                cairo_scale(ink, thickness * 0.46, thickness * 0.2);
                cairo_new_path(ink);
                cairo_arc(ink, 0, 0, 1, 0, 2 * pi);
                cairo_restore(ink);
                cairo_stroke(ink);
            }
        }
}

void guilloche_field(Sheet& sheet, const Rect& area, Colour colour, double strength, Random& random) {
    cairo_t* ink = sheet.ink();
    cairo_save(ink);
    cairo_rectangle(ink, area.x, area.y, area.width, area.height);
    cairo_clip(ink);
    const Colour ground = paler(colour, strength * 0.35);
    cairo_set_source_rgb(ink, ground.red, ground.green, ground.blue);
    cairo_paint(ink);
    set_ink(ink, paler(colour, strength), 0.13);
    const double length = random.real(28, 60);
    const double step = 1.3;
    for (double y = area.y - 10; y < area.bottom() + 10; y += step)
        wave(ink, area.x, y, area.right(), y, 4.0, length, y * 0.13);
    set_ink(ink, paler({colour.blue, colour.green, colour.red}, strength * 0.7), 0.11);
    for (double y = area.y - 10; y < area.bottom() + 10; y += step * 1.6)
        wave(ink, area.x, y, area.right(), y, 6.0, length * 1.7, -y * 0.09);
    cairo_restore(ink);
}

void drum(Sheet& sheet, double x, double y, double radius, Colour colour, double strength) {
    cairo_t* ink = sheet.ink();
    set_ink(ink, paler(colour, strength), 0.25);
    for (int ring = 3; ring <= 12; ++ring) {
        const double r = radius * ring / 12;
        cairo_new_path(ink);
        cairo_arc(ink, x, y, r, 0, 2 * pi);
        cairo_stroke(ink);
        const int teeth = ring * 10;
        for (int i = 0; ring % 3 == 0 && i < teeth; ++i) {
            const double a = 2 * pi * i / teeth;
            cairo_move_to(ink, x + r * std::cos(a), y + r * std::sin(a));
            cairo_line_to(ink, x + (r - radius / 13) * std::cos(a + 0.02), y + (r - radius / 13) * std::sin(a + 0.02));
            cairo_stroke(ink);
        }
    }
    // The star of fourteen rays in the middle.
    cairo_new_path(ink);
    for (int i = 0; i < 28; ++i) {
        const double r = radius * (i % 2 == 0 ? 0.24 : 0.08);
        cairo_line_to(ink, x + r * std::cos(2 * pi * i / 28), y + r * std::sin(2 * pi * i / 28));
    }
    cairo_close_path(ink);
    cairo_stroke(ink);
}

}  // namespace sohoa::maker
