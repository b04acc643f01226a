#include "samples/maker/certificate_ground.h"

#include <cairo.h>
#include <cmath>

#include "samples/maker/guilloche.h"

namespace sohoa::maker {

FormLook certificate_look(Random& random) {
    FormLook look = issued_look(random);
    look.left = 32;
    look.right = 28;
    look.top = 27;
    return look;
}

void certificate_ground(Form& form, Random& random) {
    const Colour border = random.pick(
        {Colour{0.62, 0.42, 0.16}, Colour{0.7, 0.2, 0.25}, Colour{0.25, 0.45, 0.35}, Colour{0.55, 0.25, 0.45}});
    certificate_ground(form, border, 0.7, random);
}

void certificate_ground(Form& form, Colour border, double waves, Random& random) {
    const Rect page{12, 12, form.look().width - 24, form.look().height - 24};
    if (random.chance(waves)) guilloche_field(form.sheet(), page, border, random.real(0.10, 0.22), random);
    guilloche_border(form.sheet(), page, random.real(6, 9), border, random);
}

void emblem(Sheet& sheet, double centre_x, double centre_y, double size) {
    cairo_t* ink = sheet.ink();
    cairo_set_source_rgb(ink, 0.82, 0.12, 0.12);
    cairo_new_path(ink);
    cairo_arc(ink, centre_x, centre_y, size / 2, 0, 6.2832);
    cairo_fill(ink);
    cairo_set_source_rgb(ink, 0.98, 0.85, 0.2);
    cairo_new_path(ink);
    for (int i = 0; i < 10; ++i) {
        const double r = size * (i % 2 == 0 ? 0.32 : 0.125);
        const double a = -1.5708 + i * 0.62832;
        cairo_line_to(ink, centre_x + r * std::cos(a), centre_y + r * std::sin(a));
    }
    cairo_close_path(ink);
    cairo_fill(ink);
}

}  // namespace sohoa::maker
