#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace sohoa::dossier {

/// A field between the bars of a card's code.
struct CardText {
    std::string raw;   ///< byte for byte
    std::string text;  ///< NFC, single spaces
};

using CardTexts = std::vector<CardText>;

/// The fields of a code; one more than there are bars.
CardTexts card_texts(std::string_view payload);

/// ddMMyyyy, where 00 stands for an unknown day or month.
std::optional<Date> card_date(std::string_view digits);

/// "Nam" or "Nữ", whatever the case and the marks; empty for other words.
std::string card_sex(std::string_view text);

/// At most 100 characters, at least one letter, no digit.
bool is_card_name(std::string_view text);

}  // namespace sohoa::dossier
