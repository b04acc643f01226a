#include "pipeline/dossier/identity/card_fields_by_form.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/identity/code_text.h"
#include "pipeline/dossier/identity/personal_number.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t most_dates = 3;  ///< birth, issue, expiry; more are of other persons too

enum class CardForm { empty, old_number, other_number, date, sex, name, place, unknown, impossible };

/// Letters alone, two words or more; the country is no name.
bool is_letters_only_name(const std::string& text) {
    const std::u32string points = to_utf32(text);
    const bool letters = std::all_of(points.begin(), points.end(), [](char32_t c) {
        return c == U' ' || c == U'\'' || c == U'’' || c == U'-' || (is_word_character(c) && !is_digit(c));
    });
    return letters && points.size() <= 100 && words_of(text).size() >= 2 && folded(text) != "viet nam";
}

CardForm form_of_field(const std::string& text) {
    if (text.empty()) return CardForm::empty;
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        if (text.size() == 8) return card_date(text) ? CardForm::date : CardForm::impossible;
        if (text.size() == 9) return CardForm::old_number;
        if (text.size() == 12) return CardForm::other_number;
        return text.size() <= 2 ? CardForm::unknown : CardForm::impossible;
    }
    if (!card_sex(text).empty()) return CardForm::sex;
    if (is_letters_only_name(text)) return CardForm::name;
    const std::u32string points = to_utf32(text);
    const bool place = words_of(text).size() >= 2 &&
                       std::any_of(points.begin(), points.end(), [](char32_t c) { return c == U',' || is_digit(c); });
    return place ? CardForm::place : CardForm::unknown;
}

class FieldsByForm {
public:
    explicit FieldsByForm(const CardTexts& fields) : fields_(fields), used_(fields.size(), false) {
        for (const CardText& field : fields) forms_.push_back(form_of_field(field.text));
        used_.front() = true;
    }

    /// In the order of the code, without the number that comes first.
    std::vector<std::size_t> places_of(CardForm form) const {
        std::vector<std::size_t> places;
        for (std::size_t k = 1; k < forms_.size(); ++k) {
            if (forms_[k] == form) places.push_back(k);
        }
        return places;
    }

    const std::string& text(std::size_t place) const { return fields_[place].text; }

    const std::string& take(std::size_t place) {
        used_[place] = true;
        return fields_[place].text;
    }

    std::vector<std::string> left() const {
        std::vector<std::string> rest;
        for (std::size_t k = 0; k < fields_.size(); ++k) {
            if (!used_[k] && forms_[k] != CardForm::empty) rest.push_back(fields_[k].raw);
        }
        return rest;
    }

private:
    const CardTexts& fields_;
    std::vector<CardForm> forms_;
    std::vector<bool> used_;
};

struct DatePlace {
    Date date;
    std::size_t place = 0;
};

/// Cards are said to end on the birthday of 14, 25, 40 or 60 years: so this makes a date likely, never certain.
bool may_be_expiry(const Date& birth, const Date& date) {
    const int age = date.year - birth.year;
    return date.month == birth.month && date.day == birth.day && (age == 14 || age == 25 || age == 40 || age == 60);
}

CardCertainty certain_or_likely(bool certain) {
    return certain ? CardCertainty::certain : CardCertainty::likely;
}

/// Birth, then issue, then expiry; sure where the number's own year says which one is the birth. False where none is
/// a birth.
bool take_dates(FieldsByForm& fields, int year_by_number, CardQr& card) {
    std::vector<DatePlace> dates;
    for (const std::size_t place : fields.places_of(CardForm::date)) {
        if (const auto date = card_date(fields.text(place))) dates.push_back({*date, place});
    }
    if (dates.empty()) return false;
    std::stable_sort(dates.begin(), dates.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    const auto of_number = [&](const DatePlace& each) { return each.date.year == year_by_number; };
    const auto agreeing = std::count_if(dates.begin(), dates.end(), of_number);
    const bool others_too = dates.size() > most_dates;
    const auto birth = others_too ? std::find_if(dates.begin(), dates.end(), of_number) : dates.begin();
    if (birth == dates.end()) return false;
    const bool certain = agreeing == 1 && of_number(*birth);
    card.birth_date = birth->date;
    card.certainty.birth_date = certain_or_likely(certain);
    fields.take(birth->place);
    if (others_too || dates.size() == 1) return true;
    const auto add = [&](const DatePlace& found, std::optional<Date>& value, CardCertainty& certainty, bool clear) {
        value = found.date;
        certainty = certain_or_likely(certain && clear);
        fields.take(found.place);
    };
    if (dates.size() == 3) {
        const bool apart = dates[1].date < dates[2].date;
        add(dates[1], card.issued, card.certainty.issued, apart);
        add(dates[2], card.expires, card.certainty.expires, apart);
    } else if (may_be_expiry(card.birth_date, dates[1].date)) {
        add(dates[1], card.expires, card.certainty.expires, false);
    } else {
        add(dates[1], card.issued, card.certainty.issued, true);
    }
    return true;
}

/// The first field of a form; sure where it is the only one.
CardCertainty take_first(FieldsByForm& fields, CardForm form, std::string& value) {
    const std::vector<std::size_t> places = fields.places_of(form);
    if (places.empty()) return CardCertainty::absent;
    value = fields.take(places.front());
    return certain_or_likely(places.size() == 1);
}

}  // namespace

std::optional<CardQr> card_by_form(const CardTexts& texts) {
    if (texts.empty()) return std::nullopt;
    const auto number = read_personal_number(texts.front().text);
    if (!number) return std::nullopt;
    FieldsByForm fields(texts);
    if (!fields.places_of(CardForm::impossible).empty()) return std::nullopt;
    CardQr card;
    card.grammar = CardGrammar::by_form;
    card.id_number = number->digits;
    card.certainty.full_name = take_first(fields, CardForm::name, card.full_name);
    if (card.full_name.empty() || !take_dates(fields, number->birth_year, card)) return std::nullopt;
    card.certainty.old_id_number = take_first(fields, CardForm::old_number, card.old_id_number);
    card.certainty.sex = take_first(fields, CardForm::sex, card.sex);
    card.sex = card_sex(card.sex);
    card.certainty.residence = take_first(fields, CardForm::place, card.residence);
    // A residence without a comma or a digit looks like a name.
    if (card.residence.empty() && card.certainty.full_name == CardCertainty::certain)
        card.certainty.full_name = CardCertainty::likely;
    card.others = fields.left();
    return card;
}

}  // namespace sohoa::dossier
