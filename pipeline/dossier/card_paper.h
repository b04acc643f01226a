#pragma once
#include <optional>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/identity/claims.h"
#include "pipeline/dossier/title.h"

namespace sohoa::dossier {

/// Which card it is: by its words, where they name one (`by_words`); else by what its codes and zones are.
Kind kind_of_card(const std::vector<Claim>& claims, const Kind& by_words);

/// Whether a certain witness gives the holder's number.
bool tells_number(const std::vector<Claim>& claims);

/// Weighs all that was read of a card against its codes, zones and number (identity/cross_check.h), and what cards have
/// by rule: fixed words, days on which they end. Then the owner is the holder.
void weigh_card(std::vector<Field>& fields, const std::vector<Claim>& claims, const std::optional<Title>& title);

}  // namespace sohoa::dossier
