#include "pipeline/dossier/identity/payload.h"

#include <array>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

namespace {

std::string_view trimmed_payload(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_vneid(std::string_view text) {
    if (folded(text.substr(0, 6)) == "vneid:") return true;
    const auto link = read_portal_link(text);
    return link && link->government && (link->host == "vneid.gov.vn" || link->host.ends_with(".vneid.gov.vn"));
}

}  // namespace

std::string_view name_of(PayloadKind kind) {
    constexpr std::array<std::string_view, std::variant_size_v<PayloadContent>> names{
        "unknown", "card",    "health_card",  "one_stop",        "portal_link",
        "vneid",   "payment", "dossier_code", "personal_number", "land_barcode"};
    return names[static_cast<std::size_t>(kind)];
}

Payload read_payload(std::string_view raw) {
    const std::string_view text = trimmed_payload(raw);
    if (auto card = read_card_qr(text)) return {*std::move(card)};
    if (auto card = read_health_card_qr(text)) return {*std::move(card)};
    if (auto payment = read_payment_code(text)) return {*payment};
    if (is_vneid(text)) return {VneidCode{}};
    if (auto link = read_portal_link(text)) return {*std::move(link)};
    if (auto paper = read_one_stop_qr(text)) return {*std::move(paper)};
    if (auto code = read_dossier_code(text)) return {*std::move(code)};
    if (is_digits(text, 12)) {
        if (auto number = read_personal_number(text)) return {*std::move(number)};
    }
    if (auto land = read_land_barcode(text)) return {*std::move(land)};
    return {UnknownPayload{}};
}

}  // namespace sohoa::dossier
