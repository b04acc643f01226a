#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/dossier/identity/agency_id.h"

namespace sohoa::dossier {

/// Mã thủ tục hành chính: "1.001193", of an agency "1.001193.000.00.00.H41" or "1.001193.H41", of a variant on line
/// "1.000894.01". Which codes exist changes with each decision that announces them, so none is refused for its value.
struct ProcedureCode {
    std::string normal;
    std::string procedure;           ///< "1.001193"
    std::string variant;             ///< "01"; empty for none
    std::optional<AgencyId> agency;  ///< where one is named
    CodeWarnings warnings;
};

std::optional<ProcedureCode> read_procedure_code(std::string_view text);

}  // namespace sohoa::dossier
