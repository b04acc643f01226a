#include "pipeline/dossier/identity/card_qr_field.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

CardTexts card_texts(std::string_view payload) {
    CardTexts fields;
    std::size_t at = 0;
    while (true) {
        const std::size_t bar = payload.find('|', at);
        const std::string_view raw = payload.substr(at, bar == std::string_view::npos ? bar : bar - at);
        fields.push_back({std::string(raw), single_spaced(raw)});
        if (bar == std::string_view::npos) return fields;
        at = bar + 1;
    }
}

std::optional<Date> card_date(std::string_view digits) {
    if (!is_digits(digits, 8)) return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : digits.substr(at, length)) value = 10 * value + (c - '0');
        return value;
    };
    Date date{number(4, 4), number(2, 2), number(0, 2)};
    if (date.month == 0) date.day = 0;
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string card_sex(std::string_view text) {
    const std::string word = folded(text);
    if (word == "nam") return "Nam";
    if (word == "nu") return "Nữ";
    return {};
}

bool is_card_name(std::string_view text) {
    const std::u32string points = to_utf32(text);
    return !points.empty() && points.size() <= 100 && std::none_of(points.begin(), points.end(), is_digit) &&
           std::any_of(points.begin(), points.end(), is_word_character);
}

}  // namespace sohoa::dossier
