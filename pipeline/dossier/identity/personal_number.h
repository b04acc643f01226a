#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace sohoa::dossier {

/// What the twelve digits of a personal number say (NĐ 137/2015/NĐ-CP Đ.13, TT 59/2021/TT-BCA Đ.4): place of birth
/// registration, century and sex, last two digits of the birth year, six random digits; no check digit. Since 1 July
/// 2024 the law asks only for twelve digits (Luật Căn cước 26/2023/QH15 Đ.12), so what does not agree is a doubt and
/// never a reason to refuse a number.
struct PersonalNumber {
    std::string digits;
    std::string place_code;      ///< the first three digits
    std::string place;           ///< a province of the table; empty where the code is not in it
    bool place_warning = false;  ///< the code is neither of the table nor of a country (101 and above)
    std::string sex;             ///< "Nam" or "Nữ"
    int birth_year = 0;          ///< 1900 … 2399
};

/// Twelve digits; blanks, dots and dashes between them are passed over. nullopt for anything else.
std::optional<PersonalNumber> read_personal_number(std::string_view text);

/// A CMND number: nine digits, two of which name a province. Not unique to a person.
struct OldCardNumber {
    std::string digits;
    std::string place_code;    ///< the first two digits
    bool known_twice = false;  ///< of the range 271450001–271500000, given out twice
};

std::optional<OldCardNumber> read_old_card_number(std::string_view text);

enum class Agreement {
    unknown,  ///< one of the two says nothing
    agrees,
    disagrees
};

/// What a number says about other readings of the same person, witness by witness.
struct NumberAgreement {
    Agreement sex = Agreement::unknown;
    Agreement birth_year = Agreement::unknown;

    /// Agreeing witnesses less disagreeing ones, -2 … 2.
    int strength() const;
};

/// `sex` is "Nam" or "Nữ" (others: unknown); a birth date needs its year only.
NumberAgreement compare(const PersonalNumber& number, std::string_view sex, const std::optional<Date>& birth_date);

}  // namespace sohoa::dossier
