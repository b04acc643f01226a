#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/dossier/identity/one_stop_qr.h"

namespace sohoa::dossier {

/// The member of a paper that a table calls by this name ("dossier_code"); nullptr for another name.
std::string* field_of(OneStopPaper& paper, std::string_view name);

/// The member that other systems call so ("Mã hồ sơ", "maHoSo", "ma_ho_so"); nullptr where none is.
std::string* aliased_field(OneStopPaper& paper, std::string_view alias);

/// An identifier of a person or an organisation: 1 to 35 letters and digits, with `-` and `.` between them.
bool is_owner_id(std::string_view text);

}  // namespace sohoa::dossier
