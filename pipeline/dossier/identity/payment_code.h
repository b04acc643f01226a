#pragma once
#include <optional>
#include <string_view>

namespace sohoa::dossier {

/// A payment code (EMVCo QR, VietQR): recognised so that nobody takes it for something else. Accounts and amounts are
/// not read.
struct PaymentCode {
    bool vietqr = false;       ///< of NAPAS: its identifier A000000727 in field 38
    bool check_holds = false;  ///< CRC-16/CCITT (polynomial 1021, start FFFF) over all but its four digits
};

/// nullopt where the text is not EMVCo's row of two digits of name, two of length, and a value, or does not begin with
/// "000201".
std::optional<PaymentCode> read_payment_code(std::string_view text);

}  // namespace sohoa::dossier
