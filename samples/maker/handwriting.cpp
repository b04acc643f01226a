#include "samples/maker/handwriting.h"

#include <algorithm>
#include <pango/pangocairo.h>

#include "base/vietnamese.h"
#include "samples/maker/fonts.h"

namespace sohoa::maker {

namespace {

/// A letter of Vietnamese taken apart.
struct Letter {
    char32_t base = 0;
    char32_t shape = 0;  ///< 0, '^' circumflex, '(' breve, '+' horn, '-' the bar of đ
    char32_t tone = 0;   ///< 0, '/' sắc, '\\' huyền, '?' hỏi, '~' ngã, '.' nặng
};

Letter taken_apart(char32_t c) {
    struct Group {
        std::u32string_view letters;  // bare, sắc, huyền, hỏi, ngã, nặng
        char32_t base;
        char32_t shape;
    };
    static constexpr Group groups[] = {
        {U"aáàảãạ", U'a', 0},    {U"ăắằẳẵặ", U'a', U'('}, {U"âấầẩẫậ", U'a', U'^'}, {U"eéèẻẽẹ", U'e', 0},
        {U"êếềểễệ", U'e', U'^'}, {U"iíìỉĩị", U'i', 0},    {U"oóòỏõọ", U'o', 0},    {U"ôốồổỗộ", U'o', U'^'},
        {U"ơớờởỡợ", U'o', U'+'}, {U"uúùủũụ", U'u', 0},    {U"ưứừửữự", U'u', U'+'}, {U"yýỳỷỹỵ", U'y', 0},
        {U"AÁÀẢÃẠ", U'A', 0},    {U"ĂẮẰẲẴẶ", U'A', U'('}, {U"ÂẤẦẨẪẬ", U'A', U'^'}, {U"EÉÈẺẼẸ", U'E', 0},
        {U"ÊẾỀỂỄỆ", U'E', U'^'}, {U"IÍÌỈĨỊ", U'I', 0},    {U"OÓÒỎÕỌ", U'O', 0},    {U"ÔỐỒỔỖỘ", U'O', U'^'},
        {U"ƠỚỜỞỠỢ", U'O', U'+'}, {U"UÚÙỦŨỤ", U'U', 0},    {U"ƯỨỪỬỮỰ", U'U', U'+'}, {U"YÝỲỶỸỴ", U'Y', 0}};
    for (const auto& group : groups)
        if (const auto at = group.letters.find(c); at != std::u32string_view::npos)
            return {group.base, group.shape, at == 0 ? U'\0' : std::u32string_view(U" /\\?~.")[at]};
    if (c == U'đ') return {U'd', U'-', 0};
    if (c == U'Đ') return {U'D', U'-', 0};
    return {c, 0, 0};
}

struct InkBox {
    double left, top, right, bottom;  ///< mm, y down from the baseline
    double middle() const { return (left + right) / 2; }
};

/// Ink of every letter of a layout of one line. A ligature gives its letters equal shares.
std::vector<InkBox> ink_boxes(PangoLayout* layout) {
    std::vector<InkBox> boxes;
    PangoLayoutIter* iter = pango_layout_get_iter(layout);
    const double baseline = pango_layout_get_baseline(layout) / static_cast<double>(PANGO_SCALE) / units_per_mm;
    do {
        PangoRectangle ink;
        PangoRectangle logical;
        pango_layout_iter_get_cluster_extents(iter, &ink, &logical);
        const double scale = 1.0 / PANGO_SCALE / units_per_mm;
        boxes.push_back({ink.x * scale, ink.y * scale - baseline, (ink.x + ink.width) * scale,
                         (ink.y + ink.height) * scale - baseline});
    } while (pango_layout_iter_next_cluster(iter));
    pango_layout_iter_free(iter);
    return boxes;
}

/// Strokes of marks, in shares of the small letters' height `h`.
class Pen {
public:
    Pen(cairo_t* ink, double width, double h, Random& random) : ink_(ink), h_(h), random_(random) {
        cairo_set_line_width(ink, width);
        cairo_set_line_cap(ink, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(ink, CAIRO_LINE_JOIN_ROUND);
    }

    void shape(const Letter& letter, const InkBox& box) {
        const double x = box.middle() + jitter(0.06);
        const double y = box.top - h_ * 0.16 + jitter(0.04);
        if (letter.shape == U'^')
            stroke({{x - h_ * 0.26, y}, {x + jitter(0.03), y - h_ * 0.27}, {x + h_ * 0.26, y + jitter(0.04)}});
        if (letter.shape == U'(')
            curve({x - h_ * 0.24, y - h_ * 0.26}, {x - h_ * 0.16, y + h_ * 0.04}, {x + h_ * 0.16, y + h_ * 0.04},
                  {x + h_ * 0.24, y - h_ * 0.26});
        if (letter.shape == U'+')
            curve({box.right - h_ * 0.16, box.top + h_ * 0.12}, {box.right + h_ * 0.16, box.top + h_ * 0.10},
                  {box.right + h_ * 0.22, box.top - h_ * 0.08}, {box.right + h_ * 0.10, box.top - h_ * 0.22});
        if (letter.shape == U'-') {
            const bool capital = letter.base == U'D';
            const double bar = capital ? (box.top + box.bottom) / 2 : box.top + (box.bottom - box.top) * 0.24;
            const double from = capital ? box.left - h_ * 0.14 : box.middle() - h_ * 0.12;
            stroke({{from, bar + jitter(0.03)}, {from + h_ * (capital ? 0.56 : 0.66), bar + jitter(0.03)}});
        }
    }

    void tone(const Letter& letter, const InkBox& box) {
        const bool hat = letter.shape == U'^' || letter.shape == U'(';
        const double x = box.middle() + h_ * (letter.shape == U'^' ? 0.34 : 0) + jitter(0.06);
        const double y = box.top - h_ * (letter.shape == U'^' ? 0.34 : hat ? 0.46 : 0.16) + jitter(0.04);
        if (letter.tone == U'/') stroke({{x - h_ * 0.08, y}, {x + h_ * 0.18, y - h_ * 0.28}});
        if (letter.tone == U'\\') stroke({{x - h_ * 0.16, y - h_ * 0.28}, {x + h_ * 0.12, y}});
        if (letter.tone == U'~')
            curve({x - h_ * 0.28, y - h_ * 0.04}, {x - h_ * 0.1, y - h_ * 0.36}, {x + h_ * 0.1, y + h_ * 0.16},
                  {x + h_ * 0.28, y - h_ * 0.2});
        if (letter.tone == U'?') {
            curve({x - h_ * 0.11, y - h_ * 0.28}, {x + h_ * 0.02, y - h_ * 0.46}, {x + h_ * 0.26, y - h_ * 0.3},
                  {x + h_ * 0.08, y - h_ * 0.16});
            stroke({{x + h_ * 0.08, y - h_ * 0.16}, {x + h_ * 0.03, y - h_ * 0.02}});
        }
        if (letter.tone == U'.') {
            cairo_new_path(ink_);
            cairo_arc(ink_, box.middle() + jitter(0.08), std::max(box.bottom * 0.85, 0.0) + h_ * 0.24 + jitter(0.03),
                      cairo_get_line_width(ink_) * 0.75, 0, 6.3);
            cairo_fill(ink_);
        }
    }

private:
    struct Spot {
        double x, y;
    };
    double jitter(double share) { return h_ * share * std::clamp(random_.normal(), -1.6, 1.6); }
    void stroke(std::initializer_list<Spot> spots) {
        cairo_new_path(ink_);
        for (const auto& spot : spots) cairo_line_to(ink_, spot.x, spot.y);
        cairo_stroke(ink_);
    }
    void curve(Spot a, Spot b, Spot c, Spot d) {
        cairo_new_path(ink_);
        cairo_move_to(ink_, a.x, a.y);
        cairo_curve_to(ink_, b.x, b.y, c.x, c.y, d.x, d.y);
        cairo_stroke(ink_);
    }

    cairo_t* ink_;
    double h_;
    Random& random_;
};

}  // namespace

const std::vector<Handwriting::Face>& Handwriting::faces() {
    static const std::vector<Face> installed_faces = [] {
        std::vector<Face> list;
        for (const Face& face : {Face{"Dancing Script", 1.25, 0.045, false}, Face{"Ecolier_court", 1.75, 0.022, false},
                                 Face{"Rufscript", 1.1, 0.05, false}, Face{"Breip", 1.1, 0.05, false},
                                 Face{"DkgHandwriting", 1.2, 0.05, false}, Face{"Kristi", 1.6, 0.03, false},
                                 Face{"SetoFont", 1.1, 0.05, true}, Face{"TeX Gyre Chorus", 1.15, 0.05, true}})
            if (installed(face.family)) list.push_back(face);
        // Without any of them a slanted text face must do: the paper stays readable and the truth right.
        if (list.empty()) list.push_back({"Liberation Serif", 1.0, 0.05, true});
        return list;
    }();
    return installed_faces;
}

Handwriting::Handwriting(Random random, double points)
    : random_(random), face_(random_.pick(faces())), points_(points * face_.size), slant_(random_.real(-0.02, 0.18)) {
    const int pen = random_.between(0, 9);
    if (pen < 7)
        ink_ = {random_.real(0.05, 0.2), random_.real(0.1, 0.25), random_.real(0.5, 0.7)};
    else
        ink_ = {random_.real(0.05, 0.15), random_.real(0.05, 0.15), random_.real(0.08, 0.2)};
}

double Handwriting::draw(const Sheet& sheet, const std::string& text, double x, double baseline, bool visible,
                         Random& random) const {
    std::vector<Letter> letters;
    std::u32string bare;
    for (const char32_t c : to_utf32(text)) {
        letters.push_back(face_.own_marks ? Letter{c} : taken_apart(c));
        bare += letters.back().base;
    }
    cairo_t* ink = sheet.ink();
    cairo_save(ink);
    cairo_translate(ink, x, baseline);
    const cairo_matrix_t lean{1, 0, -slant_, 1, 0, 0};
    cairo_transform(ink, &lean);
    double width = 0;
    cairo_save(ink);
    cairo_scale(ink, 1 / units_per_mm, 1 / units_per_mm);
    PangoLayout* layout = pango_cairo_create_layout(ink);
    PangoContext* context = pango_layout_get_context(layout);
    pango_context_set_round_glyph_positions(context, FALSE);
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, face_.family);
    pango_font_description_set_absolute_size(font, points_ * 25.4 / 72 * units_per_mm * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    const std::string shown = to_utf8(bare);
    pango_layout_set_text(layout, shown.c_str(), static_cast<int>(shown.size()));
    PangoRectangle box;
    pango_layout_get_extents(layout, nullptr, &box);
    width = static_cast<double>(box.width) / PANGO_SCALE / units_per_mm;
    cairo_set_source_rgb(ink, ink_.red, ink_.green, ink_.blue);
    if (visible) {
        cairo_move_to(ink, 0, 0);
        pango_cairo_show_layout_line(ink, pango_layout_get_line_readonly(layout, 0));
    }
    cairo_restore(ink);
    if (visible && !face_.own_marks) {
        const auto boxes = ink_boxes(layout);
        const double size = points_ * 25.4 / 72;
        cairo_set_source_rgb(ink, ink_.red, ink_.green, ink_.blue);
        Pen pen(ink, size * face_.pen, size * 0.42 / face_.size * 1.05, random);
        for (std::size_t i = 0; i < letters.size() && boxes.size() >= letters.size(); ++i) {
            pen.shape(letters[i], boxes[i]);
            pen.tone(letters[i], boxes[i]);
        }
    }
    g_object_unref(layout);
    cairo_restore(ink);
    return width;
}

double Handwriting::write(Sheet& sheet, const std::string& text, double x, double baseline) {
    const double from = x;
    for (const auto& word : words_of(text)) {
        x += draw(sheet, word, x, baseline + random_.normal() * 0.12, true, random_);
        x += points_ * 25.4 / 72 * random_.real(0.24, 0.34);
    }
    return x - from;
}

double Handwriting::width_of(const Sheet& sheet, const std::string& text) const {
    Random unused(1);
    double width = 0;
    for (const auto& word : words_of(text))
        width += draw(sheet, word, 0, 0, false, unused) + points_ * 25.4 / 72 * 0.34;
    return width;
}

}  // namespace sohoa::maker
