#pragma once
#include <string>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// A field read from the text of one piece. Its confidence is the least of its words' times how strong the rule is that
/// found it (0 … 1); text alone is one witness, so its status is review.
Field field_from(const Piece& piece, std::size_t begin, std::size_t end, std::string name, std::string normalized,
                 double rule_strength);

/// More text of the same field: value and normal form joined by a blank, a hyphen at the line end healed.
void extend(Field& field, const Piece& piece, std::size_t begin, std::size_t end, double rule_strength);

/// Text in the contract's normal form: one line, single blanks, no punctuation hanging at the ends.
std::string normal_text(std::string_view text);

/// "NGUYỄN THỊ BÍCH NGỌC": NFC, single blanks, upper case; signs that no name holds are dropped.
std::string normal_name(std::string_view text);

/// nullptr where there is no field of that name.
const Field* field_named(const std::vector<Field>& fields, std::string_view name);

}  // namespace sohoa::dossier
