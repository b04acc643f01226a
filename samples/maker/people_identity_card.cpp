#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/fonts.h"
#include "samples/maker/qr_code.h"

namespace sohoa::maker {

namespace {

constexpr Colour pale_blue{0.45, 0.62, 0.8};
const Colour number_red{0.72, 0.1, 0.12};

bool nine_digits(const Card& card) {
    return card.holder.id_number.size() == 9;
}

/// Labels of the printer, and the typewriter's or needle printer's hand.
struct Types {
    TextStyle label;
    TextStyle value;
};

Types types_of(Card& card, Random& lot) {
    Types types;
    types.label = {.family = lot.pick(families(lot.chance(0.7) ? Typeface::serif : Typeface::sans)), .points = 7.2};
    types.value = {.family = lot.pick(families(Typeface::serif)), .points = 7.6, .bold = lot.chance(0.4)};
    if (lot.chance(0.4)) types.value = {.family = lot.pick(families(Typeface::mono)), .points = 6.8};
    types.label.points *= card.look.size;
    types.value.points *= card.look.size;
    return types;
}

double motto_of_front(Card& card, const TextStyle& letters, double left, double width) {
    double y = card.write("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", letters.sized(6.6 * card.look.size).bolded(), left, 2.4,
                          width, Align::centre);
    return card.write("Độc lập - Tự do - Hạnh phúc", letters.sized(6.6 * card.look.size).bolded(), left, y, width,
                      Align::centre);
}

/// The blue one on dotted leaders.
void front_of_nine(Card& card) {
    card_ground(card, pale_blue, 16);
    const Person& p = card.holder;
    Random lot = card.lot("front");
    const Types types = types_of(card, lot);
    emblem(card.sheet, card.x + 13, card.y + 9, 13);
    card_portrait(card, 3.5, 18, 19.5, 27.5);
    double y = motto_of_front(card, types.label, 25, 58);
    y = card.fitted("GIẤY CHỨNG MINH NHÂN DÂN", types.label.sized(10).bolded().coloured(number_red), 25, y + 0.6, 58,
                    Align::centre);
    const std::string digits =
        lot.chance(0.6) ? p.id_number
                        : p.id_number.substr(0, 3) + ' ' + p.id_number.substr(3, 3) + ' ' + p.id_number.substr(6);
    y = card.write("SỐ " + digits, types.value.sized(10).bolded().coloured(number_red), 25, y + 0.1, 58, Align::centre);
    const bool capitals = lot.chance(0.8);
    double line = y + 3.6;
    const double step = (51.5 - line) / 6;
    const auto dotted = [&](const std::string& label, const std::string& value, int lines) {
        TextStyle value_style = types.value;
        const double room = lines * 57.0 - 8 - card.sheet.width_of(label, types.label);
        const double natural = card.sheet.width_of(value, value_style);
        if (natural > room) value_style.points *= std::max(0.62, room / natural);
        line = card.dotted(label, value, types.label, value_style, 25.5, line, 57, lines, step) + step;
    };
    dotted("Họ tên", capitals ? upper(p.full_name) : p.full_name, 1);
    dotted(lot.pick({"Sinh ngày", "Sinh ngày", "Ngày sinh"}), card_date(p.birth_date), 1);
    dotted("Nguyên quán", p.home_town, 2);
    dotted(lot.pick({"Nơi ĐKHK thường trú", "Nơi ĐKHK thường trú", "Nơi thường trú"}), p.residence, 2);
    card.truth.add("title", "GIẤY CHỨNG MINH NHÂN DÂN");
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "home_town", "residence"});
    tell_owner(card.truth, p);
}

/// Of 2012 to 2015, with twelve digits, printed like the card that followed it.
void front_of_twelve(Card& card) {
    card_ground(card, pale_blue, 16);
    const Person& p = card.holder;
    Random lot = card.lot("front");
    emblem(card.sheet, card.x + 13, card.y + 8.5, 11);
    double y = motto_of_front(card, card.face(6.6), 26, 56);
    const std::string title = "CHỨNG MINH NHÂN DÂN";
    y = card.write(title, card.face(10.5).bolded().coloured(number_red), 26, y + 0.6, 56, Align::centre);
    y = card.write((lot.chance(0.5) ? "Số: " : "Số ") + p.id_number, card.face(9).bolded().coloured(number_red), 26,
                   y + 0.2, 56, Align::centre);
    card_portrait(card, 3.5, 16.5, 20, 27);
    const std::string colon = lot.chance(0.85) ? ":" : "";
    card.rows({{"Họ và tên khai sinh" + colon, upper(p.full_name), false, true, 1.1},
               {"Ngày, tháng, năm sinh" + colon, card_date(p.birth_date)},
               {"Giới tính" + colon, name_of(p.sex) + "   Dân tộc" + colon + ' ' + p.ethnicity},
               {"Quê quán" + colon, p.home_town},
               {"Nơi thường trú" + colon, p.residence}},
              card.face(6.3), {26.5 + card.look.shift_x, y + 0.6, 56, 51.6 - y}, 0.4);
    card.fitted("Có giá trị đến" + colon + ' ' + card_date(card.expiry), card.face(5), 2.6, 45.5, 23);
    card.truth.add("title", title);
    tell_person(card.truth, "holder", p,
                {"id_number", "full_name", "birth_date", "sex", "ethnicity", "home_town", "residence"});
    tell_owner(card.truth, p);
    card.truth.add("expiry_date", card.expiry);
}

void front_of_cmnd(Card& card) {
    nine_digits(card) ? front_of_nine(card) : front_of_twelve(card);
}

void signed_by_province(Card& card, Random& lot, const TextStyle& label, const TextStyle& value, double left,
                        double top, double width) {
    const Date& day = card.holder.id_issue_date;
    const Province& province = any_province(lot);
    const std::string date = fmt::format("Ngày {:02} tháng {:02} năm {}", day.day, day.month, day.year);
    double y = card.write(date, value.slanted(lot.chance(0.3)), left, top, width, Align::centre);
    const std::string place = (province.city ? "TP. " : lot.chance(0.5) ? "TỈNH " : "") + upper(province.name);
    std::string title = "GIÁM ĐỐC CA " + place;
    const bool deputy = lot.chance(0.35);
    if (deputy) y = card.fitted("KT. GIÁM ĐỐC CA " + place, label.bolded(), left, y + 0.2, width, Align::centre);
    if (deputy) title = "PHÓ GIÁM ĐỐC";
    y = card.fitted(title, label.bolded(), left, y + 0.2, width, Align::centre);
    const std::string signer = person_name(lot, Sex::male);
    card_signed(card, {"CÔNG AN " + upper(titled(province)), "", {}}, left, y + 0.8, width, 16);
    card.write(signer, label.bolded(), left, 47.6, width, Align::centre);
    card.truth.add("date", day);
    if (deputy) card.truth.add("signer.mode", "KT.");
    card.truth.add("signer.title", title);
    card.truth.add_name("signer.name", signer);
}

void back_of_nine(Card& card) {
    card_ground(card, pale_blue, 0);
    const Person& p = card.holder;
    Random lot = card.lot("back");
    const Types types = types_of(card, lot);
    const TextStyle small = types.label.sized(6);
    const std::string religion = lot.pick({"Không", "Không", "Không", "Phật giáo", "Thiên chúa"});
    card.dotted("Dân tộc:", p.ethnicity, types.label, types.value, 4, 5.2, 36, 1, 4);
    card.dotted("Tôn giáo:", religion, types.label, types.value, 42, 5.2, 40, 1, 4);
    for (const double x : {3.0, 17.0})
        card.sheet.rule(card.x + x, card.y + 7, card.x + x, card.y + 51, 0.15, {0.3, 0.3, 0.4});
    for (const double y : {7.0, 11.0, 29.0, 33.0, 51.0})
        card.sheet.rule(card.x + 3, card.y + y, card.x + 17, card.y + y, 0.15, {0.3, 0.3, 0.4});
    card.fitted("NGÓN TRỎ TRÁI", small, 3.3, 7.6, 13.4, Align::centre);
    card_fingerprint(card, 4.5, 11.6, 11, 16.8);
    card.fitted("NGÓN TRỎ PHẢI", small, 3.3, 29.6, 13.4, Align::centre);
    card_fingerprint(card, 4.5, 33.6, 11, 16.8);
    double y = card.write("DẤU VẾT RIÊNG VÀ DỊ HÌNH", types.label.sized(6.6).bolded(), 19, 7.4, 63, Align::centre);
    y = card.fitted(identifying_mark(lot), types.value, 20, y + 0.6, 60);
    signed_by_province(card, lot, types.label.sized(6.6), types.value.sized(6.8), 24, y + 1, 58);
    tell_person(card.truth, "holder", p, {"ethnicity"});
}

void back_of_twelve(Card& card) {
    card_ground(card, pale_blue, 0);
    const Person& p = card.holder;
    Random lot = card.lot("back");
    print_barcode(card.sheet, p.id_number, "PDF417", {card.x + 12, card.y + 2.2, 62, 8});
    card.truth.codes.push_back(p.id_number);
    card_fingerprint(card, 3.5, 13.5, 12, 16);
    card_fingerprint(card, 3.5, 33.5, 12, 16);
    double y = card.write("Đặc điểm nhận dạng:", card.face(6.2).bolded(), 18, 12.4, 64);
    y = card.fitted(identifying_mark(lot), card.face(6.4), 18, y + 0.2, 64);
    signed_by_province(card, lot, card.face(6.2), card.face(6), 28, y + 0.8, 54);
    tell_person(card.truth, "holder", p, {"id_number"});
    card.truth.add("owner.id_number", p.id_number);
}

void back_of_cmnd(Card& card) {
    nine_digits(card) ? back_of_nine(card) : back_of_twelve(card);
}

Person issue_cmnd(Person holder, Random& random) {
    if (random.chance(0.3)) return issued_within(std::move(holder), {2012, 7, 1}, {2015, 12, 31}, random);
    holder.id_number = old_card_number(random);
    return issued_within(std::move(holder), {1999, 1, 1}, {2015, 12, 31}, random);
}

/// Fifteen years.
Date expiry_of_cmnd(const Person& holder) {
    return years_later(holder.id_issue_date, 15);
}

}  // namespace

const CardPattern people_identity_card{.kind = "cmnd",
                                       .width = 85.6,
                                       .height = 53.98,
                                       .front = front_of_cmnd,
                                       .back = back_of_cmnd,
                                       .first_birth_year = 1925,
                                       .last_birth_year = 1984,
                                       .issue = issue_cmnd,
                                       .expiry = expiry_of_cmnd,
                                       .one_look = false};

}  // namespace sohoa::maker
