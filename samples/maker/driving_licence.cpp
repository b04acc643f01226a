#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "base/vietnamese.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

constexpr Colour yellow_ground{0.78, 0.7, 0.35};

/// Until February 2025 transport offices issued licences, since then the traffic police.
bool of_police(const Card& card) {
    return card.holder.id_issue_date >= Date{2025, 3, 1};
}

/// Two digits of a province, one of the sex, two of the year, then a lot from 900000 on with one more sign.
std::string licence_number(const Card& card) {
    Random lot = card.lot("number");
    const int province = lot.between(1, 96);
    return fmt::format("{:02}{}{:02}{:07}", province, card.holder.sex == Sex::male ? 0 : 1,
                       card.holder.id_issue_date.year % 100, lot.between(9900000, 9999999));
}

std::vector<std::string> classes_of(const Card& card) {
    Random lot = card.lot("classes");
    std::vector<std::string> classes{"A1"};
    if (of_police(card))
        classes = lot.pick({std::vector<std::string>{"A1"}, {"A"}, {"B"}, {"A1", "B"}, {"A1", "C1"}, {"A1", "C"}});
    else
        classes =
            lot.pick({std::vector<std::string>{"A1"}, {"A2"}, {"B1"}, {"B2"}, {"A1", "B2"}, {"A1", "C"}, {"A1", "D"}});
    return classes;
}

void heading_of_licence(Card& card) {
    const double middle = card.look.labels == CardLabels::vietnamese ? 0 : 1;
    double y =
        card.write(of_police(card) ? "BỘ CÔNG AN" : "BỘ GTVT", card.face(6.4).bolded(), 2.5, 3, 22, Align::centre);
    if (middle > 0) card.write(of_police(card) ? "MPS" : "MOT", card.face(5.6), 2.5, y, 22, Align::centre);
    y = card.fitted("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", card.face(6.6).bolded(), 26, 2.8, 57, Align::centre);
    y = card.write("Độc lập - Tự do - Hạnh phúc", card.face(6.2).bolded(), 26, y, 57, Align::centre);
    y = card.write(middle > 0 ? "GIẤY PHÉP LÁI XE / DRIVER'S LICENSE" : "GIẤY PHÉP LÁI XE",
                   card.face(middle > 0 ? 8 : 10).bolded().coloured(card_red), 26, y + 0.9, 57, Align::centre);
    card.sheet.write(Runs{{card.label("Số", "No") + " "}, {licence_number(card), true}},
                     card.face(8.4).coloured(card_red), {card.x + 26, card.y + y + 0.3, 57, 8},
                     {.align = Align::centre});
}

std::string licence_place(const Card& card) {
    Random lot = card.lot("place");
    return any_province(lot).name;
}

void front_of_licence(Card& card) {
    card_ground(card, yellow_ground, 15);
    const Person& p = card.holder;
    Random lot = card.lot("front");
    heading_of_licence(card);
    card_portrait(card, 3.5, 11, 20, 26.5);
    const auto classes = classes_of(card);
    const double y =
        card.rows({{card.label("Họ tên", "Full name"), upper(p.full_name), false, true, 1.08},
                   {card.label("Ngày sinh", "Date of Birth"), card_date(p.birth_date)},
                   {card.label("Quốc tịch", "Nationality"), lot.chance(0.6) ? upper(p.nationality) : p.nationality},
                   {card.label("Nơi cư trú", "Address"), p.residence}},
                  card.face(6.2), {25.5 + card.look.shift_x, 17.6 + card.look.shift_y * 0.5, 58, 15.5}, 0.35);
    const Date& day = p.id_issue_date;
    const std::string place = licence_place(card);
    const std::string issued =
        card.look.labels == CardLabels::vietnamese
            ? fmt::format("{}, ngày {:02} tháng {:02} năm {}", place, day.day, day.month, day.year)
            : fmt::format("{}, ngày/date {:02} tháng/month {:02} năm/year {}", place, day.day, day.month, day.year);
    double below = card.fitted(issued, card.face(5.4).slanted(), 30, std::max(y + 0.3, 33.2), 53, Align::centre);
    const std::string title =
        of_police(card) ? lot.pick({"TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"}) : lot.pick({"GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"});
    below = card.write(title, card.face(5.8).bolded(), 42, below, 40, Align::centre);
    const std::string signer = person_name(lot, Sex::male);
    card_signed(card, {of_police(card) ? "PHÒNG CẢNH SÁT GIAO THÔNG" : "SỞ GIAO THÔNG VẬN TẢI", "", {}}, 42,
                below + 0.2, 40, 12.5);
    card.write(signer, card.face(6).bolded(), 42, 48.6, 40, Align::centre);
    double left_y = card.labelled(card.label("Hạng", "Class"), classes.back(), 3, 38.4, 30, 7.4);
    left_y = card.labelled(card.label("Có giá trị đến", "Expires"), card_expiry(card.expiry), 3, left_y + 0.6, 36, 5.6);
    card.truth.add("title", "GIẤY PHÉP LÁI XE");
    card.truth.add("issuer", of_police(card) ? "BỘ CÔNG AN" : "BỘ GTVT");
    card.truth.add("number", licence_number(card));
    tell_person(card.truth, "holder", p, {"full_name", "birth_date", "nationality", "residence"});
    card.truth.add_name("owner.full_name", p.full_name);
    card.truth.add("date", day);
    card.truth.add("place", place);
    card.truth.add("expiry_date", card.expiry);
    card.truth.add("signer.title", title);
    card.truth.add_name("signer.name", signer);
}

std::string vehicles_of(const std::string& name) {
    if (name == "A1") return "Xe mô tô hai bánh có dung tích xi lanh từ 50 đến dưới 175 cm³";
    if (name == "A2" || name == "A") return "Xe mô tô hai bánh và các loại xe hạng A1";
    if (name == "B1") return "Ô tô chở người đến 9 chỗ, ô tô tải dưới 3.500 kg, không hành nghề lái xe";
    if (name == "B2" || name == "B") return "Ô tô chở người đến 9 chỗ, ô tô tải dưới 3.500 kg";
    if (name == "C1") return "Ô tô tải và ô tô chuyên dùng từ 3.500 kg đến 7.500 kg";
    if (name == "C") return "Ô tô tải, máy kéo từ 3.500 kg trở lên và các loại xe hạng B1, B2";
    return "Ô tô chở người từ 10 đến 30 chỗ và các loại xe hạng B1, B2, C";
}

void back_of_licence(Card& card) {
    card_ground(card, yellow_ground, 0);
    Random lot = card.lot("back");
    const bool english = card.look.labels != CardLabels::vietnamese;
    double y =
        card.fitted("CÁC LOẠI XE CƠ GIỚI ĐƯỜNG BỘ ĐƯỢC ĐIỀU KHIỂN", card.face(6.4).bolded(), 4, 3, 77.6, Align::centre);
    if (english) y = card.fitted("CLASSIFICATION OF MOTOR VEHICLES", card.face(5.4), 4, y, 77.6, Align::centre);
    const double top = y + 1.2;
    const auto classes = classes_of(card);
    const double row = std::min(10.0, (46 - top) / static_cast<double>(classes.size() + 1));
    const double bottom = top + row * static_cast<double>(classes.size() + 1);
    constexpr Colour line{0.3, 0.3, 0.3};
    for (const double x : {4.0, 15.0, 59.0, 81.6})
        card.sheet.rule(card.x + x, card.y + top, card.x + x, card.y + bottom, 0.15, line);
    for (double at = top; at <= bottom + 0.1; at += row)
        card.sheet.rule(card.x + 4, card.y + at, card.x + 81.6, card.y + at, 0.15, line);
    card.write("Hạng", card.face(5.4).bolded(), 4.5, top + 0.8, 10, Align::centre);
    card.write("Loại xe cơ giới đường bộ được điều khiển", card.face(5.4).bolded(), 15.5, top + 0.8, 43, Align::centre);
    card.write("Ngày trúng tuyển", card.face(5.4).bolded(), 59.5, top + 0.8, 21.6, Align::centre);
    if (english) card.write("Beginning date", card.face(4.6), 59.5, top + 3.6, 21.6, Align::centre);
    double at = top + row;
    for (const auto& name : classes) {
        card.write(name, card.face(8).bolded(), 4.5, at + 1, 10, Align::centre);
        card.write(vehicles_of(name), card.face(5.4), 16, at + 0.8, 42.5);
        const Date passed = later(card.holder.id_issue_date, -lot.between(10, 40));
        card.write(card_date(passed), card.face(6.4), 59.5, at + 1, 21.6, Align::centre);
        at += row;
    }
}

Person issue_licence(Person holder, Random& random) {
    const int first = std::max(2013, holder.birth_date.year + 18);
    holder.id_issue_date = any_date(random, std::min(first, 2026), 2026);
    return holder;
}

/// None for motorcycles, ten years for cars.
Date licence_expiry(const Person& holder) {
    const Date& day = holder.id_issue_date;
    if (day.day % 3 == 0) return {};
    return years_later(day, 10);
}

}  // namespace

const CardPattern driving_licence{.kind = "giay_phep_lai_xe",
                                  .width = 85.6,
                                  .height = 53.98,
                                  .front = front_of_licence,
                                  .back = back_of_licence,
                                  .first_birth_year = 1945,
                                  .last_birth_year = 2006,
                                  .issue = issue_licence,
                                  .expiry = licence_expiry,
                                  .one_look = false};

}  // namespace sohoa::maker
