#pragma once
#include <optional>

#include "pipeline/dossier/identity/card_qr.h"
#include "pipeline/dossier/identity/card_qr_field.h"

namespace sohoa::dossier {

/// Fields of a card's code in an order that nobody published, told apart by their form; the first is the number. What
/// could be two fields is the first of them and only likely; its rivals stand in `others`. nullopt where there is no
/// name or no date of birth, or where a field of digits has a length that no number or date has.
std::optional<CardQr> card_by_form(const CardTexts& fields);

}  // namespace sohoa::dossier
