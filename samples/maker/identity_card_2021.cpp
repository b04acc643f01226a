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

constexpr Colour teal_2021{0.35, 0.62, 0.62};
constexpr Date first_of_2021{2021, 3, 1};
constexpr Date last_of_2021{2024, 6, 30};

void front_2021(Card& card) {
    card_ground(card, teal_2021);
    const Person& p = card.holder;
    emblem(card.sheet, card.x + 9.25, card.y + 8.25, 10.5);
    card_country(card, 15, 50, 2.4);
    card.write("CĂN CƯỚC CÔNG DÂN", card.face(10.2).bolded().coloured(card_red), 19, 12.4, 50, Align::centre);
    card.write("Citizen Identity Card", card.face(6).coloured(card_red), 19, 16.8, 50, Align::centre);
    card.sheet.write(Runs{{card.label("Số", "No.") + " "}, {p.id_number, true}},
                     card.face(8.6).coloured(card_label_ink), {card.x + 27, card.y + 20, 58, 8});
    std::string old_number =
        card.random.chance(0.5) ? fmt::format("{:09}", card.random.between(10000001, 389999999)) : "";
    std::string payload = card_payload(p, old_number);
    if (card.look.varied) {
        Random lot = card.lot("code");
        old_number = lot.chance(0.5) ? old_card_number(lot) : "";
        payload = varied_payload_2021(p, old_number, lot.branch("payload"));
    }
    print_qr(card.sheet, payload, card.x + 67.6, card.y + 2.2, 16);
    card.truth.codes.push_back(payload);
    card_portrait(card, 4, 15.5, 20, 26.5);
    const std::string sex = name_of(p.sex) + "   " + card.label("Quốc tịch", "Nationality") + " " + p.nationality;
    if (card.look.varied) {
        card.rows({{card.label("Họ và tên", "Full name"), upper(p.full_name), true, true, 1.36},
                   {card.label("Ngày sinh", "Date of birth"), card_date(p.birth_date)},
                   {card.label("Giới tính", "Sex"), sex},
                   {card.label("Quê quán", "Place of origin"), p.home_town},
                   {card.label("Nơi thường trú", "Place of residence"), p.residence}},
                  card.face(5.6), {27 + card.look.shift_x, 24.3 + card.look.shift_y * 0.5, 56, 28.2}, 0.3);
    } else {
        double y = 24.3;
        y = card.write("Họ và tên / Full name:", card.face(5.4).coloured(card_label_ink), 27, y, 56);
        y = card.write(upper(p.full_name), card.face(7.6).bolded(), 27, y - 0.1, 57);
        y = card.labelled("Ngày sinh / Date of birth:", card_date(p.birth_date), 27, y + 0.4, 57);
        y = card.labelled("Giới tính / Sex:", sex, 27, y + 0.3, 57);
        y = card.labelled("Quê quán / Place of origin:", p.home_town, 27, y + 0.3, 57);
        card.labelled("Nơi thường trú / Place of residence:", p.residence, 27, y + 0.3, 57);
    }
    card.write("Có giá trị đến:", card.face(4.8).coloured(card_label_ink), 4, 42.6, 22);
    card.write("Date of expiry:", card.face(4.8).coloured(card_label_ink), 4, 44.6, 22);
    card.write(card_expiry(card.expiry), card.face(5.6).bolded(), 4, 46.8, 22);
    tell_person(card.truth, "holder", p,
                {"id_number", "full_name", "birth_date", "sex", "nationality", "home_town", "residence"});
    card.truth.add("title", "CĂN CƯỚC CÔNG DÂN");
    tell_owner(card.truth, p);
    card.truth.add("expiry_date", card.expiry);
    // What only the code says is as much of the card as what is printed.
    card.truth.add("old_id_number", old_number);
    card.truth.add("date", p.id_issue_date);
}

/// Of the pattern, whose words are fewer than those of identifying_mark().
std::string pattern_mark(Random& random) {
    const int mm = random.between(1, 4);
    return fmt::format("{} C.{}cm {} {}", random.pick({"Nốt ruồi", "Sẹo chấm"}), mm,
                       random.pick({"dưới trước", "trên sau", "dưới sau"}),
                       random.pick({"cánh mũi phải", "đuôi mắt trái", "khóe miệng phải", "tai trái"}));
}

void back_2021(Card& card) {
    card_ground(card, teal_2021);
    const Person& p = card.holder;
    std::string mark = pattern_mark(card.random);
    if (card.look.varied) {
        Random lot = card.lot("mark");
        mark = identifying_mark(lot);
    }
    double y = card.write(card.label("Đặc điểm nhận dạng", "Personal identification"),
                          card.face(5.4).coloured(card_label_ink), 4, 3, 46);
    card.write(mark, card.face(6).bolded(), 4, y, 46);
    card_chip(card, 5, 13.4);
    y = card.labelled(card.label("Ngày, tháng, năm", "Date, month, year"), card_date(p.id_issue_date), 18, 11.6, 44);
    y = card.write("CỤC TRƯỞNG CỤC CẢNH SÁT", card.face(5.2).bolded(), 18, y + 0.3, 42, Align::centre);
    y = card.fitted("QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", card.face(4.6).bolded(), 17, y, 44, Align::centre);
    y = card.fitted("DIRECTOR GENERAL OF THE POLICE DEPARTMENT", card.face(3.9), 17, y, 44, Align::centre);
    card.fitted("FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER", card.face(3.9), 17, y, 44, Align::centre);
    const std::string signer = person_name(card.random, Sex::male);
    card.write(signer, card.face(6).bolded(), 18, 31, 42, Align::centre);
    for (const double left : {63.5, 74.0}) card_fingerprint(card, left, 8, 8.6, 16);
    card.write("Ngón trỏ trái", card.face(4.4), 62, 4.2, 12, Align::centre);
    card.write("Ngón trỏ phải", card.face(4.4), 72.5, 4.2, 12, Align::centre);
    card_machine_zone(card, td1_lines(card.holder, card.expiry), 3.6, 37.4, 78);
    card.truth.add("date", p.id_issue_date);
    card.truth.add("signer.title", "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI");
    card.truth.add_name("signer.name", signer);
    tell_person(card.truth, "holder", p, {"id_number", "birth_date", "sex"});
    // The machine readable lines have the name without its marks.
    card.truth.add("owner.id_number", p.id_number);
    card.truth.add("expiry_date", card.expiry);
}

Person issue_2021(Person holder, Random& random) {
    return issued_within(std::move(holder), first_of_2021, last_of_2021, random);
}

}  // namespace

bool has_card_of_2021(const Person& person) {
    return person.id_issue_date >= first_of_2021 && person.id_issue_date <= last_of_2021;
}

const CardPattern identity_card_2021{.kind = "cccd",
                                     .width = 85.6,
                                     .height = 53.98,
                                     .front = front_2021,
                                     .back = back_2021,
                                     .first_birth_year = 1930,
                                     .last_birth_year = 2006,
                                     .issue = issue_2021,
                                     .expiry = expiry_by_age,
                                     .one_look = true};

}  // namespace sohoa::maker
