#include <cairo.h>
#include <cmath>
#include <numbers>

#include "samples/maker/card_sheet.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/fonts.h"
#include "samples/maker/guilloche.h"

namespace sohoa::maker {

namespace {

/// The ground of a print run: a little of the channels' order is exchanged.
Colour toned(Colour colour, double tone) {
    const double share = std::abs(tone) * 0.35;
    const Colour other =
        tone > 0 ? Colour{colour.green, colour.blue, colour.red} : Colour{colour.blue, colour.red, colour.green};
    return {colour.red + (other.red - colour.red) * share, colour.green + (other.green - colour.green) * share,
            colour.blue + (other.blue - colour.blue) * share};
}

void rounded_path(cairo_t* ink, const Rect& card, double r) {
    cairo_new_path(ink);
    cairo_arc(ink, card.x + r, card.y + r, r, std::numbers::pi, 1.5 * std::numbers::pi);
    cairo_arc(ink, card.right() - r, card.y + r, r, 1.5 * std::numbers::pi, 2 * std::numbers::pi);
    cairo_arc(ink, card.right() - r, card.bottom() - r, r, 0, 0.5 * std::numbers::pi);
    cairo_arc(ink, card.x + r, card.bottom() - r, r, 0.5 * std::numbers::pi, std::numbers::pi);
    cairo_close_path(ink);
}

}  // namespace

void card_ground(Card& card, Colour colour, double drum_radius) {
    cairo_t* ink = card.sheet.ink();
    const Colour own = card.look.varied ? toned(colour, card.look.tone) : colour;
    cairo_save(ink);
    rounded_path(ink, {card.x, card.y, card.width, card.height}, 3.2);
    cairo_path_t* outline = cairo_copy_path(ink);
    cairo_clip(ink);
    guilloche_field(card.sheet, {card.x, card.y, card.width, card.height}, own, card.look.ink, card.random);
    if (drum_radius > 0) drum(card.sheet, card.x + 56, card.y + 30, drum_radius, own, 0.22);
    cairo_restore(ink);
    cairo_new_path(ink);
    cairo_append_path(ink, outline);
    cairo_path_destroy(outline);
    cairo_set_source_rgb(ink, 0.6, 0.62, 0.65);
    cairo_set_line_width(ink, 0.2);
    cairo_stroke(ink);
}

void card_portrait(Card& card, double left, double top, double width, double height) {
    cairo_t* ink = card.sheet.ink();
    cairo_save(ink);
    cairo_rectangle(ink, card.x + left, card.y + top, width, height);
    cairo_clip_preserve(ink);
    cairo_set_source_rgb(ink, 0.80, 0.86, 0.92);
    cairo_fill(ink);
    const double cx = card.x + left + width / 2;
    const double skin = card.random.real(0.62, 0.82);
    const double shirt = card.random.real(0.2, 0.75);
    const auto oval = [&](double oy, double rx, double ry, Colour c) {
        cairo_save(ink);
        cairo_translate(ink, cx, card.y + top + oy);
        cairo_scale(ink, rx, ry);
        cairo_new_path(ink);
        cairo_arc(ink, 0, 0, 1, 0, 6.2832);
        cairo_restore(ink);
        cairo_set_source_rgb(ink, c.red, c.green, c.blue);
        cairo_fill(ink);
    };
    const bool woman = card.holder.sex == Sex::female;
    if (woman) oval(height * 0.46, width * 0.34, height * 0.36, {0.1, 0.08, 0.08});
    oval(height * 1.08, width * 0.52, height * 0.36, {shirt, shirt, shirt * 1.05});
    oval(height * 0.74, width * 0.12, height * 0.14, {skin * 0.95, skin * 0.8, skin * 0.68});
    oval(height * 0.36, width * 0.27, height * 0.20, {0.1, 0.08, 0.08});
    oval(height * 0.46, width * 0.235, height * 0.25, {skin, skin * 0.85, skin * 0.73});
    cairo_restore(ink);
}

void card_chip(Card& card, double left, double top) {
    cairo_t* ink = card.sheet.ink();
    const Rect rect{card.x + left, card.y + top, 11.5, 8.8};
    cairo_set_source_rgb(ink, 0.85, 0.74, 0.45);
    cairo_rectangle(ink, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(ink);
    for (int i = 1; i < 3; ++i)
        card.sheet.rule(rect.x, rect.y + i * 2.93, rect.right(), rect.y + i * 2.93, 0.15, {0.5, 0.42, 0.2});
    card.sheet.frame({rect.x + 3.6, rect.y, 4.3, rect.height}, 0.15, {0.5, 0.42, 0.2});
}

void card_fingerprint(Card& card, double left, double top, double width, double height) {
    card.sheet.frame({card.x + left, card.y + top, width, height}, 0.15, {0.4, 0.4, 0.45});
    cairo_t* ink = card.sheet.ink();
    cairo_set_line_width(ink, 0.22);
    cairo_set_source_rgb(ink, 0.35, 0.35, 0.4);
    for (int ring = 1; ring < 10; ++ring) {
        cairo_save(ink);
        cairo_translate(ink, card.x + left + width / 2, card.y + top + height * 8.5 / 16);
        cairo_scale(ink, width * 0.42 / 8.6 * ring, height * 0.76 / 16 * ring);
        cairo_new_path(ink);
        cairo_arc(ink, 0, 0, 1, 0.3 * ring, 5.8 + 0.2 * ring);
        cairo_restore(ink);
        cairo_stroke(ink);
    }
}

void card_machine_zone(Card& card, const std::vector<std::string>& lines, double left, double top, double width,
                       double gap) {
    TextStyle style{.family = families(Typeface::machine).front(), .points = 10};
    style.points = 10 * width / card.sheet.width_of(lines.front(), style);
    double y = top;
    for (const auto& line : lines)
        y = card.sheet.write(line, style, {card.x + left, card.y + y, width + 6, 10}) - card.y + gap;
    card.truth.mrz.push_back(lines);
}

void card_country(Card& card, double left, double width, double top) {
    double y =
        card.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", card.face(6.2).bolded(), left, top, width, Align::centre);
    y = card.write("Độc lập - Tự do - Hạnh phúc", card.face(6).bolded(), left, y, width, Align::centre);
    y = card.write("SOCIALIST REPUBLIC OF VIET NAM", card.face(4.6), left, y, width, Align::centre);
    card.write("Independence - Freedom - Happiness", card.face(4.6), left, y, width, Align::centre);
}

void card_signed(Card& card, const SealWords& words, double left, double top, double width, double diameter) {
    Random random = card.random.branch("signature");
    const int dpi = card.sheet.dpi();
    // Signatures on cards are printed smaller than they are given.
    constexpr double share = 0.42;
    PlacedMark signature{make_signature(static_cast<int>(dpi * share), random)};
    signature.mark.width *= share;
    signature.mark.height *= share;
    signature.x = card.x + left + (width - signature.mark.width) / 2;
    signature.y = card.y + top;
    card.marks.push_back(std::move(signature));
    if (diameter <= 0) return;
    PlacedMark seal{make_seal(words, diameter, dpi, random)};
    seal.x = card.x + left + width * 0.35 - diameter / 2 + random.real(-2, 2);
    seal.y = card.y + top - diameter * 0.22 + random.real(-1, 1);
    card.marks.push_back(std::move(seal));
}

}  // namespace sohoa::maker
