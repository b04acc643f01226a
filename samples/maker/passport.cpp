#include <algorithm>
#include <fmt/format.h>

#include "base/vietnamese.h"
#include "samples/maker/card_holders.h"
#include "samples/maker/cards.h"
#include "samples/maker/mrz.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

namespace {

/// Passports until June 2022 (green), since then (blue).
bool new_passport(const Person& holder) {
    return holder.id_issue_date >= Date{2022, 7, 1};
}

/// A letter and seven digits from 9900000 on, in series that are far from there.
std::string passport_number(const Card& card) {
    Random lot = card.lot("number");
    const char series = lot.pick({'P', 'E', 'N', 'Q', 'K'});
    return fmt::format("{}99{:05}", series, lot.between(0, 99999));
}

/// "12 / 03 / 1985" or "12/03/1985".
std::string spaced_date(const Date& date, bool spaced) {
    std::string text = card_date(date);
    for (std::size_t at = 0; spaced && (at = text.find('/', at)) != std::string::npos; at += 3)
        text.replace(at, 1, " / ");
    return text;
}

/// Labels small, values large under them, as all data pages have them.
class PassportColumn {
public:
    PassportColumn(Card& card, double left, double top) : card_(card), left_(left), top_(top) {}

    void cell(const std::string& vietnamese, const std::string& english, const std::string& value, double left,
              double width, double larger = 1) {
        std::string label = vietnamese;
        label += card_.look.labels == CardLabels::tight ? "/" : " / ";
        const Runs runs{{label}, {english, false, true}};
        const double x = card_.x + left_ + left;
        const double below =
            card_.sheet.write(runs, card_.face(5.4).coloured(card_label_ink), {x, card_.y + top_, width, 10}) - card_.y;
        next_ = std::max(next_,
                         card_.fitted(value, card_.face(8.2 * larger).bolded(bold), left_ + left, below - 0.2, width));
    }
    void next_row(double gap) {
        top_ = next_ + gap;
        next_ = top_;
    }

    bool bold = true;

private:
    Card& card_;
    double left_, top_;
    double next_ = 0;
};

void passport_heading(Card& card, Random& lot, const std::string& number) {
    const bool in_english = lot.chance(0.7);
    const auto blue = Colour{0.12, 0.2, 0.42};
    double y = card.write("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", card.face(8).bolded().coloured(blue), 4, 2.6, 117,
                          Align::centre);
    if (in_english)
        card.write("SOCIALIST REPUBLIC OF VIET NAM", card.face(6.4).coloured(blue), 4, y, 117, Align::centre);
    y = card.write("HỘ CHIẾU", card.face(10).bolded().coloured(card_red), 5, 9.2, 34, Align::centre);
    card.write("PASSPORT", card.face(8).coloured(card_red), 5, y - 0.2, 34, Align::centre);
    PassportColumn column(card, 42, 10.2);
    column.cell("Loại", "Type", "P", 0, 20);
    column.cell("Mã số", "Code", "VNM", 22, 24);
    column.cell("Số hộ chiếu", "Passport No", number, 46, 34, 1.15);
}

void front_of_passport(Card& card) {
    const Person& p = card.holder;
    card_ground(card, new_passport(p) ? Colour{0.45, 0.6, 0.75} : Colour{0.6, 0.68, 0.45}, 25);
    Random lot = card.lot("page");
    const std::string number = passport_number(card);
    passport_heading(card, lot, number);
    card_portrait(card, 5, 19.5, 33, 42);
    const bool spaced = lot.chance(0.5);
    const bool foreign = lot.chance(0.75);
    const double gap = lot.real(1.2, 2.4);
    PassportColumn column(card, 42 + card.look.shift_x, 19.6 + card.look.shift_y);
    column.bold = lot.chance(0.6);
    column.cell("Họ và tên", "Full name", upper(p.full_name), 0, 80, 1.1);
    column.next_row(gap);
    column.cell("Quốc tịch", "Nationality", foreign ? "VIỆT NAM / VIETNAMESE" : "VIỆT NAM", 0, 78);
    column.next_row(gap);
    column.cell("Ngày sinh", "Date of birth", spaced_date(p.birth_date, spaced), 0, 36);
    column.cell("Nơi sinh", "Place of birth", upper(p.birth_place), 40, 41);
    column.next_row(gap);
    const std::string sex = p.sex == Sex::male ? "NAM / M" : "NỮ / F";
    column.cell("Giới tính", "Sex", lot.chance(0.7) ? sex : upper(name_of(p.sex)), 0, 30);
    if (new_passport(p) || lot.chance(0.3))
        column.cell("Số ĐDCN/CMND", "ID No", p.id_number, 40, 41);
    else
        column.cell("Số GCMND", "ID card No", p.id_number, 40, 41);
    column.next_row(gap);
    column.cell("Ngày cấp", "Date of issue", spaced_date(p.id_issue_date, spaced), 0, 36);
    column.cell("Có giá trị đến", "Date of expiry", spaced_date(card.expiry, spaced), 40, 41);
    column.next_row(gap);
    const std::string issuer = lot.pick({"Cục Quản lý xuất nhập cảnh", "CỤC QUẢN LÝ XUẤT NHẬP CẢNH"});
    column.cell("Nơi cấp", "Place of issue", issuer, 0, 78, 0.9);
    card_machine_zone(card, td3_lines(p, number, card.expiry), 5, 71, 115, 2.2);
    tell_person(card.truth, "holder", p, {"id_number", "full_name", "birth_date", "sex", "nationality", "birth_place"});
    card.truth.add("number", number);
    card.truth.add("title", "HỘ CHIẾU");
    tell_owner(card.truth, p);
    card.truth.add("issuer", issuer);
    card.truth.add("date", p.id_issue_date);
    card.truth.add("expiry_date", card.expiry);
}

Person issue_passport(Person holder, Random& random) {
    const int first = std::clamp(holder.birth_date.year + 1, 2012, 2026);
    holder.id_issue_date = any_date(random, first, 2026);
    holder.birth_place = holder.birth_province.name;
    // Holders who had no personal number yet are told by the number of their old card.
    if (!new_passport(holder) && holder.birth_date.year < 2000 && random.chance(0.5))
        holder.id_number = old_card_number(random);
    return holder;
}

/// Ten years, five for children.
Date passport_expiry(const Person& holder) {
    const Date& day = holder.id_issue_date;
    const bool child = holder.birth_date.year + 14 > day.year;
    return years_later(day, child ? 5 : 10);
}

}  // namespace

const CardPattern passport{.kind = "ho_chieu",
                           .width = 125,
                           .height = 88,
                           .front = front_of_passport,
                           .back = nullptr,
                           .first_birth_year = 1935,
                           .last_birth_year = 2022,
                           .issue = issue_passport,
                           .expiry = passport_expiry,
                           .one_look = false};

}  // namespace sohoa::maker
