#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/card_codes.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/certificate_ground.h"
#include "samples/maker/mrz.h"
#include "samples/maker/qr_code.h"

namespace sohoa::maker {

namespace {

constexpr Colour blue_2024{0.45, 0.55, 0.75};

void front_2024(Card& card) {
    card_ground(card, blue_2024);
    const Person& p = card.holder;
    emblem(card.sheet, card.x + 9.25, card.y + 8.25, 10.5);
    card_country(card, 18, 62, 2.4);
    card.write("CĂN CƯỚC", card.face(12).bolded().coloured(card_red), 18, 12.8, 62, Align::centre);
    card.write("IDENTITY CARD", card.face(7).coloured(card_red), 18, 17.6, 62, Align::centre);
    card_chip(card, 72, 11.5);
    card_portrait(card, 4, 17, 20, 26.5);
    const double left = 27 + card.look.shift_x;
    double y = card.fitted(card.label("Số định danh cá nhân", "Personal identification number"),
                           card.face(5.2).coloured(card_label_ink), left, 22, card.look.varied ? 56 : 45);
    y = card.write(p.id_number, card.face(8.8).bolded(), left, y, 45);
    y = card.write(card.label("Họ, chữ đệm và tên khai sinh", "Full name"), card.face(5.2).coloured(card_label_ink),
                   left, y + 0.4, 56);
    y = card.fitted(upper(p.full_name), card.face(7.8).bolded(), left, y, card.look.varied ? 56 : 57);
    y = card.labelled(card.label("Ngày, tháng, năm sinh", "Date of birth"), card_date(p.birth_date), left, y + 0.5, 57);
    y = card.labelled(card.label("Giới tính", "Sex"), name_of(p.sex), left, y + 0.5, 57);
    card.labelled(card.label("Quốc tịch", "Nationality"), p.nationality, left, y + 0.5, 57);
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "sex", "nationality"});
    card.truth.add("title", "CĂN CƯỚC");
    tell_owner(card.truth, p);
}

void words_of_back_2024(Card& card) {
    const Person& p = card.holder;
    const double left = 4 + std::max(0.0, card.look.shift_x);
    if (card.look.varied) {
        const double y =
            card.rows({{card.label("Nơi cư trú", "Place of residence"), p.residence, true, true, 1.1},
                       {card.label("Nơi đăng ký khai sinh", "Place of birth"), p.home_town, true, true, 1.1},
                       {card.label("Ngày, tháng, năm cấp", "Date of issue"), card_date(p.id_issue_date)},
                       {card.label("Ngày, tháng, năm hết hạn", "Date of expiry"), card_expiry(card.expiry)}},
                      card.face(5.3), {left, 3, 58, 29.5}, 0.5);
        card.write("BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY", card.face(5.4).bolded(), left, y + 0.5, 62);
        return;
    }
    double y = card.write("Nơi cư trú / Place of residence:", card.face(5.2).coloured(card_label_ink), 4, 3, 58);
    y = card.write(p.residence, card.face(5.8).bolded(), 4, y, 58);
    y = card.write("Nơi đăng ký khai sinh / Place of birth:", card.face(5.2).coloured(card_label_ink), 4, y + 0.5, 58);
    y = card.write(p.home_town, card.face(5.8).bolded(), 4, y, 58);
    y = card.labelled("Ngày, tháng, năm cấp / Date of issue:", card_date(p.id_issue_date), 4, y + 0.7, 58);
    y = card.labelled("Ngày, tháng, năm hết hạn / Date of expiry:", card_expiry(card.expiry), 4, y + 0.4, 58);
    card.write("BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY", card.face(5.6).bolded(), 4, y + 1.2, 62);
}

void back_2024(Card& card) {
    card_ground(card, blue_2024);
    const Person& p = card.holder;
    words_of_back_2024(card);
    std::string old_number;
    std::string payload = card_payload(p, old_number);
    if (card.look.varied) {
        Random lot = card.lot("code");
        old_number = lot.chance(0.4) ? old_card_number(lot) : "";
        payload = varied_payload_2024(p, old_number, lot.branch("payload"));
    }
    print_qr(card.sheet, payload, card.x + 65.5, card.y + 4, 17);
    card.truth.codes.push_back(payload);
    card_machine_zone(card, td1_lines(card.holder, card.expiry), 3.6, 37.4, 78);
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "sex", "residence"});
    card.truth.add("issuer", "BỘ CÔNG AN");
    tell_owner(card.truth, p);
    card.truth.add("holder.birth_place", p.home_town);
    card.truth.add("date", p.id_issue_date);
    card.truth.add("expiry_date", card.expiry);
    card.truth.add("old_id_number", old_number);
}

Person issue_2024(Person holder, Random& random) {
    return issued_within(std::move(holder), {2024, 7, 1}, {2026, 10, 31}, random);
}

}  // namespace

const CardPattern identity_card_2024{.kind = "can_cuoc",
                                     .width = 85.6,
                                     .height = 53.98,
                                     .front = front_2024,
                                     .back = back_2024,
                                     .first_birth_year = 1930,
                                     .last_birth_year = 2024,
                                     .issue = issue_2024,
                                     .expiry = expiry_by_age,
                                     .one_look = true};

}  // namespace sohoa::maker
