#pragma once
#include <string_view>
#include <variant>

#include "pipeline/dossier/identity/card_qr.h"
#include "pipeline/dossier/identity/dossier_code.h"
#include "pipeline/dossier/identity/health_card_qr.h"
#include "pipeline/dossier/identity/one_stop_qr.h"
#include "pipeline/dossier/identity/paper_serial.h"
#include "pipeline/dossier/identity/payment_code.h"
#include "pipeline/dossier/identity/personal_number.h"
#include "pipeline/dossier/identity/portal_link.h"

namespace sohoa::dossier {

struct UnknownPayload {};

/// A code of VNeID: valid for moments and understood by its server alone, so nothing is read from it.
struct VneidCode {};

/// What a QR code or a barcode on a paper carries. The order of the alternatives is that of PayloadKind.
using PayloadContent = std::variant<UnknownPayload, CardQr, HealthCardQr, OneStopQr, PortalLink, VneidCode, PaymentCode,
                                    DossierCode, PersonalNumber, LandBarcode>;

enum class PayloadKind {
    unknown,
    card,
    health_card,
    one_stop,
    portal_link,
    vneid,
    payment,
    dossier_code,     ///< a barcode of a receipt
    personal_number,  ///< a barcode of a citizen card of 2016
    land_barcode
};

struct Payload {
    PayloadContent content;

    PayloadKind kind() const { return static_cast<PayloadKind>(content.index()); }
};

/// "card", "health_card" …: the enumerator's name.
std::string_view name_of(PayloadKind kind);

/// Whatever stood in the code, recognised by its form alone; never fails. Blanks at the ends are passed over.
Payload read_payload(std::string_view text);

}  // namespace sohoa::dossier
