#include "pipeline/dossier/amount_text.h"

#include <algorithm>

#include "base/vietnamese.h"
#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

std::optional<Amount> find_amount(const std::u32string& text) {
    const auto first = std::find_if(text.begin(), text.end(), is_digit);
    if (first == text.end()) return std::nullopt;
    Amount amount{{}, static_cast<std::size_t>(first - text.begin()), 0};
    std::size_t k = amount.begin;
    while (k < text.size()) {
        if (is_digit(text[k])) {
            amount.text.push_back(static_cast<char>(text[k++]));
            continue;
        }
        std::size_t after = k + 1;
        while (after < text.size() && is_digit(text[after])) ++after;
        const std::size_t digits = after - k - 1;
        if ((text[k] != U'.' && text[k] != U',') || digits == 0) break;
        const bool groups = text[k] == U'.' && digits == 3;
        if (!groups) amount.text.push_back('.');
        ++k;
        if (!groups && amount.text.find('.') != amount.text.size() - 1) return std::nullopt;
    }
    amount.end = k;
    while (amount.text.size() > 1 && amount.text[0] == '0' && amount.text[1] != '.') amount.text.erase(0, 1);
    if (amount.text.find('.') != std::string::npos) {
        while (amount.text.back() == '0') amount.text.pop_back();
        if (amount.text.back() == '.') amount.text.pop_back();
    }
    return amount;
}

std::u32string with_square_metres(std::u32string text) {
    for (std::size_t k = 1; k + 1 < text.size(); ++k) {
        if (text[k] != U'm') continue;
        std::size_t figure = k;
        while (figure > 0 && text[figure - 1] == U' ') --figure;
        if (figure == 0 || !is_digit(text[figure - 1])) continue;
        const char32_t sign = text[k + 1];
        const bool ends = k + 2 == text.size() || !is_word_character(text[k + 2]);
        const bool square = sign == U'?' || sign == U'2' || sign == U'”' || sign == U'"' || is_upper(sign) ||
                            bare(std::u32string(1, sign)) == U"y";
        if (ends && square) text[k + 1] = U'²';
    }
    return text;
}

}  // namespace sohoa::dossier
