#include "pipeline/dossier/identity/agency_id.h"

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_tables.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_agency_id = 35;

std::optional<AgencyId> right_to_left_agency(std::u32string_view code) {
    CodeCursor at(code);
    std::vector<std::string> groups;
    for (const std::size_t length : {3U, 2U, 2U}) {
        groups.push_back(at.digits(length));
        at.one_of(".");
    }
    const std::string letter = at.letter();
    groups.push_back(letter + at.digits(2));
    if (!at.done()) return std::nullopt;
    AgencyId agency;
    agency.syntax = AgencySyntax::right_to_left;
    agency.normal = groups[0] + "." + groups[1] + "." + groups[2] + "." + groups[3];
    agency.levels.assign(groups.rbegin(), groups.rend());
    while (agency.levels.size() > 1 && agency.levels.back().find_first_not_of('0') == std::string::npos)
        agency.levels.pop_back();
    if (at.mended()) agency.warnings.push_back(CodeWarning::mended);
    return agency;
}

std::optional<AgencyId> left_to_right_agency(std::u32string_view code) {
    CodeCursor at(code);
    const std::string letter = at.letter();
    AgencyId agency;
    agency.levels.push_back(letter + at.digits(2));
    while (at.fits() && !at.ended()) {
        at.one_of(".");
        agency.levels.push_back(at.letters_or_digits(1, longest_agency_id));
    }
    if (!at.done() || letter > "Y") return std::nullopt;
    // "000.00.H41" is half of the other direction, no agency of letter O.
    const bool letter_mended = static_cast<char32_t>(letter.front()) != code.front();
    if (letter_mended && row_of(level_one_agencies(), agency.levels.front()) == nullptr) return std::nullopt;
    for (const std::string& level : agency.levels) agency.normal += (agency.normal.empty() ? "" : ".") + level;
    if (at.mended()) agency.warnings.push_back(CodeWarning::mended);
    return agency;
}

std::optional<AgencyId> other_agency(std::u32string_view code) {
    CodeCursor at(code);
    if (!at.passes("Z2")) return std::nullopt;
    const std::string rest = at.letters_or_digits(1, 64);
    if (!at.done()) return std::nullopt;
    return AgencyId{"Z2" + rest, AgencySyntax::other, {"Z2" + rest}, "", {}};
}

}  // namespace

std::string level_one_name(std::string_view code, const std::optional<Date>& on, CodeWarnings& warnings) {
    const CodeRow* row = row_of(level_one_agencies(), code);
    if (row == nullptr) {
        warnings.push_back(CodeWarning::unknown_agency);
        return {};
    }
    if (on && !in_force(*row, *on)) warnings.push_back(CodeWarning::expired_agency);
    return row->name;
}

std::optional<AgencyId> read_agency_id(std::string_view text, const std::optional<Date>& on) {
    const auto code = plain_code(text);
    if (!code) return std::nullopt;
    auto agency = right_to_left_agency(*code);
    if (!agency) agency = left_to_right_agency(*code);
    if (!agency) agency = other_agency(*code);
    if (!agency) return std::nullopt;
    if (agency->syntax != AgencySyntax::other)
        agency->name = level_one_name(agency->levels.front(), on, agency->warnings);
    if (agency->normal.size() > longest_agency_id) agency->warnings.push_back(CodeWarning::too_long);
    return agency;
}

}  // namespace sohoa::dossier
