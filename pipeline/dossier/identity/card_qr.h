#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace sohoa::dossier {

enum class CardGrammar {
    seven_fields,  ///< every field of the 2021 chip card in its place (TT 06/2021/TT-BCA), each of its form
    fewer_fields,  ///< the same order with the old number or the last fields left out
    by_form        ///< another order: fields were told apart by their form
};

/// How sure it is that a value is the field it is given as.
enum class CardCertainty {
    absent,
    certain,
    likely  ///< another field of the code would fit as well, or nothing confirms it: an operator should look
};

/// What the QR of a căn cước công dân (chip, 2021) or căn cước (2024) says:
/// "number|old number|name|ddMMyyyy|sex|residence|ddMMyyyy (issued)|…". Texts are NFC with single spaces.
struct CardQr {
    std::string id_number;      ///< 12 digits
    std::string old_id_number;  ///< 9 or 12 digits, or empty
    std::string full_name;      ///< as printed
    Date birth_date;            ///< day and month 0 where the card does not know them
    std::string sex;            ///< "Nam" or "Nữ"; empty when it is neither
    std::string residence;
    std::optional<Date> issued;
    std::optional<Date> expires;  ///< never of the 2021 card

    CardGrammar grammar = CardGrammar::seven_fields;
    struct Certainties {
        CardCertainty old_id_number = CardCertainty::absent;
        CardCertainty full_name = CardCertainty::absent;
        CardCertainty birth_date = CardCertainty::absent;
        CardCertainty sex = CardCertainty::absent;
        CardCertainty residence = CardCertainty::absent;
        CardCertainty issued = CardCertainty::absent;
        CardCertainty expires = CardCertainty::absent;
    } certainty;

    std::vector<std::string> raw;     ///< every field between bars, byte for byte
    std::vector<std::string> others;  ///< those that are none of the above or cannot be told apart, byte for byte
};

/// nullopt for a text that is no card's: the first field is not twelve digits, there is neither a name nor a date of
/// birth, or a field of digits has a length that no number or date of a card has.
///
/// The chip card's order is tried first; an empty old number keeps its place, and where it was left out with its bar,
/// the name is found in its place. Fields after the seventh stand in `others`. The order of the card of July 2024 is
/// not public: where the chip card's does not hold, the number comes first and the others are told by their form: nine
/// digits are the old number, eight a date (birth before issue before expiry), a word the sex, letters alone the name,
/// a text with a comma or a digit the residence.
std::optional<CardQr> read_card_qr(std::string_view text);

}  // namespace sohoa::dossier
