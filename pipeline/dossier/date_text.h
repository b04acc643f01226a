#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"

namespace sohoa::dossier {

/// A date as it stands in a text, and where.
struct DateInText {
    Date date;              ///< month and day 0 where they were left blank for the pen
    std::size_t begin = 0;  ///< of "ngày", or of the first digit
    std::size_t end = 0;
    bool exact = false;  ///< every word and digit as the form wants it
};

/// "ngày 05 tháng 3 năm 2024", also with lost blanks, words misread by a letter, digits misread as letters, or with
/// the day or month left blank. `bare` is bare text. The first one from `from` on.
std::optional<DateInText> find_written_date(std::u32string_view bare, std::size_t from = 0);

/// "05/03/2024", "5-3-2024", "05.03.2024", "03/2024" or "2024" standing at `from` or later.
std::optional<DateInText> find_numeric_date(std::u32string_view bare, std::size_t from = 0);

/// Either of them, whichever comes first.
std::optional<DateInText> find_date(std::u32string_view bare, std::size_t from = 0);

}  // namespace sohoa::dossier
