#pragma once
#include <optional>
#include <vector>

#include "pipeline/dossier/sheet.h"
#include "pipeline/dossier/title.h"

namespace sohoa::dossier {

/// Sets the status of fields that two witnesses tell alike to "accepted"; what stands on one reading stays "review",
/// however sure its words are. Witnesses besides a field's own reading are:
/// - for number, symbol and date of the paper: a second mention with the same number and symbol ("Ban hành kèm theo
/// Quyết
///   định số 12/QĐ-UBND ngày …");
/// - for the symbol: each of its groups is told by the title (QĐ) or by the initials of the agency (UBND, SXD);
/// - for the title: the symbol;
/// - for a date: the same date in words beside it;
/// - for names and identity numbers: the same name or number printed elsewhere on the pages;
/// - for the sex and for a year of birth: the identity number, which holds both (TT 59/2021/TT-BCA, Điều 4).
///
/// Fields that contradict their witness lose half of their confidence. Every reading must be sure by itself, too.
void weigh_witnesses(std::vector<Field>& fields, const std::vector<const Sheet*>& pages,
                     const std::optional<Title>& title);

}  // namespace sohoa::dossier
