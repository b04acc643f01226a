#include "pipeline/dossier/identity/health_card_qr.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/card_qr_field.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_health_payload = 4000;  ///< bytes

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The text behind hex digits, NFC; empty where they are none or the bytes are no UTF-8.
std::string text_from_hex(std::string_view hex) {
    if (hex.empty() || hex.size() % 2 != 0) return {};
    std::string bytes;
    for (std::size_t k = 0; k < hex.size(); k += 2) {
        const int high = hex_value(hex[k]);
        const int low = hex_value(hex[k + 1]);
        if (high < 0 || low < 0) return {};
        bytes.push_back(static_cast<char>(16 * high + low));
    }
    const std::string text = single_spaced(bytes);
    return text.find("\uFFFD") == std::string::npos ? text : std::string();
}

std::optional<Date> health_card_date(const std::string& text) {
    if (const auto date = date_as_typed(text)) return date;
    return card_date(text);
}

}  // namespace

std::optional<std::string> read_health_card_number(std::string_view text) {
    const auto code = plain_code(text, 15);
    if (!code) return std::nullopt;
    const std::string number = to_utf8(*code);
    if (is_digits(number, 10)) return number;
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (number.size() != 15 || !letter(number[0]) || !letter(number[1])) return std::nullopt;
    return is_digits(std::string_view(number).substr(2), 13) ? std::optional(number) : std::nullopt;
}

std::optional<HealthCardQr> read_health_card_qr(std::string_view text) {
    if (text.size() > longest_health_payload) return std::nullopt;
    const CardTexts fields = card_texts(text);
    if (fields.size() < 3) return std::nullopt;
    const auto number = read_health_card_number(fields[0].text);
    if (!number) return std::nullopt;
    HealthCardQr card;
    card.card_number = *number;
    card.full_name = text_from_hex(fields[1].text);
    if (!is_card_name(card.full_name)) return std::nullopt;
    card.birth_date = health_card_date(fields[2].text);
    if (fields.size() > 3) card.sex = fields[3].text == "1" ? "Nam" : fields[3].text == "2" ? "Nữ" : "";
    if (fields.size() > 4) card.address = text_from_hex(fields[4].text);
    for (std::size_t k = 5; k < fields.size(); ++k) card.others.push_back(fields[k].raw);
    return card;
}

}  // namespace sohoa::dossier
