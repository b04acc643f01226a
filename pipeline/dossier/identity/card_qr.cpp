#include "pipeline/dossier/identity/card_qr.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/identity/card_fields_by_form.h"
#include "pipeline/dossier/identity/card_qr_field.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_card_payload = 4000;  ///< bytes; a QR code holds at most 2953
constexpr std::size_t most_card_fields = 64;

CardCertainty certain_if(bool present) {
    return present ? CardCertainty::certain : CardCertainty::absent;
}

bool is_old_number(const std::string& text) {
    return text.empty() || is_digits(text, 9) || is_digits(text, 12);
}

/// The order of the 2021 card; nullopt where a field that is there is not of its form.
std::optional<CardQr> in_order(const CardTexts& given) {
    CardTexts fields = given;
    const bool old_number_left_out = !is_old_number(fields[1].text);
    if (old_number_left_out) fields.insert(fields.begin() + 1, CardText{});
    const bool whole = fields.size() >= 7 && !old_number_left_out && !fields[4].text.empty() &&
                       !fields[5].text.empty() && !fields[6].text.empty();
    if (fields.size() < 4) return std::nullopt;
    const std::vector<CardText> extra(
        fields.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(7, fields.size())), fields.end());
    fields.resize(7);
    const auto birth_date = card_date(fields[3].text);
    const auto issued = card_date(fields[6].text);
    const std::string sex = card_sex(fields[4].text);
    if (!is_old_number(fields[1].text) || !is_card_name(fields[2].text) || !birth_date) return std::nullopt;
    if (sex.empty() != fields[4].text.empty() || issued.has_value() == fields[6].text.empty()) return std::nullopt;
    if (card_date(fields[5].text) || (issued && *issued < *birth_date)) return std::nullopt;
    CardQr card;
    card.id_number = fields[0].text;
    card.old_id_number = fields[1].text;
    card.full_name = fields[2].text;
    card.birth_date = *birth_date;
    card.sex = sex;
    card.residence = fields[5].text;
    card.issued = issued;
    card.grammar = whole ? CardGrammar::seven_fields : CardGrammar::fewer_fields;
    card.certainty = {.old_id_number = certain_if(!card.old_id_number.empty()),
                      .full_name = CardCertainty::certain,
                      .birth_date = CardCertainty::certain,
                      .sex = certain_if(!sex.empty()),
                      .residence = certain_if(!card.residence.empty()),
                      .issued = certain_if(issued.has_value()),
                      .expires = CardCertainty::absent};
    for (const CardText& field : extra) card.others.push_back(field.raw);
    return card;
}

}  // namespace

std::optional<CardQr> read_card_qr(std::string_view text) {
    if (text.size() > longest_card_payload) return std::nullopt;
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '|')) >= most_card_fields) return std::nullopt;
    const CardTexts fields = card_texts(text);
    if (fields.size() < 3 || !is_digits(fields[0].text, 12)) return std::nullopt;
    auto card = in_order(fields);
    if (!card) card = card_by_form(fields);
    if (!card) return std::nullopt;
    for (const CardText& field : fields) card->raw.push_back(field.raw);
    return card;
}

}  // namespace sohoa::dossier
