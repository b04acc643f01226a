#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace sohoa::dossier {

/// A row of a code table in models/identity/.
struct CodeRow {
    std::string code;
    std::string name;
    std::string valid_from;  ///< ISO date from which the code is given out; empty where that is not known
    std::string valid_to;    ///< the last such day; empty while it is given out
};

/// Codes of birth registration in the first three digits of personal numbers: 63 provinces (TT 07/2016/TT-BCA, annex
/// I).
const std::vector<CodeRow>& birth_places();

/// Level-1 codes of agencies: ministries G.., provinces H.. (QĐ 20/2020/QĐ-TTg).
const std::vector<CodeRow>& level_one_agencies();

/// The row of a code; nullptr where the table has none.
const CodeRow* row_of(const std::vector<CodeRow>& table, std::string_view code);

/// Whether the code was given out on that day. A day that is not wholly known is in force.
bool in_force(const CodeRow& row, const Date& day);

/// Names by which other systems call a field of a one-stop paper in JSON and in addresses, folded, letters and digits
/// only; as "mahoso" → "dossier_code".
struct FieldAlias {
    std::string alias;
    std::string field;
};
const std::vector<FieldAlias>& one_stop_aliases();

/// As in made_by.tables: "birth places 2026.11".
std::vector<std::string> identity_table_versions();

}  // namespace sohoa::dossier
