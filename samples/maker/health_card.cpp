#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/card_codes.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/qr_code.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

constexpr Colour health_ground{0.5, 0.68, 0.82};
constexpr Colour health_blue{0.05, 0.25, 0.55};

/// Ten digits stand on cards since April 2021, fifteen signs before.
bool ten_digits(const Card& card) {
    return card.holder.id_issue_date >= Date{2021, 4, 1};
}

struct HealthNumber {
    std::string group;     ///< "DN 4 79" before the ten digits
    std::string personal;  ///< ten digits, from 9900000000 on
    std::string whole() const { return group + personal; }
};

HealthNumber health_number(const Card& card) {
    Random lot = card.lot("number");
    HealthNumber number;
    number.personal = fmt::format("99{:08}", lot.between(0, 99999999));
    const std::string people = lot.pick({"DN", "HS", "SV", "GD", "HT", "TE", "CN", "HN", "CK", "DT"});
    const int benefit = lot.between(1, 5);
    const std::string code = card.holder.birth_province.code.substr(1);
    if (!ten_digits(card)) number.group = fmt::format("{}{}{}", people, benefit, code);
    return number;
}

/// "DN 4 79 9912345678", as boxes part it.
std::string parted(const HealthNumber& number, Random& lot) {
    if (number.group.empty()) return number.personal;
    const std::string head =
        number.group.substr(0, 2) + ' ' + number.group.substr(2, 1) + ' ' + number.group.substr(3, 2) + ' ';
    if (lot.chance(0.6)) return head + number.personal;
    return head + number.personal.substr(0, 3) + ' ' + number.personal.substr(3, 3) + ' ' + number.personal.substr(6);
}

std::string hospital(Random& lot) {
    const std::string place = commune_name(lot);
    const std::string kind = lot.pick({"Bệnh viện Đa khoa", "Trung tâm Y tế huyện", "Trạm y tế xã",
                                       "Phòng khám Đa khoa", "Bệnh viện Đa khoa khu vực"});
    return kind + ' ' + place;
}

std::string health_payload(const Card& card, const HealthNumber& number, const Date& from, const Date& five_years) {
    const Person& p = card.holder;
    Random lot = card.lot("payload");
    const int clinic = lot.between(1, 399);
    const std::string until = ten_digits(card) ? "-" : card_date(card.expiry);
    const int serial = lot.between(1000, 9999);
    std::string payload = fmt::format(
        "{}|{}|{}|{}|{}|{} - {:03}|{}|{}|{}|{}|-|4|{}|", number.whole(), hex_of(p.full_name), card_date(p.birth_date),
        p.sex == Sex::male ? 1 : 2, hex_of(p.residence), p.birth_province.code.substr(1), clinic, card_date(from),
        until, card_date(p.id_issue_date), p.birth_province.code.substr(1) + number.personal, card_date(five_years));
    payload += fmt::format("{:x}{}-7102|$", serial * 7, serial);
    return payload;
}

void front_of_health_card(Card& card) {
    card_ground(card, health_ground, 14);
    const Person& p = card.holder;
    Random lot = card.lot("front");
    const bool now = ten_digits(card);
    double y = card.write("BẢO HIỂM XÃ HỘI VIỆT NAM", card.face(now ? 6.6 : 6).bolded().coloured(health_blue), 18, 3.2,
                          64, Align::centre);
    if (lot.chance(0.25))
        y = card.write("VIETNAM SOCIAL SECURITY", card.face(5).coloured(health_blue), 18, y, 64, Align::centre);
    y = card.write("THẺ BẢO HIỂM Y TẾ", card.face(11).bolded().coloured(card_red), 18, y + 0.3, 64, Align::centre);
    const HealthNumber number = health_number(card);
    const std::string label = lot.pick({"Mã số:", "Mã số:", "Mã số", "Mã thẻ:", "Số thẻ:"});
    const std::string head = now ? label : lot.pick({"Mã số:", "Số:", "Mã thẻ:"});
    y = card.sheet.write(Runs{{head + " "}, {parted(number, lot), true}}, card.face(8.8),
                         {card.x + 22, card.y + y + 0.3, 60, 8}, {.align = Align::centre}) -
        card.y;
    const Date from = later(p.id_issue_date, lot.between(0, 30));
    const Date five_years = years_later(from, lot.between(0, 5));
    const std::string payload = health_payload(card, number, from, five_years);
    print_qr(card.sheet, payload, card.x + 2, card.y + 13, 19.2, 1);
    card.truth.codes.push_back(payload);
    const std::string validity = now ? lot.pick({"từ ngày ", "Từ ngày ", "từ "}) + card_date(from)
                                     : "từ " + card_date(from) + " đến " + card_date(card.expiry);
    const std::string gap = lot.chance(0.5) ? "      " : "   ";
    y = card.rows({{"Họ và tên:", upper(p.full_name), false, true, 1.08},
                   {"Ngày sinh:", card_date(p.birth_date) + gap + "Giới tính: " + name_of(p.sex)},
                   {"Địa chỉ:", p.residence, false, false},
                   {"Nơi ĐK KCB BĐ:", hospital(lot), false, false},
                   {"Giá trị sử dụng:", validity, false, false},
                   {lot.pick({"Thời điểm đủ 05 năm liên tục:", "Thời điểm đủ 5 năm liên tục:"}),
                    (lot.chance(0.5) ? "từ ngày " : "") + card_date(five_years), false, false}},
                  card.face(6.2), {22 + card.look.shift_x, y + 0.6, 61, 42.6 - y}, 0.35);
    const std::string place = lot.chance(0.6) ? "BHXH " + titled(p.birth_province) : "";
    if (!place.empty()) card.fitted("Nơi cấp, đổi thẻ BHYT: " + place, card.face(5.4), 3.5, 44.2, 48);
    const Date& day = p.id_issue_date;
    const std::string issued = lot.chance(0.6)
                                   ? "Ngày cấp: " + card_date(day)
                                   : fmt::format("Ngày {:02} tháng {:02} năm {}", day.day, day.month, day.year);
    card.write(issued, card.face(5.4).slanted(lot.chance(0.4)), 3.5, 47.6, 40);
    const std::string signer = person_name(lot, Sex::male);
    double below = card.write("GIÁM ĐỐC", card.face(5.6).bolded(), 54, 43.4, 28, Align::centre);
    card_signed(card, {"BẢO HIỂM XÃ HỘI", "", {}}, 54, below - 3.2, 28, 0);
    card.write(signer, card.face(5.6).bolded(), 54, 49.4, 28, Align::centre);
    card.truth.add("title", "THẺ BẢO HIỂM Y TẾ");
    card.truth.add("number", number.whole());
    tell_person(card.truth, "holder", p, {"full_name", "birth_date", "sex", "residence"});
    card.truth.add_name("owner.full_name", p.full_name);
    card.truth.add("issuer", "BẢO HIỂM XÃ HỘI VIỆT NAM");
    card.truth.add("date", day);
    if (!now) card.truth.add("expiry_date", card.expiry);
    card.truth.add("signer.title", "GIÁM ĐỐC");
    card.truth.add_name("signer.name", signer);
}

void back_of_health_card(Card& card) {
    card_ground(card, health_ground, 0);
    Random lot = card.lot("back");
    double y = card.write(lot.pick({"NHỮNG ĐIỀU CẦN CHÚ Ý", "NHỮNG ĐIỀU CẦN LƯU Ý KHI SỬ DỤNG THẺ BHYT"}),
                          card.face(7).bolded().coloured(health_blue), 4, 3.6, 77.6, Align::centre);
    const std::string hotline = lot.pick({"1900 9068", "19009068"});
    card.rows(
        {{"", "1. Xuất trình thẻ này cùng với giấy tờ chứng minh nhân thân có ảnh khi đến khám bệnh, chữa bệnh.", false,
          false},
         {"", "2. Không cho người khác mượn thẻ; không tẩy xóa, sửa chữa nội dung ghi trên thẻ.", false, false},
         {"", "3. Khi mất thẻ hoặc thay đổi thông tin, báo ngay cho cơ quan Bảo hiểm xã hội nơi gần nhất.", false,
          false},
         {"", "4. Mức hưởng được ghi bằng ký hiệu trên dữ liệu điện tử của cơ quan Bảo hiểm xã hội.", false, false},
         {"", "Tra cứu: https://baohiemxahoi.gov.vn; tổng đài " + hotline + ".", false, false}},
        card.face(6.4), {5, y + 1, 75.6, 50 - y}, 0.9);
}

Person issue_health_card(Person holder, Random& random) {
    const int first = std::clamp(holder.birth_date.year + 1, 2015, 2026);
    holder.id_issue_date = any_date(random, first, 2026);
    return holder;
}

Date health_expiry(const Person& holder) {
    return {holder.id_issue_date.year + 1, 12, 31};
}

}  // namespace

const CardPattern health_insurance_card{.kind = "the_bhyt",
                                        .width = 85.6,
                                        .height = 53.98,
                                        .front = front_of_health_card,
                                        .back = back_of_health_card,
                                        .first_birth_year = 1930,
                                        .last_birth_year = 2024,
                                        .issue = issue_health_card,
                                        .expiry = health_expiry,
                                        .one_look = false};

}  // namespace sohoa::maker
