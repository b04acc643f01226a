#include "pipeline/dossier/identity/card_qr.h"

#include <algorithm>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_payload = 4000;  ///< bytes; a QR code holds at most 2953

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (true) {
        const std::size_t bar = text.find('|', at);
        parts.push_back(single_spaced(text.substr(at, bar == std::string_view::npos ? bar : bar - at)));
        if (bar == std::string_view::npos) return parts;
        at = bar + 1;
    }
}

bool all_digits(const std::string& text, std::size_t length) {
    return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_old_number(const std::string& text) {
    return text.empty() || all_digits(text, 9) || all_digits(text, 12);
}

bool is_name(const std::string& text) {
    const std::u32string points = to_utf32(text);
    return !points.empty() && points.size() <= 100 && std::none_of(points.begin(), points.end(), is_digit) &&
           std::any_of(points.begin(), points.end(), is_word_character);
}

/// ddMMyyyy, where 00 stands for an unknown day or month.
std::optional<Date> card_date(const std::string& digits) {
    if (const auto date = date_from_ddmmyyyy(digits)) return date;
    if (!all_digits(digits, 8)) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) { return std::stoi(digits.substr(at, length)); };
    Date date{number(4, 4), number(2, 2), number(0, 2)};
    if (date.month == 0) date.day = 0;
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string card_sex(const std::string& text) {
    const std::string bare_text = folded(text);
    if (bare_text == "nam") return "Nam";
    if (bare_text == "nu") return "Nữ";
    return {};
}

}  // namespace

std::optional<CardQr> read_card_qr(std::string_view text) {
    if (text.size() > longest_payload) return std::nullopt;
    std::vector<std::string> parts = split(text);
    if (parts.size() < 3 || !all_digits(parts[0], 12)) return std::nullopt;
    if (!is_old_number(parts[1])) parts.insert(parts.begin() + 1, std::string{});
    parts.resize(std::max<std::size_t>(parts.size(), 7));
    const auto birth_date = card_date(parts[3]);
    if (!is_old_number(parts[1]) || !is_name(parts[2]) || !birth_date) return std::nullopt;
    return CardQr{parts[0], parts[1], parts[2], *birth_date, card_sex(parts[4]), parts[5], card_date(parts[6])};
}

}  // namespace sohoa::dossier
