#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

enum class AgencySyntax {
    right_to_left,  ///< "000.00.00.H41": level 4 . 3 . 2 . 1 (QCVN 102:2016/BTTTT)
    left_to_right,  ///< "H41.12.3": level 1 first (QĐ 20/2020/QĐ-TTg Đ.4)
    other           ///< "Z2…": who is neither an agency nor a business (Đ.6)
};

/// The identifier of an agency.
struct AgencyId {
    std::string normal;  ///< capitals, no blanks
    AgencySyntax syntax = AgencySyntax::left_to_right;
    std::vector<std::string> levels;  ///< from level 1 down; levels of zeros only are left out at the end
    std::string name;                 ///< of its level 1; empty where the table does not know it
    CodeWarnings warnings;
};

/// `on` is the day for which the code was given, for the table's dates; none: the code's own form alone counts. nullopt
/// where it has no agency's form. Longer than 35 characters is a warning.
std::optional<AgencyId> read_agency_id(std::string_view text, const std::optional<Date>& on = std::nullopt);

/// The name of a level-1 code; adds unknown_agency or expired_agency to `warnings`.
std::string level_one_name(std::string_view code, const std::optional<Date>& on, CodeWarnings& warnings);

}  // namespace sohoa::dossier
