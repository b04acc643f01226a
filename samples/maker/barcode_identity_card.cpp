#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/qr_code.h"

namespace sohoa::maker {

namespace {

constexpr Colour green_2016{0.42, 0.66, 0.5};

void front_2016(Card& card) {
    card_ground(card, green_2016, 17);
    const Person& p = card.holder;
    Random lot = card.lot("front");
    emblem(card.sheet, card.x + 13, card.y + 8.5, 11);
    double y = card.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", card.face(6.4).bolded(), 26, 2.6, 56, Align::centre);
    y = card.write("Độc lập - Tự do - Hạnh phúc", card.face(6.2).bolded(), 26, y, 56, Align::centre);
    y = card.write("CĂN CƯỚC CÔNG DÂN", card.face(11).bolded().coloured(card_red), 26, y + 0.6, 56, Align::centre);
    const std::string number = lot.pick({"Số:", "Số:", "Số", "SỐ:"});
    y = card.sheet.write(Runs{{number + " "}, {p.id_number, true}}, card.face(9.6).coloured(card_red),
                         {card.x + 26, card.y + y + 0.2, 56, 8}, {.align = Align::centre}) -
        card.y;
    card_portrait(card, 3.5, 16.5, 20, 27);
    const bool long_labels = lot.chance(0.4);
    const std::string colon = lot.chance(0.9) ? ":" : "";
    const std::string gap = lot.chance(0.5) ? "   " : "      ";
    card.rows({{"Họ và tên" + colon, upper(p.full_name), false, true, 1.1},
               {(long_labels ? "Ngày, tháng, năm sinh" : "Ngày sinh") + colon, card_date(p.birth_date)},
               {"Giới tính" + colon, name_of(p.sex) + gap + "Quốc tịch" + colon + ' ' + p.nationality},
               {"Quê quán" + colon, p.home_town},
               {"Nơi thường trú" + colon, p.residence}},
              card.face(6.4), {26.5 + card.look.shift_x, y + 0.5 + card.look.shift_y * 0.5, 56, 51.8 - y}, 0.4);
    card.fitted("Có giá trị đến" + colon + ' ' + card_expiry(card.expiry), card.face(5).bolded(lot.chance(0.5)), 2.6,
                45.5, 23);
    tell_person(card.truth, "holder", p,
                {"id_number", "full_name", "birth_date", "sex", "nationality", "home_town", "residence"});
    card.truth.add("title", "CĂN CƯỚC CÔNG DÂN");
    tell_owner(card.truth, p);
    card.truth.add("expiry_date", card.expiry);
}

void code_of_2016(Card& card, Random& lot) {
    const std::string& number = card.holder.id_number;
    if (lot.chance(0.5))
        print_barcode(card.sheet, number, "Code128", {card.x + 14, card.y + 2.2, 58, lot.real(6.5, 8)});
    else
        print_barcode(card.sheet, number, "PDF417", {card.x + 12, card.y + 2.2, 62, lot.real(8, 9.5)});
    card.truth.codes.push_back(number);
}

void back_2016(Card& card) {
    card_ground(card, green_2016, 0);
    const Person& p = card.holder;
    Random lot = card.lot("back");
    code_of_2016(card, lot);
    card.write("Ngón trỏ trái", card.face(4.6), 3, 13, 13, Align::centre);
    card_fingerprint(card, 3.5, 15.2, 12, 16);
    card.write("Ngón trỏ phải", card.face(4.6), 3, 32.2, 13, Align::centre);
    card_fingerprint(card, 3.5, 34.4, 12, 16);
    const std::string head = "Đặc điểm nhận dạng" + std::string(lot.chance(0.85) ? ":" : "");
    double y = card.write(head, card.face(6.2).bolded(), 18, 13.2, 64);
    y = card.write(identifying_mark(lot), card.face(6.4), 18, y + 0.2, 64);
    const Date& day = p.id_issue_date;
    const std::string words = lot.chance(0.5)
                                  ? fmt::format("Ngày {:02} tháng {:02} năm {}", day.day, day.month, day.year)
                                  : "Ngày, tháng, năm: " + card_date(day);
    y = card.write(words, card.face(6).slanted(lot.chance(0.4)), 30, y + 0.6, 52, Align::centre);
    // The department was given its later name in the autumn of 2018.
    const bool later_name = day >= Date{2018, 10, 10};
    const std::string second = later_name ? "QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI" : "ĐKQL CƯ TRÚ VÀ DLQG VỀ DÂN CƯ";
    y = card.write("CỤC TRƯỞNG CỤC CẢNH SÁT", card.face(5.6).bolded(), 30, y + 0.3, 52, Align::centre);
    y = card.fitted(second, card.face(5.4).bolded(), 30, y, 52, Align::centre);
    const std::string signer = person_name(lot, Sex::male);
    card_signed(card, {"BỘ CÔNG AN", "CỤC CẢNH SÁT", {}}, 34, y + 1.5, 44, 17);
    card.write(signer, card.face(6.4).bolded(), 30, 47.2, 52, Align::centre);
    card.truth.add("date", day);
    card.truth.add("signer.title", "CỤC TRƯỞNG CỤC CẢNH SÁT " + second);
    card.truth.add_name("signer.name", signer);
    // The code has the number.
    card.truth.add("holder.id_number", p.id_number);
    card.truth.add("owner.id_number", p.id_number);
}

Person issue_2016(Person holder, Random& random) {
    return issued_within(std::move(holder), {2016, 1, 4}, {2021, 1, 22}, random);
}

}  // namespace

const CardPattern barcode_identity_card{.kind = "cccd_ma_vach",
                                        .width = 85.6,
                                        .height = 53.98,
                                        .front = front_2016,
                                        .back = back_2016,
                                        .first_birth_year = 1925,
                                        .last_birth_year = 2002,
                                        .issue = issue_2016,
                                        .expiry = expiry_by_age,
                                        .one_look = false};

}  // namespace sohoa::maker
