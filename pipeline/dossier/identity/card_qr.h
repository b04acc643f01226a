#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace sohoa::dossier {

/// What the QR of a căn cước công dân (chip, 2021) or căn cước (2024) says:
/// "number|old number|name|ddMMyyyy|sex|residence|ddMMyyyy (issued)|…". Texts are NFC.
struct CardQr {
    std::string id_number;      ///< 12 digits
    std::string old_id_number;  ///< 9 or 12 digits, or empty
    std::string full_name;      ///< as printed
    Date birth_date;            ///< day and month 0 where the card does not know them
    std::string sex;            ///< "Nam" or "Nữ"; empty when it is neither
    std::string residence;
    std::optional<Date> issued;
};

/// nullopt for anything that breaks the grammar in its first four fields: such a text is no card's. Cards with fewer
/// than seven fields leave the later ones empty; fields after the seventh are ignored. An empty old number keeps its
/// place; where it was left out with its bar, the name is found in its place.
std::optional<CardQr> read_card_qr(std::string_view text);

}  // namespace sohoa::dossier
