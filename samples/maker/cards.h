#pragma once
#include <string_view>

#include "samples/maker/form.h"

namespace sohoa::maker {

/// Identity cards, 85.6 × 54 mm. `face`: "front" or "back" on a small sheet, "both" one above the other on A4 as desks
/// copy them.
Paper identity_card_2021(std::string_view face, Random random, int dpi);  ///< cccd
Paper identity_card_2024(std::string_view face, Random random, int dpi);  ///< can_cuoc
/// The same holder on the faces of several papers.
Paper identity_card_2021_of(const Person& holder, std::string_view face, Random random, int dpi);
Paper identity_card_2024_of(const Person& holder, std::string_view face, Random random, int dpi);

}  // namespace sohoa::maker
