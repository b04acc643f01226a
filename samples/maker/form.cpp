#include "samples/maker/form.h"

#include <algorithm>
#include <cairo.h>

#include "base/vietnamese.h"
#include "samples/maker/fonts.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

const std::string country_name = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const std::string motto = "Độc lập - Tự do - Hạnh phúc";

}  // namespace

FormLook filled_in_look(Random& random) {
    FormLook look;
    look.family = random.pick(families(Typeface::serif));
    if (random.chance(0.1)) look.family = random.pick(families(Typeface::sans));
    look.points = random.pick({12.5, 13.0, 13.0, 14.0});
    look.line_gap = random.real(1.6, 2.8);
    look.left = random.real(24, 30);
    look.right = random.real(15, 20);
    look.leader = random.pick({Leader::dots, Leader::dots, Leader::ellipses, Leader::fine});
    look.by_hand = random.chance(0.5);
    return look;
}

FormLook issued_look(Random& random) {
    FormLook look;
    look.family = random.pick(families(Typeface::serif));
    look.points = random.pick({12.5, 13.0, 13.5});
    look.line_gap = random.real(1.8, 2.6);
    look.left = 26;
    look.right = 22;
    look.top = 22;
    look.leader = random.pick({Leader::none, Leader::none, Leader::dots, Leader::fine});
    look.values_bold = random.chance(0.4);
    return look;
}

Form::Form(std::string kind, FormLook look, int dpi, Random random)
    : look_(std::move(look)), dpi_(dpi), random_(random), hand_(random.branch("hand"), look_.points), y_(look_.top) {
    paper_.truth.kind = std::move(kind);
    paper_.dpi = dpi;
    sheets_.emplace_back(look_.width, look_.height, dpi);
}

TextStyle Form::face(double points) const {
    return {.family = look_.family, .points = points > 0 ? points : look_.points};
}

double Form::line_height() const {
    return look_.points * 25.4 / 72 * 1.17 + look_.line_gap;
}

void Form::country() {
    centred(country_name, look_.points, true);
    const double below = sheet().write(motto, face(look_.points + 0.5).bolded(),
                                       {left(), y_ - look_.line_gap, width(), 10}, {.align = Align::centre});
    const double length = sheet().width_of(motto, face(look_.points + 0.5).bolded());
    sheet().rule(left() + (width() - length) / 2, below + 0.8, left() + (width() + length) / 2, below + 0.8, 0.25);
    y_ = below + 5;
}

void Form::letterhead(const Agency& agency, const std::string& number_line, const Date& date) {
    const TextStyle small = face(12.5);
    const double right_width = sheet().width_of(country_name, small.bolded()) + 1;
    const double right_x = look_.width - look_.right + (look_.bordered ? 0 : 5) - right_width;
    const double left_x = look_.bordered ? left() : std::max(10.0, left() - 12);
    const double left_width = right_x - 3 - left_x;
    double ly = y_;
    for (const auto& line : agency.parent)
        ly = sheet().write(line, small, {left_x, ly, left_width, 10}, {.align = Align::centre});
    for (const auto& line : agency.name)
        ly = sheet().write(line, small.bolded(), {left_x, ly, left_width, 10}, {.align = Align::centre});
    sheet().rule(left_x + left_width * 0.35, ly + 0.9, left_x + left_width * 0.65, ly + 0.9, 0.25);
    const double second = std::max(ly, y_ + 11) + 3;
    if (!number_line.empty())
        sheet().write(number_line, small, {left_x, second, left_width, 10}, {.align = Align::centre});
    double ry = sheet().write(country_name, small.bolded(), {right_x, y_, right_width, 10}, {.align = Align::centre});
    ry = sheet().write(motto, face(13).bolded(), {right_x, ry, right_width, 10}, {.align = Align::centre});
    const double length = sheet().width_of(motto, face(13).bolded());
    sheet().rule(right_x + (right_width - length) / 2, ry + 0.8, right_x + (right_width + length) / 2, ry + 0.8, 0.25);
    if (date.year != 0)
        sheet().write(agency.place + ", " + in_words(date), face(13).slanted(),
                      {right_x - 4, second, right_width + 6, 10}, {.align = Align::centre});
    y_ = second + 10;
}

void Form::title(const std::string& text, double points, Colour colour) {
    y_ = sheet().write(text, face(points).bolded().coloured(colour), {left(), y_, width(), 30},
                       {.align = Align::centre}) +
         look_.line_gap;
}

void Form::centred(const std::string& text, double points, bool bold, bool italic) {
    y_ = sheet().write(text, face(points).bolded(bold).slanted(italic), {left(), y_, width(), 30},
                       {.align = Align::centre}) +
         look_.line_gap;
}

void Form::paragraph(const Runs& runs, double indent) {
    y_ = sheet().write(runs, face(), {left(), y_, width(), 200}, {Align::justified, indent, 1.08}) + look_.line_gap;
}

double Form::value_width(const std::string& value) const {
    if (value.empty()) return 0;
    return look_.by_hand ? hand_.width_of(sheets_.back(), value)
                         : sheets_.back().width_of(value, face().bolded(look_.values_bold)) + 1;
}

void Form::write_value(const std::string& value, double x, double baseline) {
    if (value.empty()) return;
    if (look_.by_hand)
        hand_.write(sheet(), value, x, baseline - random_.real(0.1, 0.9));
    else
        sheet().put(value, face().bolded(look_.values_bold), x, baseline);
}

void Form::leader(double from, double to, double baseline) {
    if (look_.leader == Leader::none || to - from < 1.5) return;
    if (look_.leader == Leader::fine) {
        cairo_t* ink = sheet().ink();
        const double dashes[] = {0.25, 0.75};
        cairo_save(ink);
        cairo_set_dash(ink, dashes, 2, 0);
        sheet().rule(from, baseline + 0.2, to, baseline + 0.2, 0.25);
        cairo_restore(ink);
        return;
    }
    const std::string dot = look_.leader == Leader::dots ? "." : "…";
    const double step = sheet().width_of(dot, face());
    std::string row;
    for (double x = from; x + step <= to; x += step) row += dot;
    sheet().put(row, face(), from, baseline);
}

std::string Form::noted(const std::string& value) const {
    return look_.by_hand && !value.empty() ? "⟦" + value + "⟧" : value;
}

void Form::tell(const Slot& slot) {
    if (slot.field.empty() || slot.value.empty()) return;
    truth().add(slot.field, slot.normal.empty() ? slot.value : slot.normal);
    if (look_.by_hand) truth().handwritten.push_back(slot.field);
}

void Form::line(const std::vector<Slot>& slots) {
    // As many as fit; a slot needs its label, its value and a little air.
    std::vector<Slot> row;
    double used = 0;
    for (const auto& slot : slots) {
        const double wanted = sheet().width_of(slot.label, face()) + 2 +
                              std::max(value_width(slot.value) + 2, slot.value.empty() ? 15.0 : 6.0);
        if (!row.empty() && used + wanted > width()) {
            write_slots(row);
            row.clear();
            used = 0;
        }
        row.push_back(slot);
        used += wanted;
    }
    if (!row.empty()) write_slots(row);
}

void Form::write_slots(const std::vector<Slot>& slots) {
    std::vector<double> wanted;
    double used = 0;
    for (const auto& slot : slots) {
        wanted.push_back(sheet().width_of(slot.label, face()) + 2 + value_width(slot.value) + 2);
        used += wanted.back();
    }
    const double spare = std::max(0.0, width() - used) / static_cast<double>(slots.size());
    const double baseline = y_ + look_.points * 25.4 / 72 * 0.95;
    double x = left();
    std::string text;
    std::string rest;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const bool last = i + 1 == slots.size();
        const double end =
            last ? left() + width() : x + wanted[i] + (look_.leader == Leader::none ? std::min(spare, 12.0) : spare);
        const double from = x + sheet().put(slots[i].label, face(), x, baseline) + 1.2;
        std::string shown;
        rest.clear();
        for (const auto& word : words_of(slots[i].value)) {
            const std::string longer = shown.empty() ? word : shown + " " + word;
            if (rest.empty() && (!last || from + value_width(longer) <= end + 0.5))
                shown = longer;
            else
                rest += (rest.empty() ? "" : " ") + word;
        }
        // Typists run over the dots only as far as they type; a pen writes over them.
        const bool over = look_.by_hand || look_.leader == Leader::fine;
        leader(over ? from : from + value_width(shown) + 0.6, end - 0.8, baseline);
        write_value(shown, from, baseline);
        text += (text.empty() ? "" : " ") + slots[i].label + (shown.empty() ? "" : " " + noted(shown));
        tell(slots[i]);
        x = end;
    }
    sheet().note(single_spaced(text));
    y_ += line_height();
    if (rest.empty()) return;
    // What is left over stands on a line of its own, with dots all along.
    write_slots({Slot{"", rest}});
}

void Form::choice(const std::string& label, const std::vector<std::string>& options, int ticked) {
    const double baseline = y_ + look_.points * 25.4 / 72 * 0.95;
    double x = left() + sheet().put(label, face(), left(), baseline) + 4;
    std::string text = label;
    for (std::size_t i = 0; i < options.size(); ++i) {
        x += sheet().put(options[i], face(), x, baseline) + 2;
        const Rect box{x, baseline - 3.6, 4.2, 4.2};
        sheet().frame(box, 0.25);
        if (static_cast<int>(i) == ticked) {
            const Colour pen = hand_.ink();
            sheet().rule(box.x + 0.5, box.y + 2.0, box.x + 1.7, box.y + 3.9, 0.4, pen);
            sheet().rule(box.x + 1.7, box.y + 3.9, box.x + 4.6, box.y - 0.8, 0.4, pen);
        }
        x += 14;
        text += " " + options[i];
    }
    sheet().note(text);
    y_ += line_height() + 0.5;
}

void Form::table(const std::vector<double>& shares, const std::vector<std::vector<std::string>>& rows) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const TextStyle style = face(look_.points - 1).bolded(r == 0);
        double height = 0;
        for (std::size_t i = 0; i < rows[r].size(); ++i)
            height = std::max(
                height, Paragraph(sheet().ink(), {{rows[r][i]}}, style, shares[i] * width() - 3, {}).height() + 2);
        double x = left();
        for (std::size_t i = 0; i < rows[r].size(); ++i) {
            const double cell = shares[i] * width();
            sheet().frame({x, y_, cell, height}, 0.2);
            sheet().write(rows[r][i], style, {x + 1.5, y_ + 1, cell - 3, height},
                          {.align = r == 0 || i == 0 ? Align::centre : Align::left});
            x += cell;
        }
        y_ += height;
    }
    y_ += look_.line_gap + 1;
}

void Form::sign(const Signer& signer) {
    const double x = signer.x - signer.width / 2;
    double y = y_;
    for (const auto& line : signer.titles)
        y = sheet().write(line, face().bolded(), {x, y, signer.width, 20}, {.align = Align::centre});
    if (!signer.hint.empty())
        y = sheet().write(signer.hint, face(look_.points - 2).slanted(), {x, y, signer.width, 20},
                          {.align = Align::centre});
    const double room = signer.seal.around.empty() ? 20 : 28;
    PlacedMark signature{make_signature(dpi_, random_)};
    signature.x = signer.x - signature.mark.width / 2 + random_.real(-2, 4);
    signature.y = y + 1 + room / 2 - signature.mark.height / 2;
    if (!signer.seal.around.empty()) {
        PlacedMark seal{make_seal(signer.seal, random_.real(34, 37), dpi_, random_)};
        seal.x = signature.x + signature.mark.width / 3 - seal.mark.width + random_.real(-2, 3);
        seal.y = y + room / 2 - seal.mark.height / 2 + random_.real(-2, 2);
        marks_.back().push_back(std::move(seal));
    }
    marks_.back().push_back(std::move(signature));
    y += room;
    if (signer.name_by_hand) {
        const double name = hand_.width_of(sheet(), signer.name);
        hand_.write(sheet(), signer.name, signer.x - name / 2, y + 5);
        sheet().note("⟦" + signer.name + "⟧");
        y += 8;
    } else if (!signer.name.empty()) {
        y = sheet().write(signer.name, face().bolded(), {x, y, signer.width, 20}, {.align = Align::centre});
    }
    y_ = y + 3;
}

void Form::sign_truth(const std::vector<std::string>& titles, const std::string& name) {
    if (const auto dot = titles.front().find(". "); dot != std::string::npos)
        truth().add("signer.mode", titles.front().substr(0, dot + 1));
    truth().add("signer.title", titles.back());
    truth().add_name("signer.name", name);
}

void Form::owner_and_signer(const Person& owner, const Person& signer) {
    tell_owner(truth(), owner);
    truth().add_name("signer.name", signer.full_name);
    if (!look_.by_hand) return;
    for (const char* name : {"owner.full_name", "owner.id_number", "signer.name"})
        if (!truth().value(name).empty()) truth().handwritten.emplace_back(name);
}

void Form::new_page() {
    sheets_.emplace_back(look_.width, look_.height, dpi_);
    marks_.emplace_back();
    y_ = look_.top;
}

Paper Form::finish(const SealWords& seal_words) {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        PaperPage page;
        page.print = sheets_[i].raster();
        page.width = look_.width;
        page.height = look_.height;
        page.marks = std::move(marks_[i]);
        paper_.truth.text += sheets_[i].text();
        if (!seal_words.around.empty()) {
            PlacedMark seal{make_seal(seal_words, random_.real(30, 38), dpi_, random_)};
            seal.x = random_.real(look_.left, look_.width - look_.right - seal.mark.width);
            seal.y = random_.real(look_.height * 0.35, look_.height * 0.65);
            PlacedMark signature{make_signature(dpi_, random_)};
            signature.x = std::clamp(seal.x + random_.real(-30, 40), 15.0, look_.width - 15 - signature.mark.width);
            signature.y = seal.y + random_.real(0, 20);
            page.strays.push_back(std::move(seal));
            page.strays.push_back(std::move(signature));
        }
        paper_.pages.push_back(std::move(page));
    }
    return std::move(paper_);
}

void tell_person(Truth& truth, const std::string& prefix, const Person& person,
                 std::initializer_list<std::string_view> parts) {
    for (const auto part : parts) {
        const std::string name = prefix + "." + std::string(part);
        if (part == "full_name") truth.add_name(name, person.full_name);
        if (part == "birth_date") truth.add(name, person.birth_date);
        if (part == "birth_year") truth.add(prefix + ".birth_date", std::to_string(person.birth_date.year));
        if (part == "sex") truth.add(name, name_of(person.sex));
        if (part == "ethnicity") truth.add(name, person.ethnicity);
        if (part == "nationality") truth.add(name, person.nationality);
        if (part == "birth_place") truth.add(name, person.birth_place);
        if (part == "home_town") truth.add(name, person.home_town);
        if (part == "residence") truth.add(name, person.residence);
        if (part == "id_kind") truth.add(name, name_of_card(person));
        if (part == "id_number") truth.add(name, person.id_number);
        if (part == "id_issue_date") truth.add(name, person.id_issue_date);
        if (part == "id_issuer") truth.add(name, person.id_issuer);
    }
}

void tell_owner(Truth& truth, const Person& person) {
    truth.add_name("owner.full_name", person.full_name);
    truth.add("owner.id_number", person.id_number);
}

}  // namespace sohoa::maker
