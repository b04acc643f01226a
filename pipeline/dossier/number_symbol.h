#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sohoa::dossier {

/// Số, ký hiệu of a paper: "Số: 12/QĐ-UBND", "Số 293-TB/HU", "Số: 13/2023/NQ-HĐND", "Số:     /BC-UBND" (number left to
/// the pen).
struct NumberAndSymbol {
    std::string number;     ///< digits and at most one small letter; empty where it is blank or no number
    std::string symbol;     ///< normal form of the contract; "2023/NQ-HĐND" with a year
    std::size_t begin = 0;  ///< of the whole, in the text given
    std::size_t number_begin = 0;
    std::size_t number_end = 0;
    std::size_t symbol_begin = 0;
    std::size_t symbol_end = 0;
    bool exact = true;  ///< nothing had to be mended
    bool known = true;  ///< every group of the symbol is in the table of abbreviations
};

/// Reads a line that begins with "Số". nullopt where it does not, or where neither a number nor a symbol follows.
std::optional<NumberAndSymbol> read_number_line(std::u32string_view text);

/// Reads số, ký hiệu that stand by themselves: "12/QĐ-UBND", "12/QÐ–UBND", "/BC-UBND" (blank number), "293-TB/HU".
/// nullopt where neither a number with a symbol nor a symbol stands there, or where something follows them.
std::optional<NumberAndSymbol> read_number_and_symbol(std::u32string_view text);

/// The symbol's normal form: no blanks around '/' and '-', Đ as U+0110, groups that differ from a known abbreviation by
/// recogniser look-alikes only mended ("QD-U8ND" → "QĐ-UBND").
std::string normal_symbol(std::u32string_view text);

/// The abbreviation of a kind inside a normal symbol: the first group after a year. "2023/NQ-HĐND" → "NQ", "TB/HU" →
/// "TB".
std::string kind_abbreviation(std::string_view symbol);

}  // namespace sohoa::dossier
