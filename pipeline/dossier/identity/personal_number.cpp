#include "pipeline/dossier/identity/personal_number.h"

#include "base/vietnamese.h"
#include "pipeline/dossier/identity/code_tables.h"
#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

namespace {

constexpr std::size_t longest_written_number = 64;  ///< bytes

/// Empty where something else than digits and what parts them stands there.
std::string digits_between_signs(std::string_view text) {
    if (text.size() > longest_written_number) return {};
    std::string digits;
    for (const char32_t c : to_utf32(text)) {
        if (is_digit(c)) {
            digits.push_back(static_cast<char>(c));
        } else if (!is_blank(c) && c != U'.' && c != U'-') {
            return {};
        }
    }
    return digits;
}

Agreement agreement(bool known, bool same) {
    if (!known) return Agreement::unknown;
    return same ? Agreement::agrees : Agreement::disagrees;
}

int weight(Agreement agreement) {
    return agreement == Agreement::agrees ? 1 : agreement == Agreement::disagrees ? -1 : 0;
}

}  // namespace

std::optional<PersonalNumber> read_personal_number(std::string_view text) {
    const std::string digits = digits_between_signs(text);
    if (!is_digits(digits, 12)) return std::nullopt;
    const int century_and_sex = digits[3] - '0';
    PersonalNumber number;
    number.digits = digits;
    number.place_code = digits.substr(0, 3);
    const CodeRow* row = row_of(birth_places(), number.place_code);
    if (row != nullptr) number.place = row->name;
    number.place_warning = row == nullptr && digits[0] == '0';
    number.sex = century_and_sex % 2 == 0 ? "Nam" : "Nữ";
    number.birth_year = 1900 + 100 * (century_and_sex / 2) + 10 * (digits[4] - '0') + (digits[5] - '0');
    return number;
}

std::optional<OldCardNumber> read_old_card_number(std::string_view text) {
    const std::string digits = digits_between_signs(text);
    if (!is_digits(digits, 9)) return std::nullopt;
    return OldCardNumber{digits, digits.substr(0, 2), digits >= "271450001" && digits <= "271500000"};
}

int NumberAgreement::strength() const {
    return weight(sex) + weight(birth_year);
}

NumberAgreement compare(const PersonalNumber& number, std::string_view sex, const std::optional<Date>& birth_date) {
    return {agreement(sex == "Nam" || sex == "Nữ", sex == number.sex),
            agreement(birth_date && birth_date->year > 0, birth_date && birth_date->year == number.birth_year)};
}

}  // namespace sohoa::dossier
