#pragma once
#include <string_view>

#include "samples/maker/form.h"

namespace sohoa::maker {

/// Identity cards, 85.6 × 54 mm. `face`: "front" or "back" on a small sheet, "both" one above the other on A4 as desks
/// copy them.
/// The card of 2021 is issued until June 2024, the other from July 2024 on; a holder with another day of issue gets
/// one.
Paper identity_card_2021(const Person& holder, std::string_view face, Random random, int dpi);  ///< cccd
Paper identity_card_2024(const Person& holder, std::string_view face, Random random, int dpi);  ///< can_cuoc

/// Days on which cards of 2021 were issued.
bool has_card_of_2021(const Person& person);

}  // namespace sohoa::maker
