// A QR code on a paper says whatever its maker liked: it is recognised or left alone, and what comes out of it holds
// the form that its reader promises.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "pipeline/dossier/identity/payload.h"

namespace {

using namespace sohoa::dossier;

void expect(bool promise) {
    if (!promise) std::abort();
}

void look_at(const OneStopQr& code) {
    expect(read_dossier_code(code.paper.dossier_code).has_value());
    expect(normalized(code.paper) == code.paper);
    // What can be printed again is read again.
    if (const auto text = write_one_stop_qr(code.paper)) {
        const auto again = read_one_stop_qr(*text);
        expect(again && again->paper == code.paper);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const Payload payload = read_payload(text);
    expect(!name_of(payload.kind()).empty());
    if (const auto* code = std::get_if<OneStopQr>(&payload.content)) look_at(*code);
    if (const auto* link = std::get_if<PortalLink>(&payload.content)) {
        expect(!link->host.empty() && link->host.find('@') == std::string::npos);
        expect(link->dossier_code.empty() || read_dossier_code(link->dossier_code).has_value());
    }
    if (const auto* card = std::get_if<HealthCardQr>(&payload.content))
        expect(!card->full_name.empty() && read_health_card_number(card->card_number).has_value());
    return payload.kind() == PayloadKind::unknown ? 0 : 1;
}
