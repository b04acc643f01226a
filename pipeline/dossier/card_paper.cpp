#include "pipeline/dossier/card_paper.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/identity/cross_check.h"
#include "pipeline/dossier/reading_field.h"
#include "pipeline/dossier/wording.h"

namespace sohoa::dossier {

namespace {

constexpr double printed_well = 0.8;
constexpr double any_words = 0.3;    ///< the same where it is enough that there are some
constexpr double fixed_words = 0.6;  ///< least confidence of words that are the same on every card

const Claim* claim_named(const std::vector<Claim>& claims, std::string_view field, std::string_view source) {
    const auto found = std::ranges::find_if(
        claims, [&](const Claim& claim) { return claim.field == field && claim.evidence.source == source; });
    return found == claims.end() ? nullptr : &*found;
}

bool has_source(const std::vector<Claim>& claims, std::string_view source) {
    return std::ranges::any_of(claims, [&](const Claim& claim) { return claim.evidence.source == source; });
}

Field* field_of(std::vector<Field>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

bool is_open(const Field* field) {
    return field != nullptr && field->status == "review" && field->alternatives.empty();
}

/// The holder is whose paper it is.
void name_owner(std::vector<Field>& fields) {
    for (const char* part : {"id_number", "full_name"}) {
        std::erase_if(fields, [&](const Field& field) { return field.name == std::string("owner.") + part; });
        const Field* held = field_of(fields, std::string("holder.") + part);
        if (held == nullptr) continue;
        Field owner = *held;
        owner.name = std::string("owner.") + part;
        fields.push_back(std::move(owner));
    }
}

/// "VIỆT NAM / VIETNAMESE" is one nationality in two languages.
void name_nationality(std::vector<Field>& fields) {
    Field* field = field_of(fields, "holder.nationality");
    if (field == nullptr || field->normalized == "Việt Nam") return;
    const std::u32string read = bare(lower(field->normalized));
    if (read.starts_with(U"viet nam") || read.starts_with(U"vietnam")) field->normalized = "Việt Nam";
}

/// The agency of all passports, whatever was misread of its name.
void name_passport_office(std::vector<Field>& fields) {
    Field* field = field_of(fields, "issuer");
    if (field == nullptr || !find_phrase(bare(lower(field->normalized)), U"cuc quan ly xuat nhap canh", 3.0)) return;
    field->normalized = "Cục Quản lý xuất nhập cảnh";
}

/// Provinces have names that differ without their marks too: what stands there is one of them.
void name_province(std::vector<Field>& fields) {
    Field* field = field_of(fields, "holder.birth_place");
    if (field == nullptr) return;
    const std::u32string read = bare(lower(field->normalized));
    const auto known = std::ranges::find_if(wording().provinces,
                                            [&](const Phrase& province) { return bare(lower(province.text)) == read; });
    if (known == wording().provinces.end()) return;
    if (upper(known->text) != upper(field->normalized)) field->normalized = known->text;
}

/// Whether certain witnesses tell of two numbers: two people's cards, or a forgery.
bool tells_of_several(const std::vector<Claim>& claims) {
    const Claim* first = nullptr;
    for (const Claim& claim : claims) {
        if (!claim.certain || claim.field != "holder.id_number") continue;
        if (first != nullptr && first->normalized != claim.normalized) return true;
        first = &claim;
    }
    return false;
}

/// Words that every card of a kind carries are known beforehand: reading them at all confirms them.
void accept_fixed_words(std::vector<Field>& fields, const std::vector<Claim>& claims, bool confirmed_kind) {
    for (const char* name : {"title", "signer.title", "issuer", "face", "holder.nationality"}) {
        Field* field = field_of(fields, name);
        const double enough = std::string_view(name) == "face" ? any_words : fixed_words;
        if (!is_open(field) || !confirmed_kind || field->confidence < enough) continue;
        // Backs with a zone are all signed by the same office; those before them were not.
        if (field->name == "signer.title" && !has_source(claims, "mrz")) continue;
        // Cards of citizens are given to citizens alone, and read whole.
        const bool citizens = field->name != "holder.nationality" || field->normalized == "Việt Nam";
        if (citizens) field->status = "accepted";
    }
}

bool same_day(const Date& a, const Date& b) {
    return a.month == b.month && a.day == b.day && a.day != 0;
}

/// A card ends on a birthday on which its holder is 25, 40 or 60 (Luật Căn cước 26/2023/QH15 Đ.21, Luật Căn cước công
/// dân 59/2014/QH13 Đ.21).
bool ends_by_age(const Date& birth, const Date& end) {
    const int age = end.year - birth.year;
    return same_day(birth, end) && (age == 14 || age == 25 || age == 40 || age == 60);
}

/// A passport ends five or ten years after it was issued, on the same day (Luật Xuất cảnh, nhập cảnh 49/2019/QH14 Đ.7).
bool ends_by_term(const Date& issued, const Date& end) {
    const int years = end.year - issued.year;
    return same_day(issued, end) && (years == 5 || years == 10);
}

std::optional<Date> date_in(const Field* field) {
    return field == nullptr ? std::nullopt : date_as_typed(field->normalized);
}

/// A place of birth that is a province's name, letter for letter.
void accept_province(std::vector<Field>& fields) {
    Field* place = field_of(fields, "holder.birth_place");
    if (!is_open(place) || place->confidence < printed_well) return;
    const std::string read = upper(new_tone_placement(place->normalized));
    const bool known = std::ranges::any_of(
        wording().provinces, [&](const Phrase& province) { return upper(new_tone_placement(province.text)) == read; });
    if (known) place->status = "accepted";
}

/// Two dates of which a rule gives one from the other confirm each other.
void accept_by_rule(Field* one, Field* other, bool (*holds)(const Date&, const Date&)) {
    const auto first = date_in(one);
    const auto second = date_in(other);
    if (!first || !second || !holds(*first, *second)) return;
    const auto trusted = [](const Field& field) {
        return field.status == "accepted" || field.confidence >= printed_well;
    };
    for (auto [field, witness] : {std::pair{one, other}, std::pair{other, one}}) {
        if (!is_open(field) || field->confidence < printed_well || !trusted(*witness) || witness->evidence.empty())
            continue;
        field->status = "accepted";
        field->evidence.push_back(witness->evidence.front());
    }
}

}  // namespace

Kind kind_of_card(const std::vector<Claim>& claims, const Kind& by_words) {
    if (const KindRule* rule = kind_rule(by_words.id); rule != nullptr && rule->form == "card") return by_words;
    const auto kind = [](const char* id) {
        const KindRule* rule = kind_rule(id);
        return rule == nullptr ? Kind{} : Kind{rule->id, rule->label, 0.97};
    };
    if (claim_named(claims, "number", "mrz") != nullptr) return kind("ho_chieu");
    if (claim_named(claims, "number", "qr") != nullptr) return kind("the_bhyt");
    if (!has_source(claims, "qr")) return kind(has_source(claims, "mrz") ? "cccd" : "cccd_ma_vach");
    const Claim* issued = claim_named(claims, "date", "qr");
    return kind(issued != nullptr && issued->normalized >= "2024-07-01" ? "can_cuoc" : "cccd");
}

bool tells_number(const std::vector<Claim>& claims) {
    return std::ranges::any_of(claims,
                               [](const Claim& claim) { return claim.certain && claim.field == "holder.id_number"; });
}

void weigh_card(std::vector<Field>& fields, const std::vector<Claim>& claims, const std::optional<Title>& title) {
    name_nationality(fields);
    name_passport_office(fields);
    name_province(fields);
    cross_check(fields, claims);
    const bool confirmed_kind = !claims.empty() || (title && title->score > 0.9);
    accept_fixed_words(fields, claims, confirmed_kind);
    accept_province(fields);
    accept_by_rule(field_of(fields, "holder.birth_date"), field_of(fields, "expiry_date"), ends_by_age);
    accept_by_rule(field_of(fields, "date"), field_of(fields, "expiry_date"), ends_by_term);
    if (tells_of_several(claims)) {
        for (Field& field : fields) {
            if (field.status == "accepted") field.status = "review";
        }
    }
    name_owner(fields);
}

}  // namespace sohoa::dossier
