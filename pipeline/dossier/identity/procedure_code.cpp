#include "pipeline/dossier/identity/procedure_code.h"

#include "base/vietnamese.h"

namespace sohoa::dossier {

std::optional<ProcedureCode> read_procedure_code(std::string_view text) {
    constexpr std::size_t length_of_procedure = 8;
    const auto code = plain_code(text);
    if (!code) return std::nullopt;
    CodeCursor at(std::u32string_view(*code).substr(0, length_of_procedure));
    const std::string kind = at.digits(1);
    at.one_of(".");
    const std::string number = at.digits(6);
    if (!at.done()) return std::nullopt;
    ProcedureCode result;
    result.procedure = kind + "." + number;
    result.normal = result.procedure;
    bool mended = at.mended();
    if (code->size() > length_of_procedure) {
        if ((*code)[length_of_procedure] != U'.') return std::nullopt;
        const std::u32string rest = code->substr(length_of_procedure + 1);
        CodeCursor suffix(rest);
        const std::string variant = suffix.digits(2);
        if (suffix.done()) {
            result.variant = variant;
            result.normal += "." + variant;
            mended = mended || suffix.mended();
        } else {
            const auto agency = read_agency_id(to_utf8(rest));
            if (!agency || agency->syntax == AgencySyntax::other) return std::nullopt;
            result.agency = agency;
            result.warnings = agency->warnings;
            result.normal += "." + agency->normal;
        }
    }
    if (mended) result.warnings.push_back(CodeWarning::mended);
    return result;
}

}  // namespace sohoa::dossier
