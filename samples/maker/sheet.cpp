#include "samples/maker/sheet.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <pango/pangocairo.h>

#include "base/vietnamese.h"
#include "samples/maker/fonts.h"

namespace sohoa::maker {

namespace {

constexpr double mm_per_point = 25.4 / 72;

void set_font(PangoLayout* layout, const TextStyle& style) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, style.family.c_str());
    pango_font_description_set_absolute_size(font, style.points * mm_per_point * units_per_mm * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

void add(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
    attribute->start_index = static_cast<guint>(from);
    attribute->end_index = static_cast<guint>(to);
    pango_attr_list_insert(list, attribute);
}

/// Positions are not rounded and letters not hinted: the paper is printed first and scanned later.
PangoLayout* new_layout(cairo_t* ink, const TextStyle& style) {
    cairo_save(ink);
    cairo_scale(ink, 1 / units_per_mm, 1 / units_per_mm);
    PangoLayout* layout = pango_cairo_create_layout(ink);
    cairo_restore(ink);
    PangoContext* context = pango_layout_get_context(layout);
    pango_context_set_round_glyph_positions(context, FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_layout_context_changed(layout);
    set_font(layout, style);
    return layout;
}

void set_runs(PangoLayout* layout, const Runs& runs, const TextStyle& style) {
    std::string text;
    PangoAttrList* attributes = pango_attr_list_new();
    for (const auto& run : runs) {
        const auto from = text.size();
        text += run.text;
        if (run.bold) add(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, text.size());
        if (run.italic) add(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), from, text.size());
        if (run.underlined) add(attributes, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE), from, text.size());
    }
    if (style.letter_spacing != 0)
        add(attributes,
            pango_attr_letter_spacing_new(
                static_cast<int>(style.letter_spacing * mm_per_point * units_per_mm * PANGO_SCALE)),
            0, text.size());
    pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

struct FontLine {
    double ascent;  ///< shares of the font size
    double height;
};

/// The font's own measures, from cairo: Pango's count every font it might fall back to.
FontLine line_of(PangoLayout* layout) {
    PangoFont* font =
        pango_context_load_font(pango_layout_get_context(layout), pango_layout_get_font_description(layout));
    cairo_scaled_font_t* scaled = pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font));
    cairo_font_extents_t extents;
    cairo_scaled_font_extents(scaled, &extents);
    cairo_matrix_t size;
    cairo_scaled_font_get_font_matrix(scaled, &size);
    g_object_unref(font);
    return {extents.ascent / size.yy, (extents.ascent + extents.descent) / size.yy};
}

PangoAlignment pango_align(Align align) {
    if (align == Align::centre) return PANGO_ALIGN_CENTER;
    return align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

double in_mm(int pango_units) {
    return static_cast<double>(pango_units) / PANGO_SCALE / units_per_mm;
}

void show_line(cairo_t* ink, PangoLayoutLine* line, double x, double baseline, const Colour& colour) {
    cairo_save(ink);
    cairo_set_source_rgb(ink, colour.red, colour.green, colour.blue);
    cairo_translate(ink, x, baseline);
    cairo_scale(ink, 1 / units_per_mm, 1 / units_per_mm);
    cairo_move_to(ink, 0, 0);
    pango_cairo_show_layout_line(ink, line);
    cairo_restore(ink);
}

}  // namespace

TextStyle TextStyle::sized(double size) const {
    TextStyle style = *this;
    style.points = size;
    return style;
}

TextStyle TextStyle::bolded(bool on) const {
    TextStyle style = *this;
    style.bold = on;
    return style;
}

TextStyle TextStyle::slanted(bool on) const {
    TextStyle style = *this;
    style.italic = on;
    return style;
}

TextStyle TextStyle::coloured(Colour c) const {
    TextStyle style = *this;
    style.colour = c;
    return style;
}

struct Paragraph::Layout {
    cairo_t* ink;
    PangoLayout* pango;
    Colour colour;
    double line_height;
    double baseline;  ///< mm below the top of the line
    double width;
    Align align;
    double indent;
};

Paragraph::Paragraph(cairo_t* ink, const Runs& runs, const TextStyle& style, double width_mm,
                     const ParagraphShape& shape)
    : layout_(
          new Layout{ink, new_layout(ink, style), style.colour, 0, 0, width_mm, shape.align, shape.first_line_indent}) {
    PangoLayout* layout = layout_->pango;
    set_runs(layout, runs, style);
    pango_layout_set_width(layout, static_cast<int>(width_mm * units_per_mm * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, pango_align(shape.align));
    pango_layout_set_justify(layout, shape.align == Align::justified);
    pango_layout_set_indent(layout, static_cast<int>(shape.first_line_indent * units_per_mm * PANGO_SCALE));
    const auto [ascent, natural] = line_of(layout);
    layout_->line_height = natural * style.points * mm_per_point * shape.line_spacing;
    layout_->baseline = layout_->line_height - (natural - ascent) * style.points * mm_per_point;
}

Paragraph::~Paragraph() {
    if (layout_) g_object_unref(layout_->pango);
}
Paragraph::Paragraph(Paragraph&&) noexcept = default;

int Paragraph::lines() const {
    return pango_layout_get_line_count(layout_->pango);
}
double Paragraph::line_height() const {
    return layout_->line_height;
}

double Paragraph::widest() const {
    double width = 0;
    for (int i = 0; i < lines(); ++i) {
        PangoRectangle box;
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout_->pango, i), nullptr, &box);
        width = std::max(width, in_mm(box.width));
    }
    return width;
}

std::string Paragraph::line(int index) const {
    const PangoLayoutLine* line = pango_layout_get_line_readonly(layout_->pango, index);
    return single_spaced(
        {pango_layout_get_text(layout_->pango) + line->start_index, static_cast<std::size_t>(line->length)});
}

void Paragraph::draw_line(int index, double x_mm, double top_mm) const {
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout_->pango, index);
    PangoRectangle box;
    pango_layout_line_get_extents(line, nullptr, &box);
    double x = x_mm;
    const double free = layout_->width - in_mm(box.width);
    if (layout_->align == Align::centre) x += free / 2;
    if (layout_->align == Align::right) x += free;
    if (index == 0 && layout_->align != Align::centre && layout_->align != Align::right) x += layout_->indent;
    const double baseline = top_mm + layout_->baseline;
    show_line(layout_->ink, line, x, baseline, layout_->colour);
}

struct Sheet::Surface {
    cairo_surface_t* pixels;
    cairo_t* ink;
    ~Surface() {
        cairo_destroy(ink);
        cairo_surface_destroy(pixels);
    }
};

Sheet::Sheet(double width_mm, double height_mm, int dpi) : width_(width_mm), height_(height_mm), dpi_(dpi) {
    const double scale = dpi / 25.4;
    cairo_surface_t* pixels =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(width_mm * scale)),
                                   static_cast<int>(std::lround(height_mm * scale)));
    surface_.reset(new Surface{pixels, cairo_create(pixels)});
    if (cairo_surface_status(pixels) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
    cairo_t* ink = surface_->ink;
    cairo_set_source_rgb(ink, 1, 1, 1);
    cairo_paint(ink);
    cairo_scale(ink, scale, scale);
}

Sheet::~Sheet() = default;
Sheet::Sheet(Sheet&&) noexcept = default;
Sheet& Sheet::operator=(Sheet&&) noexcept = default;

cairo_t* Sheet::ink() const {
    return surface_->ink;
}

double Sheet::write(const Runs& runs, const TextStyle& style, const Rect& place, const ParagraphShape& shape) {
    const Paragraph paragraph(ink(), runs, style, place.width, shape);
    for (int i = 0; i < paragraph.lines(); ++i) {
        paragraph.draw_line(i, place.x, place.y + i * paragraph.line_height());
        note(paragraph.line(i));
    }
    return place.y + paragraph.height();
}

double Sheet::write(const std::string& text, const TextStyle& style, const Rect& place, const ParagraphShape& shape) {
    return write(Runs{{text}}, style, place, shape);
}

double Sheet::put(const std::string& text, const TextStyle& style, double x, double baseline) {
    PangoLayout* layout = new_layout(ink(), style);
    set_runs(layout, {{text}}, style);
    PangoLayoutLine* line = pango_layout_get_line_readonly(layout, 0);
    show_line(ink(), line, x, baseline, style.colour);
    PangoRectangle box;
    pango_layout_line_get_extents(line, nullptr, &box);
    g_object_unref(layout);
    return in_mm(box.width);
}

double Sheet::width_of(const std::string& text, const TextStyle& style) const {
    return Paragraph(ink(), {{text}}, style, 10000, {}).widest();
}

void Sheet::rule(double x1, double y1, double x2, double y2, double thickness_mm, Colour colour) {
    cairo_t* c = ink();
    cairo_set_source_rgb(c, colour.red, colour.green, colour.blue);
    cairo_set_line_width(c, thickness_mm);
    cairo_move_to(c, x1, y1);
    cairo_line_to(c, x2, y2);
    cairo_stroke(c);
}

void Sheet::frame(const Rect& rect, double thickness_mm, Colour colour) {
    cairo_t* c = ink();
    cairo_set_source_rgb(c, colour.red, colour.green, colour.blue);
    cairo_set_line_width(c, thickness_mm);
    cairo_rectangle(c, rect.x, rect.y, rect.width, rect.height);
    cairo_stroke(c);
}

void Sheet::paste(const Raster& picture, const Rect& place) {
    cairo_surface_t* pixels = cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width(), picture.height());
    if (cairo_surface_status(pixels) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
    cairo_surface_flush(pixels);
    unsigned char* data = cairo_image_surface_get_data(pixels);
    const int stride = cairo_image_surface_get_stride(pixels);
    for (int y = 0; y < picture.height(); ++y) {
        auto* to = reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(stride) * y);
        const auto* from = picture.row(y);
        for (int x = 0; x < picture.width(); ++x, from += 3)
            to[x] = static_cast<std::uint32_t>(from[0] << 16 | from[1] << 8 | from[2]);
    }
    cairo_surface_mark_dirty(pixels);
    cairo_t* c = ink();
    cairo_save(c);
    cairo_translate(c, place.x, place.y);
    cairo_scale(c, place.width / picture.width(), place.height / picture.height());
    cairo_set_source_surface(c, pixels, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(c), CAIRO_FILTER_GOOD);
    cairo_paint(c);
    cairo_restore(c);
    cairo_surface_destroy(pixels);
}

void Sheet::note_lines(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        note(std::string(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

void Sheet::note(std::string line) {
    if (!line.empty()) lines_.push_back(std::move(line));
}

std::string Sheet::text() const {
    std::string text;
    for (const auto& line : lines_) text += line + '\n';
    return text;
}

Raster Sheet::raster() const {
    cairo_surface_flush(surface_->pixels);
    const int width = cairo_image_surface_get_width(surface_->pixels);
    const int height = cairo_image_surface_get_height(surface_->pixels);
    const int stride = cairo_image_surface_get_stride(surface_->pixels);
    const unsigned char* data = cairo_image_surface_get_data(surface_->pixels);
    Raster raster(width, height, 3);
    for (int y = 0; y < height; ++y) {
        const auto* from = reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
        std::uint8_t* to = raster.row(y);
        for (int x = 0; x < width; ++x, to += 3) {
            to[0] = static_cast<std::uint8_t>(from[x] >> 16);
            to[1] = static_cast<std::uint8_t>(from[x] >> 8);
            to[2] = static_cast<std::uint8_t>(from[x]);
        }
    }
    return raster;
}

}  // namespace sohoa::maker
