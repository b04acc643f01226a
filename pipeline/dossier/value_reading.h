#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ocr/text/grammar.h"
#include "pipeline/dossier/label_table.h"
#include "pipeline/dossier/passage.h"

namespace sohoa::dossier {

/// Reads the value that stands after a label into fields: none where it does not have the shape its type asks for,
/// several for an identity paper (id_kind, id_number, id_issue_date, id_issuer beside `name`'s last part).
std::vector<Field> read_value(const Passage& value, ValueType type, const std::string& name);

/// What alone a value of this type can hold; nullopt where it is more than figures or a code.
std::optional<ocr::Grammar> grammar_of(ValueType type);

/// True where a value of this type may go on in the next line.
bool runs_over_lines(ValueType type);

}  // namespace sohoa::dossier
