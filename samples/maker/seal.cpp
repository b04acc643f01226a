#include <cairo.h>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <pango/pangocairo.h>

#include "base/raster_opencv.h"
#include "base/vietnamese.h"
#include "samples/maker/fonts.h"
#include "samples/maker/ink_mark.h"

namespace sohoa::maker {

namespace {

constexpr double pi = std::numbers::pi;

struct Letters {
    PangoLayout* layout;
    explicit Letters(cairo_t* ink, double size_mm) : layout(pango_cairo_create_layout(ink)) {
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(pango_layout_get_context(layout), FALSE);
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, "Liberation Sans");
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
        pango_font_description_set_absolute_size(font, size_mm * units_per_mm * PANGO_SCALE);
        pango_layout_set_font_description(layout, font);
        pango_font_description_free(font);
    }
    ~Letters() { g_object_unref(layout); }
    Letters(const Letters&) = delete;
    Letters& operator=(const Letters&) = delete;

    double set(const std::string& text) const {
        pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
        PangoRectangle box;
        pango_layout_get_extents(layout, nullptr, &box);
        return static_cast<double>(box.width) / PANGO_SCALE / units_per_mm;
    }
    /// At the current point.
    void show(cairo_t* ink) const {
        cairo_save(ink);
        cairo_scale(ink, 1 / units_per_mm, 1 / units_per_mm);
        pango_cairo_update_layout(ink, layout);
        pango_cairo_show_layout_line(ink, pango_layout_get_line_readonly(layout, 0));
        cairo_restore(ink);
        cairo_new_path(ink);
    }
};

/// Letters along a circle, centred on the top (`below` = false) or, readable from below, on the bottom.
void words_along(cairo_t* ink, const std::string& words, double cx, double cy, double radius, double size_mm,
                 double widest_angle, bool below) {
    const Letters letters(ink, size_mm);
    std::vector<std::pair<std::string, double>> pieces;
    double total = 0;
    for (const char32_t c : to_utf32(words)) {
        const std::string letter = to_utf8({&c, 1});
        const double width = c == U' ' ? size_mm * 0.35 : letters.set(letter) + size_mm * 0.06;
        pieces.emplace_back(letter, width);
        total += width;
    }
    const double narrow = std::min(1.0, widest_angle * radius / total);
    const double direction = below ? -1 : 1;
    double angle = (below ? pi / 2 : -pi / 2) - direction * total * narrow / radius / 2;
    for (const auto& [letter, width] : pieces) {
        const double middle = angle + direction * width * narrow / radius / 2;
        cairo_save(ink);
        cairo_translate(ink, cx + radius * std::cos(middle), cy + radius * std::sin(middle));
        cairo_rotate(ink, middle + direction * pi / 2);
        cairo_scale(ink, narrow, 1);
        cairo_move_to(ink, -letters.set(letter) / 2, 0);
        letters.show(ink);
        cairo_restore(ink);
        angle += direction * width * narrow / radius;
    }
}

void star(cairo_t* ink, double cx, double cy, double radius) {
    cairo_new_path(ink);
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? radius : radius * 0.382;
        const double a = -pi / 2 + i * pi / 5;
        cairo_line_to(ink, cx + r * std::cos(a), cy + r * std::sin(a));
    }
    cairo_close_path(ink);
    cairo_fill(ink);
}

void ring(cairo_t* ink, double cx, double cy, double radius, double thickness) {
    cairo_new_path(ink);
    cairo_set_line_width(ink, thickness);
    cairo_arc(ink, cx, cy, radius, 0, 2 * pi);
    cairo_stroke(ink);
}

/// Star above, ears of rice on both sides, half a cogwheel below, a ribbon: like an emblem, and nobody's.
void emblem(cairo_t* ink, double cx, double cy, double radius) {
    star(ink, cx, cy - radius * 0.28, radius * 0.30);
    for (const double side : {-1.0, 1.0})
        for (int i = 0; i < 9; ++i) {
            const double a = pi / 2 + side * (0.35 + i * 0.27);
            cairo_save(ink);
            cairo_translate(ink, cx + radius * 0.78 * std::cos(a), cy + radius * 0.78 * std::sin(a));
            cairo_rotate(ink, a + side * 0.9);
            cairo_scale(ink, radius * 0.20, radius * 0.075);
            cairo_arc(ink, 0, 0, 1, 0, 2 * pi);
            cairo_restore(ink);
            cairo_fill(ink);
        }
    cairo_set_line_width(ink, radius * 0.10);
    cairo_arc(ink, cx, cy + radius * 0.62, radius * 0.30, pi, 2 * pi);
    cairo_stroke(ink);
    for (int i = 0; i < 5; ++i) {
        const double a = pi + (i + 0.5) * pi / 5;
        cairo_move_to(ink, cx + radius * 0.32 * std::cos(a), cy + radius * 0.62 + radius * 0.32 * std::sin(a));
        cairo_line_to(ink, cx + radius * 0.43 * std::cos(a), cy + radius * 0.62 + radius * 0.43 * std::sin(a));
        cairo_stroke(ink);
    }
    cairo_set_line_width(ink, radius * 0.14);
    cairo_arc(ink, cx, cy - radius * 0.1, radius * 0.96, pi * 0.36, pi * 0.64);
    cairo_stroke(ink);
}

/// Names too long for one line of a seal, broken between words.
std::vector<std::string> broken(const std::vector<std::string>& names) {
    std::vector<std::string> lines;
    for (const auto& name : names) {
        std::string line;
        for (const auto& word : words_of(name)) {
            if (!line.empty() && to_utf32(line).size() + to_utf32(word).size() > 11) {
                lines.push_back(line);
                line.clear();
            }
            line += (line.empty() ? "" : " ") + word;
        }
        lines.push_back(line);
    }
    return lines;
}

void middle_lines(cairo_t* ink, const std::vector<std::string>& names, double cx, double cy, double room) {
    const auto lines = broken(names);
    double size = room * 0.42;
    for (const auto& line : lines)
        size = std::min(size, room * 0.42 * room * 1.75 / Letters(ink, room * 0.42).set(line));
    size = std::min(size, room * 1.5 / static_cast<double>(lines.size()) / 1.3);
    const Letters letters(ink, size);
    double y = cy - (static_cast<double>(lines.size()) - 1) * size * 0.62 + size * 0.36;
    for (const auto& line : lines) {
        const double width = letters.set(line);
        cairo_move_to(ink, cx - width / 2, y);
        letters.show(ink);
        y += size * 1.24;
    }
}

/// Ink as a rubber stamp leaves it: one side lighter, clouds of thin ink, fine grain.
void wear(Raster& coverage, int dpi, Random& random) {
    cv::Mat ink = mat_of(coverage);
    cv::RNG grain(random.next());
    cv::Mat clouds(std::max(4, ink.rows / (dpi / 10)), std::max(4, ink.cols / (dpi / 10)), CV_32F);
    grain.fill(clouds, cv::RNG::NORMAL, 0.0, 0.16);
    cv::resize(clouds, clouds, ink.size(), 0, 0, cv::INTER_CUBIC);
    cv::Mat fine(ink.size(), CV_32F);
    grain.fill(fine, cv::RNG::NORMAL, 0.0, 0.30);
    cv::GaussianBlur(fine, fine, {}, dpi / 300.0 * 0.8);
    const double strength = random.real(0.66, 0.88);
    const double slope = random.real(0.0, 0.22);
    const double side = random.real(0, 2 * pi);
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x) {
            const double u = 2.0 * x / ink.cols - 1;
            const double v = 2.0 * y / ink.rows - 1;
            const double pressure = strength + slope * (u * std::cos(side) + v * std::sin(side)) +
                                    clouds.at<float>(y, x) + fine.at<float>(y, x);
            auto& value = ink.at<std::uint8_t>(y, x);
            value = cv::saturate_cast<std::uint8_t>(value * std::clamp(pressure, 0.05, 1.0));
        }
}

}  // namespace

InkMark make_seal(const SealWords& words, double diameter, int dpi, Random& random) {
    const MarkCanvas canvas(diameter + 2, diameter + 2, dpi);
    cairo_t* ink = canvas.ink();
    const double c = diameter / 2 + 1;
    const double radius = diameter / 2;
    cairo_translate(ink, c, c);
    cairo_rotate(ink, random.real(-0.16, 0.16));
    ring(ink, 0, 0, radius - 0.4, 0.75);
    ring(ink, 0, 0, radius - 1.25, 0.22);
    ring(ink, 0, 0, radius * 0.58, 0.3);
    const double size = radius * 0.205;
    words_along(ink, words.around, 0, 0, radius * 0.68, size, words.below.empty() ? 5.2 : 3.6, false);
    if (words.below.empty()) {
        star(ink, 0, radius * 0.76, radius * 0.09);
    } else {
        words_along(ink, words.below, 0, 0, radius * 0.68 + size * 0.72, size, 1.9, true);
        for (const double side : {-1.0, 1.0})
            star(ink, side * radius * 0.74 * std::sin(1.88), radius * 0.745 * -std::cos(1.88), radius * 0.06);
    }
    if (words.middle.empty())
        emblem(ink, 0, 0, radius * 0.5);
    else
        middle_lines(ink, words.middle, 0, 0, radius * 0.5);
    InkMark seal{canvas.coverage(),
                 {random.real(0.78, 0.88), random.real(0.08, 0.2), random.real(0.14, 0.26)},
                 diameter + 2,
                 diameter + 2};
    wear(seal.coverage, dpi, random);
    return seal;
}

}  // namespace sohoa::maker
