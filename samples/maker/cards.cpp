#include "samples/maker/cards.h"

#include <cairo.h>
#include <fmt/format.h>
#include <numbers>

#include "base/vietnamese.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/fonts.h"
#include "samples/maker/form.h"
#include "samples/maker/guilloche.h"
#include "samples/maker/mrz.h"
#include "samples/maker/qr_code.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

constexpr double card_width = 85.6;
constexpr double card_height = 53.98;
const Colour card_red{0.78, 0.08, 0.1};
const Colour label_ink{0.15, 0.2, 0.3};

struct Card {
    Sheet& sheet;
    Truth& truth;
    const Person& holder;
    double x, y;  ///< mm of its left top corner
    Date expiry;
    Random& random;

    TextStyle face(double points) const { return {.family = families(Typeface::sans).front(), .points = points}; }
    /// Writes from (left, top) of the card; returns y on the card below.
    double write(const std::string& text, const TextStyle& style, double left, double top, double width,
                 Align align = Align::left) {
        return sheet.write(text, style, {x + left, y + top, width, 20}, {.align = align}) - y;
    }
    double labelled(const std::string& label, const std::string& value, double left, double top, double width) {
        return sheet.write(Runs{{label + " "}, {value, true}}, face(5.6), {x + left, y + top, width, 20}) - y;
    }
};

std::string holder_name(const Person& person) {
    return upper(person.full_name);
}

/// Valid until 25, 40, 60; none after that (Luật Căn cước, article 21).
Date expiry_of(const Person& person) {
    for (const int age : {25, 40, 60})
        if (person.birth_date.year + age > person.id_issue_date.year + 2)
            return {person.birth_date.year + age, person.birth_date.month, std::min(person.birth_date.day, 28)};
    return {};
}

void ground(Card& card, Colour colour) {
    cairo_t* ink = card.sheet.ink();
    cairo_save(ink);
    const double r = 3.2;
    cairo_new_path(ink);
    cairo_arc(ink, card.x + r, card.y + r, r, std::numbers::pi, 1.5 * std::numbers::pi);
    cairo_arc(ink, card.x + card_width - r, card.y + r, r, 1.5 * std::numbers::pi, 2 * std::numbers::pi);
    cairo_arc(ink, card.x + card_width - r, card.y + card_height - r, r, 0, 0.5 * std::numbers::pi);
    cairo_arc(ink, card.x + r, card.y + card_height - r, r, 0.5 * std::numbers::pi, std::numbers::pi);
    cairo_close_path(ink);
    cairo_path_t* outline = cairo_copy_path(ink);
    cairo_clip(ink);
    guilloche_field(card.sheet, {card.x, card.y, card_width, card_height}, colour, 0.34, card.random);
    drum(card.sheet, card.x + 56, card.y + 30, 19, colour, 0.22);
    cairo_restore(ink);
    cairo_new_path(ink);
    cairo_append_path(ink, outline);
    cairo_path_destroy(outline);
    cairo_set_source_rgb(ink, 0.6, 0.62, 0.65);
    cairo_set_line_width(ink, 0.2);
    cairo_stroke(ink);
}

/// Head and shoulders of nobody.
void portrait(Card& card, double left, double top, double width, double height) {
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

void chip(Card& card, double left, double top) {
    cairo_t* ink = card.sheet.ink();
    const Rect rect{card.x + left, card.y + top, 11.5, 8.8};
    cairo_set_source_rgb(ink, 0.85, 0.74, 0.45);
    cairo_rectangle(ink, rect.x, rect.y, rect.width, rect.height);
    cairo_fill(ink);
    for (int i = 1; i < 3; ++i)
        card.sheet.rule(rect.x, rect.y + i * 2.93, rect.right(), rect.y + i * 2.93, 0.15, {0.5, 0.42, 0.2});
    card.sheet.frame({rect.x + 3.6, rect.y, 4.3, rect.height}, 0.15, {0.5, 0.42, 0.2});
}

void machine_zone(Card& card, double top) {
    const auto lines = td1_lines(card.holder, card.expiry);
    TextStyle style{.family = families(Typeface::machine).front(), .points = 10};
    style.points = 10 * 78.0 / card.sheet.width_of(lines.front(), style);
    double y = top;
    for (const auto& line : lines) y = card.sheet.write(line, style, {card.x + 3.6, card.y + y, 84, 10}) - card.y + 0.9;
    card.truth.mrz.push_back(lines);
}

void country(Card& card, double left, double width, double top) {
    double y =
        card.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", card.face(6.2).bolded(), left, top, width, Align::centre);
    y = card.write("Độc lập - Tự do - Hạnh phúc", card.face(6).bolded(), left, y, width, Align::centre);
    y = card.write("SOCIALIST REPUBLIC OF VIET NAM", card.face(4.6), left, y, width, Align::centre);
    card.write("Independence - Freedom - Happiness", card.face(4.6), left, y, width, Align::centre);
}

void front_2021(Card& card) {
    ground(card, {0.35, 0.62, 0.62});
    const Person& p = card.holder;
    emblem(card.sheet, card.x + 9.25, card.y + 8.25, 10.5);
    country(card, 15, 50, 2.4);
    card.write("CĂN CƯỚC CÔNG DÂN", card.face(10.2).bolded().coloured(card_red), 19, 12.4, 50, Align::centre);
    card.write("Citizen Identity Card", card.face(6).coloured(card_red), 19, 16.8, 50, Align::centre);
    card.sheet.write(Runs{{"Số / No.: "}, {p.id_number, true}}, card.face(8.6).coloured(label_ink),
                     {card.x + 27, card.y + 20, 58, 8});
    const std::string old_number =
        card.random.chance(0.5) ? fmt::format("{:09}", card.random.between(10000001, 389999999)) : "";
    const std::string payload =
        fmt::format("{}|{}|{}|{:02}{:02}{}|{}|{}|{:02}{:02}{}", p.id_number, old_number, p.full_name, p.birth_date.day,
                    p.birth_date.month, p.birth_date.year, name_of(p.sex), p.residence, p.id_issue_date.day,
                    p.id_issue_date.month, p.id_issue_date.year);
    print_qr(card.sheet, payload, card.x + 67.6, card.y + 2.2, 16);
    card.truth.codes.push_back(payload);
    portrait(card, 4, 15.5, 20, 26.5);
    double y = 24.3;
    y = card.write("Họ và tên / Full name:", card.face(5.4).coloured(label_ink), 27, y, 56);
    y = card.write(holder_name(p), card.face(7.6).bolded(), 27, y - 0.1, 57);
    y = card.labelled("Ngày sinh / Date of birth:", in_digits(p.birth_date, true), 27, y + 0.4, 57);
    y = card.labelled("Giới tính / Sex:", name_of(p.sex) + "   Quốc tịch / Nationality: " + p.nationality, 27, y + 0.3,
                      57);
    y = card.labelled("Quê quán / Place of origin:", p.home_town, 27, y + 0.3, 57);
    card.labelled("Nơi thường trú / Place of residence:", p.residence, 27, y + 0.3, 57);
    card.write("Có giá trị đến:", card.face(4.8).coloured(label_ink), 4, 42.6, 22);
    card.write("Date of expiry:", card.face(4.8).coloured(label_ink), 4, 44.6, 22);
    card.write(card.expiry.year == 0 ? "Không thời hạn" : in_digits(card.expiry, true), card.face(5.6).bolded(), 4,
               46.8, 22);
    tell_person(card.truth, "holder", p,
                {"id_number", "full_name", "birth_date", "sex", "nationality", "home_town", "residence"});
    card.truth.add("title", "CĂN CƯỚC CÔNG DÂN");
    tell_owner(card.truth, p);
    card.truth.add("expiry_date", card.expiry);
    // What only the code says is as much of the card as what is printed.
    card.truth.add("old_id_number", old_number);
    card.truth.add("date", p.id_issue_date);
}

void back_2021(Card& card) {
    ground(card, {0.35, 0.62, 0.62});
    const Person& p = card.holder;
    const int mm = card.random.between(1, 4);
    const std::string mark =
        fmt::format("{} C.{}cm {} {}", card.random.pick({"Nốt ruồi", "Sẹo chấm"}), mm,
                    card.random.pick({"dưới trước", "trên sau", "dưới sau"}),
                    card.random.pick({"cánh mũi phải", "đuôi mắt trái", "khóe miệng phải", "tai trái"}));
    double y =
        card.write("Đặc điểm nhận dạng / Personal identification:", card.face(5.4).coloured(label_ink), 4, 3, 46);
    card.write(mark, card.face(6).bolded(), 4, y, 46);
    chip(card, 5, 13.4);
    y = card.labelled("Ngày, tháng, năm / Date, month, year:", in_digits(p.id_issue_date, true), 18, 11.6, 44);
    y = card.write("CỤC TRƯỞNG CỤC CẢNH SÁT", card.face(5.2).bolded(), 18, y + 0.3, 42, Align::centre);
    y = card.write("QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", card.face(4.6).bolded(), 17, y, 44, Align::centre);
    y = card.write("DIRECTOR GENERAL OF THE POLICE DEPARTMENT", card.face(3.9), 17, y, 44, Align::centre);
    card.write("FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER", card.face(3.9), 17, y, 44, Align::centre);
    const std::string signer = person_name(card.random, Sex::male);
    card.write(signer, card.face(6).bolded(), 18, 31, 42, Align::centre);
    for (const double fx : {63.5, 74.0}) {
        card.sheet.frame({card.x + fx, card.y + 8, 8.6, 16}, 0.15, {0.4, 0.4, 0.45});
        cairo_t* ink = card.sheet.ink();
        cairo_set_line_width(ink, 0.22);
        cairo_set_source_rgb(ink, 0.35, 0.35, 0.4);
        for (int ring = 1; ring < 10; ++ring) {
            cairo_save(ink);
            cairo_translate(ink, card.x + fx + 4.3, card.y + 16.5);
            cairo_scale(ink, 0.42 * ring, 0.76 * ring);
            cairo_new_path(ink);
            cairo_arc(ink, 0, 0, 1, 0.3 * ring, 5.8 + 0.2 * ring);
            cairo_restore(ink);
            cairo_stroke(ink);
        }
    }
    card.write("Ngón trỏ trái", card.face(4.4), 62, 4.2, 12, Align::centre);
    card.write("Ngón trỏ phải", card.face(4.4), 72.5, 4.2, 12, Align::centre);
    machine_zone(card, 37.4);
    card.truth.add("date", p.id_issue_date);
    card.truth.add("signer.title", "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI");
    card.truth.add_name("signer.name", signer);
    tell_person(card.truth, "holder", p, {"id_number", "birth_date", "sex"});
    // The machine readable lines have the name without its marks.
    card.truth.add("owner.id_number", p.id_number);
    card.truth.add("expiry_date", card.expiry);
}

void front_2024(Card& card) {
    ground(card, {0.45, 0.55, 0.75});
    const Person& p = card.holder;
    emblem(card.sheet, card.x + 9.25, card.y + 8.25, 10.5);
    country(card, 18, 62, 2.4);
    card.write("CĂN CƯỚC", card.face(12).bolded().coloured(card_red), 18, 12.8, 62, Align::centre);
    card.write("IDENTITY CARD", card.face(7).coloured(card_red), 18, 17.6, 62, Align::centre);
    chip(card, 72, 11.5);
    portrait(card, 4, 17, 20, 26.5);
    double y = card.write("Số định danh cá nhân / Personal identification number:", card.face(5.2).coloured(label_ink),
                          27, 22, 45);
    y = card.write(p.id_number, card.face(8.8).bolded(), 27, y, 45);
    y = card.write("Họ, chữ đệm và tên khai sinh / Full name:", card.face(5.2).coloured(label_ink), 27, y + 0.4, 56);
    y = card.write(holder_name(p), card.face(7.8).bolded(), 27, y, 57);
    y = card.labelled("Ngày, tháng, năm sinh / Date of birth:", in_digits(p.birth_date, true), 27, y + 0.5, 57);
    y = card.labelled("Giới tính / Sex:", name_of(p.sex), 27, y + 0.5, 57);
    card.labelled("Quốc tịch / Nationality:", p.nationality, 27, y + 0.5, 57);
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "sex", "nationality"});
    card.truth.add("title", "CĂN CƯỚC");
    tell_owner(card.truth, p);
}

void back_2024(Card& card) {
    ground(card, {0.45, 0.55, 0.75});
    const Person& p = card.holder;
    double y = card.write("Nơi cư trú / Place of residence:", card.face(5.2).coloured(label_ink), 4, 3, 58);
    y = card.write(p.residence, card.face(5.8).bolded(), 4, y, 58);
    y = card.write("Nơi đăng ký khai sinh / Place of birth:", card.face(5.2).coloured(label_ink), 4, y + 0.5, 58);
    y = card.write(p.home_town, card.face(5.8).bolded(), 4, y, 58);
    y = card.labelled("Ngày, tháng, năm cấp / Date of issue:", in_digits(p.id_issue_date, true), 4, y + 0.7, 58);
    y = card.labelled("Ngày, tháng, năm hết hạn / Date of expiry:",
                      card.expiry.year == 0 ? "Không thời hạn" : in_digits(card.expiry, true), 4, y + 0.4, 58);
    card.write("BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY", card.face(5.6).bolded(), 4, y + 1.2, 62);
    const std::string payload =
        fmt::format("{}||{}|{:02}{:02}{}|{}|{}|{:02}{:02}{}", p.id_number, p.full_name, p.birth_date.day,
                    p.birth_date.month, p.birth_date.year, name_of(p.sex), p.residence, p.id_issue_date.day,
                    p.id_issue_date.month, p.id_issue_date.year);
    print_qr(card.sheet, payload, card.x + 65.5, card.y + 4, 17);
    card.truth.codes.push_back(payload);
    machine_zone(card, 37.4);
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "sex", "residence"});
    card.truth.add("issuer", "BỘ CÔNG AN");
    tell_owner(card.truth, p);
    card.truth.add("holder.birth_place", p.home_town);
    card.truth.add("date", p.id_issue_date);
    card.truth.add("expiry_date", card.expiry);
}

using Face = void (*)(Card&);

/// A field told by both faces is told once.
void drop_repeated(Truth& truth) {
    std::vector<std::pair<std::string, std::string>> kept;
    for (auto& field : truth.fields) {
        bool known = false;
        for (const auto& other : kept) known = known || other.first == field.first;
        if (!known) kept.push_back(std::move(field));
    }
    truth.fields = std::move(kept);
}

Paper card_paper(const char* kind, Face front, Face back, const Person& holder, std::string_view face, Random random,
                 int dpi) {
    const bool both = face == "both";
    Sheet sheet(both ? 210 : card_width + 14, both ? 297 : card_height + 12, dpi);
    Paper paper;
    paper.dpi = dpi;
    paper.truth.kind = kind;
    const double x = both ? (210 - card_width) / 2 + random.real(-20, 20) : 7;
    Card card{sheet, paper.truth, holder, x, both ? random.real(30, 50) : 6, expiry_of(holder), random};
    if (face != "back") front(card);
    if (both) card.y += card_height + random.real(12, 40);
    if (face != "front") back(card);
    paper.truth.add("face", std::string(face));
    drop_repeated(paper.truth);
    PaperPage page;
    page.print = sheet.raster();
    page.width = sheet.width();
    page.height = sheet.height();
    paper.truth.text = sheet.text();
    paper.pages.push_back(std::move(page));
    return paper;
}

Person issued_within(Person person, const Date& first, const Date& last, Random& random) {
    while (person.id_issue_date < first || person.id_issue_date > last)
        person.id_issue_date = any_date(random, first.year, last.year);
    return person;
}

constexpr Date first_of_2021{2021, 3, 1};
constexpr Date last_of_2021{2024, 6, 30};
constexpr Date first_of_2024{2024, 7, 1};
constexpr Date last_of_2024{2026, 10, 31};

}  // namespace

bool has_card_of_2021(const Person& person) {
    return person.id_issue_date >= first_of_2021 && person.id_issue_date <= last_of_2021;
}

Paper identity_card_2021(const Person& holder, std::string_view face, Random random, int dpi) {
    const Person issued = issued_within(holder, first_of_2021, last_of_2021, random);
    return card_paper("cccd", front_2021, back_2021, issued, face, random.branch("card"), dpi);
}

Paper identity_card_2024(const Person& holder, std::string_view face, Random random, int dpi) {
    const Person issued = issued_within(holder, first_of_2024, last_of_2024, random);
    return card_paper("can_cuoc", front_2024, back_2024, issued, face, random.branch("card"), dpi);
}

}  // namespace sohoa::maker
