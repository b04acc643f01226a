#include "pipeline/dossier/identity/dossier_code.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

constexpr std::string_view code_joints = "-/";

/// yyMMdd; the rule dates from 2018.
std::optional<Date> day_of_code(const std::string& digits) {
    const auto two = [&](std::size_t at) { return 10 * (digits[at] - '0') + (digits[at + 1] - '0'); };
    const Date date{2000 + two(0), two(2), two(4)};
    return date.month > 0 && date.day > 0 && is_valid(date) ? std::optional(date) : std::nullopt;
}

bool warns_of(const CodeWarnings& warnings, CodeWarning what) {
    return std::find(warnings.begin(), warnings.end(), what) != warnings.end();
}

}  // namespace

std::optional<DossierCode> read_dossier_code(std::string_view text) {
    const auto code = plain_code(text);
    if (!code) return std::nullopt;
    const std::size_t joint = code->find_first_of(U"-/");
    if (joint == std::u32string::npos) return std::nullopt;
    CodeCursor at(std::u32string_view(*code).substr(joint));
    at.one_of(code_joints);
    DossierCode dossier;
    dossier.received = at.digits(6);
    at.one_of(code_joints);
    dossier.ordinal = at.digits(4, 10);
    if (at.fits() && !at.ended()) {
        at.one_of("-/.");
        if (!at.passes("KQ")) return std::nullopt;
        const std::string number = at.digits(1, 3);
        for (const char c : number) dossier.result = 10 * dossier.result + (c - '0');
        if (dossier.result == 0) return std::nullopt;
    }
    if (!at.done()) return std::nullopt;
    dossier.received_date = day_of_code(dossier.received);
    const auto agency = read_agency_id(to_utf8(std::u32string_view(*code).substr(0, joint)), dossier.received_date);
    if (!agency || agency->syntax == AgencySyntax::other) return std::nullopt;
    dossier.agency = *agency;
    dossier.online = agency->normal == "G22.99" || agency->normal.starts_with("G22.99.");
    dossier.dossier = agency->normal + "-" + dossier.received + "-" + dossier.ordinal;
    dossier.normal = dossier.dossier + (dossier.result > 0 ? "-KQ" + std::to_string(dossier.result) : "");
    dossier.warnings = agency->warnings;
    if (at.mended() && !warns_of(dossier.warnings, CodeWarning::mended))
        dossier.warnings.push_back(CodeWarning::mended);
    if (!dossier.received_date) dossier.warnings.push_back(CodeWarning::impossible_date);
    return dossier;
}

}  // namespace sohoa::dossier
