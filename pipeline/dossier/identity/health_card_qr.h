#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace sohoa::dossier {

/// The QR of a thẻ bảo hiểm y tế: "card number|hex of the name in UTF-8|dd/MM/yyyy|1 or 2|hex of the address|…".
struct HealthCardQr {
    std::string card_number;  ///< ten digits, or the older fifteen characters "GD4790000000001"
    std::string full_name;    ///< NFC
    std::optional<Date> birth_date;
    std::string sex;  ///< "Nam" (1) or "Nữ" (2); empty when it is neither
    std::string address;
    std::vector<std::string> others;  ///< the fields after the address, byte for byte: facility, dates, checks
};

/// The number of a health insurance card: ten digits, or two letters and thirteen digits before it.
/// The number alone, capitals, without blanks; nullopt for anything else.
std::optional<std::string> read_health_card_number(std::string_view text);

/// nullopt where the first field is no card number or the second is no name in hex. A date or a sex that cannot be read
/// stays empty; the date may be a year alone.
std::optional<HealthCardQr> read_health_card_qr(std::string_view text);

}  // namespace sohoa::dossier
