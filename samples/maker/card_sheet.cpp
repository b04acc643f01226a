#include "samples/maker/card_sheet.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/fonts.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

CardLook pattern_look() {
    return {.family = families(Typeface::sans).front()};
}

CardLook any_card_look(Random random) {
    CardLook look{.family = random.pick(families(Typeface::sans)), .varied = true};
    for (const char* other : {"DejaVu Sans Condensed", "Noto Sans", "TeX Gyre Heros Cn"})
        if (random.chance(0.08) && covers_vietnamese(other)) look.family = other;
    look.size = random.real(0.96, 1.04);
    look.shift_x = random.real(-0.5, 0.5);
    look.shift_y = random.real(-0.4, 0.4);
    look.ink = random.real(0.25, 0.75);
    look.tone = random.real(-1, 1);
    look.labels = random.pick({CardLabels::pattern, CardLabels::pattern, CardLabels::pattern, CardLabels::tight,
                               CardLabels::no_colon, CardLabels::vietnamese, CardLabels::parted});
    return look;
}

TextStyle Card::face(double points) const {
    return {.family = look.family, .points = points * look.size};
}

double Card::write(const std::string& text, const TextStyle& style, double left, double top, double text_width,
                   Align align) {
    return sheet.write(text, style, {x + left, y + top, text_width, 20}, {.align = align}) - y;
}

double Card::labelled(const std::string& label, const std::string& value, double left, double top, double text_width,
                      double points) {
    return sheet.write(Runs{{label + " "}, {value, true}}, face(points), {x + left, y + top, text_width, 20}) - y;
}

double Card::fitted(const std::string& text, TextStyle style, double left, double top, double text_width, Align align) {
    const double natural = sheet.width_of(text, style);
    if (natural > text_width - 0.2) style.points *= (text_width - 0.2) / natural;
    return write(text, style, left, top, text_width, align);
}

double Card::rows(const std::vector<CardRow>& rows, const TextStyle& style, const Rect& place, double gap) {
    const auto styled = [&](const CardRow& row, double scale) {
        return style.sized(style.points * row.larger * scale);
    };
    const auto run = [&](double scale, bool print) {
        double top = place.y;
        const auto put = [&](const Runs& runs, const TextStyle& face) {
            const Rect room{x + place.x, y + top, place.width, 20};
            top += print ? sheet.write(runs, face, room) - room.y
                         : Paragraph(sheet.ink(), runs, face, place.width, {}).height();
        };
        for (const auto& row : rows) {
            if (row.below) {
                put({{row.label}}, style.sized(style.points * scale));
                put({{row.value, row.bold}}, styled(row, scale));
            } else {
                put({{row.label.empty() ? "" : row.label + " "}, {row.value, row.bold}}, styled(row, scale));
            }
            top += gap * scale;
        }
        return top;
    };
    double scale = 1;
    while (scale > 0.67 && run(scale, false) > place.bottom()) scale -= 0.03;
    return run(scale, true);
}

double Card::dotted(const std::string& label, const std::string& value, const TextStyle& label_style,
                    const TextStyle& value_style, double left, double baseline, double text_width, int lines,
                    double step) {
    sheet.put(label, label_style, x + left, y + baseline);
    const double after_label = left + sheet.width_of(label, label_style) + 1;
    std::vector<std::string> parts(1);
    for (const auto& word : words_of(value)) {
        const double room = left + text_width - (parts.size() == 1 ? after_label : left);
        const std::string longer = parts.back().empty() ? word : parts.back() + ' ' + word;
        if (sheet.width_of(longer, value_style) > room && !parts.back().empty())
            parts.push_back(word);
        else
            parts.back() = longer;
    }
    parts.resize(std::max(parts.size(), static_cast<std::size_t>(lines)));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double from = i == 0 ? after_label : left;
        const double at = baseline + static_cast<double>(i) * step;
        for (double dot = from; dot < left + text_width; dot += 0.8)
            sheet.rule(x + dot, y + at + 0.35, x + dot + 0.22, y + at + 0.35, 0.22, {0.25, 0.25, 0.35});
        sheet.put(parts[i], value_style, x + from + 0.6 + look.shift_x, y + at + look.shift_y * 0.5);
        sheet.note(i == 0 ? single_spaced(label + ' ' + parts[i]) : parts[i]);
    }
    return baseline + static_cast<double>(parts.size() - 1) * step;
}

std::string Card::label(const std::string& vietnamese, const std::string& english) const {
    switch (look.labels) {
        case CardLabels::tight:
            return vietnamese + '/' + english + ':';
        case CardLabels::no_colon:
            return vietnamese + " / " + english;
        case CardLabels::vietnamese:
            return vietnamese + ':';
        case CardLabels::parted:
            return vietnamese + " / " + english + " :";
        case CardLabels::pattern:
            break;
    }
    return vietnamese + " / " + english + ':';
}

std::string card_date(const Date& date) {
    if (date.day != 0) return in_digits(date, true);
    return date.month != 0 ? fmt::format("{:02}/{}", date.month, date.year) : std::to_string(date.year);
}

std::string card_expiry(const Date& date) {
    return date.year == 0 ? "Không thời hạn" : card_date(date);
}

std::string identifying_mark(Random& random) {
    const int mm = random.between(1, 4);
    // Arguments of a call are evaluated in any order; a seed must give the same words everywhere.
    const std::string what = random.pick({"Nốt ruồi", "Sẹo chấm"});
    const std::string side = random.pick({"dưới trước", "trên sau", "dưới sau", "trên trước"});
    const std::string place = random.pick({"cánh mũi phải", "đuôi mắt trái", "khóe miệng phải", "tai trái",
                                           "đầu lông mày phải", "mép trái", "cằm bên phải"});
    return fmt::format("{} C.{}cm {} {}", what, mm, side, place);
}

}  // namespace sohoa::maker
