#include "pipeline/dossier/identity/cross_check.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/date.h"
#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"
#include "pipeline/dossier/identity/machine_zone.h"
#include "pipeline/dossier/identity/personal_number.h"
#include "pipeline/dossier/reading_field.h"

namespace sohoa::dossier {

namespace {

constexpr double read_well = 0.8;        // confidence of print that a second witness confirms
constexpr double beyond_doubt = 0.925;   // of print that contradicts a certain witness
constexpr double read_fairly = 0.82;     // of print that contradicts one by more than a misreading
constexpr double sure_of_letters = 0.9;  // of a zone's name that contradicts a code's
constexpr double marks_read = 0.935;     // of a printed name that a zone confirms but for its marks
constexpr double misread_share = 0.2;    // of the letters, that may differ in a misreading

/// Values as they are compared: marks count, case, tone placement and blanks do not.
std::string compared(const std::string& value) {
    return upper(new_tone_placement(value));
}

bool is_same(const Field& field, const Claim& claim) {
    if (claim.bare) return same_name_without_marks(field.normalized, claim.normalized, claim.cut_short);
    return compared(field.normalized) == compared(claim.normalized);
}

bool is_same(const Claim& a, const Claim& b) {
    if (a.bare || b.bare) {
        const Claim& zone = a.bare ? a : b;
        return same_name_without_marks((a.bare ? b : a).normalized, zone.normalized, zone.cut_short);
    }
    return compared(a.normalized) == compared(b.normalized);
}

/// Whether what is printed says something else than a certain witness, and not the same misread.
bool contradicts(const Field& print, const Claim& claim) {
    if (is_same(print, claim)) return false;
    if (print.name == "holder.residence") return false;  // written out here, abbreviated there
    if (print.confidence >= beyond_doubt) return true;
    const std::u32string a = bare(lower(print.normalized));
    const std::u32string b = bare(lower(claim.normalized));
    const auto longer = static_cast<double>(std::max<std::size_t>({a.size(), b.size(), 1}));
    return print.confidence >= read_fairly && differing_letters(a, b) > misread_share * longer;
}

void add_alternative(Field& field, const std::string& value) {
    if (value == field.normalized) return;
    if (std::find(field.alternatives.begin(), field.alternatives.end(), value) == field.alternatives.end())
        field.alternatives.push_back(value);
}

/// The claims about one field, and what is printed of it.
struct Hearing {
    std::string name;
    Field* print = nullptr;
    std::vector<const Claim*> claims;
};

const Claim* best_claim(const Hearing& hearing) {
    const Claim* best = nullptr;
    for (const Claim* claim : hearing.claims) {
        if (claim->bare) continue;
        const auto rank = [](const Claim& each) { return std::pair{each.certain, each.confidence}; };
        if (best == nullptr || rank(*claim) > rank(*best)) best = claim;
    }
    return best;
}

/// Nothing printed was read: the claim is the field.
Field field_of(const Claim& claim) {
    return {claim.field, claim.value, claim.normalized, claim.confidence, "review", {claim.evidence}, {}};
}

/// The print gives way to the claim and stays as its evidence.
void take_over(Field& field, const Claim& claim) {
    Field taken = field_of(claim);
    taken.evidence.insert(taken.evidence.end(), field.evidence.begin(), field.evidence.end());
    taken.alternatives = field.alternatives;
    if (!is_same(field, claim)) taken.alternatives.insert(taken.alternatives.begin(), field.normalized);
    field = std::move(taken);
}

/// Of two names that differ in signs of writing alone the code's is as exact as the print's.
void judge_with_claim(Field& field, const Hearing& hearing, const Claim& best, bool printed) {
    const bool contradicted = printed && contradicts(field, best);
    const Field print = field;
    if (printed) take_over(field, best);
    bool disputed = contradicted;
    for (const Claim* claim : hearing.claims) {
        if (claim == &best) continue;
        if (is_same(best, *claim)) {
            field.evidence.push_back(claim->evidence);
            continue;
        }
        // A name that a zone has otherwise, or a second certain witness: another person, or a forgery.
        if (claim->certain || (claim->bare && claim->confidence >= sure_of_letters)) disputed = true;
        if (claim->certain || claim->confidence >= read_well) field.evidence.push_back(claim->evidence);
        add_alternative(field, claim->normalized);
    }
    field.status = disputed ? "review" : "accepted";
    if (disputed) field.confidence = std::min(field.confidence, 0.5);
}

/// No witness is certain: what is printed stands, confirmed or not.
void judge_print(Field& field, const Hearing& hearing) {
    for (const Claim* claim : hearing.claims) {
        if (!is_same(field, *claim)) {
            add_alternative(field, claim->normalized);
            continue;
        }
        field.evidence.push_back(claim->evidence);
        // Letters that two readings have alike need no certainty of each.
        const bool alike = claim->bare ? field.confidence >= marks_read
                                       : field.confidence >= read_well && claim->confidence >= read_well;
        if (alike) field.status = "accepted";
    }
}

void judge(std::vector<Field>& fields, const Hearing& hearing) {
    const Claim* best = best_claim(hearing);
    if (hearing.print == nullptr) {
        if (best == nullptr || best->beside) return;  // a name without marks is nobody's name
        Field field = field_of(*best);
        if (best->certain) judge_with_claim(field, hearing, *best, false);
        fields.push_back(std::move(field));
        return;
    }
    if (best != nullptr && best->certain) {
        judge_with_claim(*hearing.print, hearing, *best, true);
    } else {
        judge_print(*hearing.print, hearing);
    }
}

Field* named(std::vector<Field>& fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &Field::name);
    return found == fields.end() ? nullptr : &*found;
}

std::optional<Date> date_of(const Field* field) {
    if (field == nullptr) return std::nullopt;
    return date_as_typed(field->normalized);
}

/// Sex and year that the number tells.
void weigh_number(std::vector<Field>& fields) {
    Field* number = named(fields, "holder.id_number");
    const auto read = number == nullptr ? std::nullopt : read_personal_number(number->normalized);
    if (!read || number->evidence.empty()) return;
    Field* sex = named(fields, "holder.sex");
    Field* birth = named(fields, "holder.birth_date");
    const NumberAgreement told = compare(*read, sex == nullptr ? "" : sex->normalized, date_of(birth));
    const bool sure = number->status == "accepted" || number->confidence >= read_well;
    if (sex != nullptr && told.sex == Agreement::agrees && sure && sex->confidence >= read_well &&
        sex->status == "review" && sex->alternatives.empty()) {
        sex->status = "accepted";
        sex->evidence.push_back(number->evidence.front());
    }
    const auto doubt = [](Field* field) {
        if (field != nullptr && field->status == "review") field->confidence *= 0.5;
    };
    if (told.sex == Agreement::disagrees) doubt(sex), doubt(number);
    if (told.birth_year == Agreement::disagrees) doubt(birth), doubt(number);
}

}  // namespace

void cross_check(std::vector<Field>& fields, const std::vector<Claim>& claims) {
    std::vector<Hearing> hearings;
    for (const Claim& claim : claims) {
        auto hearing = std::ranges::find(hearings, claim.field, &Hearing::name);
        if (hearing == hearings.end()) {
            hearings.push_back({claim.field, nullptr, {}});
            hearing = std::prev(hearings.end());
        }
        hearing->claims.push_back(&claim);
    }
    for (Hearing& hearing : hearings) {
        hearing.print = named(fields, hearing.name);
        judge(fields, hearing);
    }
    weigh_number(fields);
}

}  // namespace sohoa::dossier
