#include "ocr/codes/mrz_layout.h"

#include <algorithm>
#include <array>

namespace sohoa::ocr {

namespace {

constexpr std::string_view mrz_digits = "0123456789";
constexpr std::string_view mrz_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view mrz_filler = "<";
constexpr std::string_view mrz_letters_or_filler = "ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
constexpr std::string_view mrz_digits_or_filler = "0123456789<";
constexpr std::string_view mrz_any = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";
constexpr std::string_view mrz_sexes = "MFX<";
constexpr std::string_view vietnam_code = "VNM";

constexpr std::array all_mrz_fields{MrzField::document_code, MrzField::issuing_state, MrzField::document_number,
                                    MrzField::optional_data, MrzField::birth_date,    MrzField::sex,
                                    MrzField::expiry_date,   MrzField::nationality,   MrzField::second_optional_data,
                                    MrzField::name};

bool contains(const MrzRange& range, int line, int position) {
    return range.line == line && position >= range.begin && position < range.end;
}

std::vector<CheckDigit> card_check_digits() {
    return {{"document_number", 0, 14, {{0, 5, 14}}},
            {"optional_data", 0, 29, {{0, 15, 29}}},
            {"birth_date", 1, 6, {{1, 0, 6}}},
            {"expiry_date", 1, 14, {{1, 8, 14}}},
            {"composite", 1, 29, {{0, 5, 30}, {1, 0, 7}, {1, 8, 15}, {1, 18, 29}}}};
}

std::vector<CheckDigit> two_line_check_digits(bool passport) {
    std::vector<CheckDigit> digits{{"document_number", 1, 9, {{1, 0, 9}}},
                                   {"birth_date", 1, 19, {{1, 13, 19}}},
                                   {"expiry_date", 1, 27, {{1, 21, 27}}}};
    if (passport) digits.push_back({"optional_data", 1, 42, {{1, 28, 42}}});
    const int composite = passport ? 43 : 35;
    digits.push_back({"composite", 1, composite, {{1, 0, 10}, {1, 13, 20}, {1, 21, composite}}});
    return digits;
}

/// The number that goes on in the optional data: its first nine characters, the rest, and the digit behind them.
CheckState state_of_long_number(MrzFormat format, std::span<const std::string> lines) {
    const std::string begun = text_of(lines, range_of(format, MrzField::document_number));
    const std::string rest = text_of(lines, range_of(format, MrzField::optional_data));
    const std::size_t end = std::min(rest.find('<'), rest.size());
    if (end < 2) return CheckState::fails;
    const auto wanted = check_digit(begun + rest.substr(0, end - 1));
    return wanted && *wanted == rest[end - 1] ? CheckState::holds : CheckState::fails;
}

/// Of any issuer's paper, inside a field.
std::string_view alphabet_of(MrzField field, int offset) {
    switch (field) {
        case MrzField::document_code:
            return offset == 0 ? mrz_letters : mrz_letters_or_filler;
        case MrzField::issuing_state:
        case MrzField::nationality:
        case MrzField::name:
            return mrz_letters_or_filler;
        case MrzField::birth_date:
        case MrzField::expiry_date:
            return mrz_digits_or_filler;
        case MrzField::sex:
            return mrz_sexes;
        case MrzField::document_number:
        case MrzField::optional_data:
        case MrzField::second_optional_data:
            break;
    }
    return mrz_any;
}

/// Of a Vietnamese paper; empty where it is no narrower.
std::string_view vietnamese_alphabet_of(MrzFormat format, MrzField field, int offset) {
    const bool card = format == MrzFormat::td1;
    switch (field) {
        case MrzField::issuing_state:
        case MrzField::nationality:
            return vietnam_code.substr(static_cast<std::size_t>(offset), 1);
        case MrzField::document_number:
            if (card) return mrz_digits;
            if (format == MrzFormat::td2) return {};
            return offset == 0 ? mrz_letters : offset < 8 ? mrz_digits : mrz_filler;
        case MrzField::optional_data:
            if (card) return offset < 12 ? mrz_digits : offset < 14 ? mrz_filler : mrz_digits_or_filler;
            return mrz_digits_or_filler;
        case MrzField::second_optional_data:
            return mrz_filler;
        default:
            return {};
    }
}

}  // namespace

int line_count(MrzFormat format) {
    return format == MrzFormat::td1 ? 3 : 2;
}

int line_length(MrzFormat format) {
    return format == MrzFormat::td1 ? 30 : format == MrzFormat::td2 ? 36 : 44;
}

std::string_view name_of(MrzFormat format) {
    return format == MrzFormat::td1 ? "TD1" : format == MrzFormat::td2 ? "TD2" : "TD3";
}

std::optional<MrzFormat> format_of(std::span<const std::string> lines) {
    for (const MrzFormat format : {MrzFormat::td1, MrzFormat::td2, MrzFormat::td3}) {
        const auto length = static_cast<std::size_t>(line_length(format));
        if (lines.size() == static_cast<std::size_t>(line_count(format)) &&
            std::all_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.size() == length; }))
            return format;
    }
    return std::nullopt;
}

MrzRange range_of(MrzFormat format, MrzField field) {
    const bool card = format == MrzFormat::td1;
    switch (field) {
        case MrzField::document_code:
            return {0, 0, 2};
        case MrzField::issuing_state:
            return {0, 2, 5};
        case MrzField::document_number:
            return card ? MrzRange{0, 5, 14} : MrzRange{1, 0, 9};
        case MrzField::optional_data:
            return card ? MrzRange{0, 15, 30} : MrzRange{1, 28, format == MrzFormat::td2 ? 35 : 42};
        case MrzField::birth_date:
            return card ? MrzRange{1, 0, 6} : MrzRange{1, 13, 19};
        case MrzField::sex:
            return card ? MrzRange{1, 7, 8} : MrzRange{1, 20, 21};
        case MrzField::expiry_date:
            return card ? MrzRange{1, 8, 14} : MrzRange{1, 21, 27};
        case MrzField::nationality:
            return card ? MrzRange{1, 15, 18} : MrzRange{1, 10, 13};
        case MrzField::second_optional_data:
            return card ? MrzRange{1, 18, 29} : MrzRange{};
        case MrzField::name:
            return card ? MrzRange{2, 0, 30} : MrzRange{0, 5, line_length(format)};
    }
    return {};
}

std::string text_of(std::span<const std::string> lines, const MrzRange& range) {
    if (range.line < 0 || range.begin < 0 || range.end < range.begin) return {};
    if (static_cast<std::size_t>(range.line) >= lines.size()) return {};
    const std::string& line = lines[static_cast<std::size_t>(range.line)];
    if (static_cast<std::size_t>(range.end) > line.size()) return {};
    return line.substr(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end - range.begin));
}

const std::vector<CheckDigit>& check_digits_of(MrzFormat format) {
    static const std::vector<CheckDigit> card = card_check_digits();
    static const std::vector<CheckDigit> small = two_line_check_digits(false);
    static const std::vector<CheckDigit> passport = two_line_check_digits(true);
    return format == MrzFormat::td1 ? card : format == MrzFormat::td2 ? small : passport;
}

CheckState state_of(const CheckDigit& digit, std::span<const std::string> lines) {
    const auto format = format_of(lines);
    const std::string found = text_of(lines, {digit.line, digit.position, digit.position + 1});
    if (!format || found.empty()) return CheckState::fails;
    std::string covered;
    for (const MrzRange& range : digit.covers) covered += text_of(lines, range);
    if (digit.name == "optional_data") {
        const bool card = *format == MrzFormat::td1;
        const bool other_state = text_of(lines, range_of(*format, MrzField::issuing_state)) != vietnam_code;
        const bool empty = covered.find_first_not_of('<') == std::string::npos;
        if (card ? other_state || found == mrz_filler : empty && found == mrz_filler) return CheckState::absent;
    }
    if (digit.name == "document_number" && found == mrz_filler && *format != MrzFormat::td3)
        return state_of_long_number(*format, lines);
    const auto wanted = check_digit(covered);
    return wanted && *wanted == found.front() ? CheckState::holds : CheckState::fails;
}

bool holds(std::span<const std::string> lines) {
    const auto format = format_of(lines);
    if (!format) return false;
    const auto& digits = check_digits_of(*format);
    return std::none_of(digits.begin(), digits.end(),
                        [&](const CheckDigit& digit) { return state_of(digit, lines) == CheckState::fails; });
}

std::optional<char> check_digit(std::string_view text) {
    constexpr std::array weights{7, 3, 1};
    int sum = 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        const auto digit = mrz_digits.find(text[k]);
        const auto letter = mrz_letters.find(text[k]);
        int value = 0;
        if (digit != std::string_view::npos) {
            value = static_cast<int>(digit);
        } else if (letter != std::string_view::npos) {
            value = static_cast<int>(letter) + 10;
        } else if (text[k] != '<') {
            return std::nullopt;
        }
        sum = (sum + value * weights[k % weights.size()]) % 10;
    }
    return static_cast<char>('0' + sum);
}

std::string_view alphabet_at(MrzFormat format, int line, int position, MrzIssuer issuer) {
    if (line < 0 || line >= line_count(format) || position < 0 || position >= line_length(format)) return {};
    const auto& digits = check_digits_of(format);
    const auto check = std::find_if(digits.begin(), digits.end(), [&](const CheckDigit& digit) {
        return digit.line == line && digit.position == position;
    });
    const bool inside_card_data = format == MrzFormat::td1 && check != digits.end() && check->name == "optional_data";
    if (check != digits.end() && !inside_card_data) {
        if (check->name == "composite" || check->name == "birth_date" || check->name == "expiry_date")
            return mrz_digits;
        return issuer == MrzIssuer::vietnam && check->name == "document_number" ? mrz_digits : mrz_digits_or_filler;
    }
    for (const MrzField field : all_mrz_fields) {
        const MrzRange range = range_of(format, field);
        if (!contains(range, line, position)) continue;
        const int offset = position - range.begin;
        if (issuer == MrzIssuer::vietnam) {
            if (const auto narrow = vietnamese_alphabet_of(format, field, offset); !narrow.empty()) return narrow;
        }
        return alphabet_of(field, offset);
    }
    return {};
}

}  // namespace sohoa::ocr
