#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/dossier/identity/code_text.h"

namespace sohoa::dossier {

/// Số phát hành of a land certificate (giấy chứng nhận quyền sử dụng đất).
struct LandSerial {
    std::string normal;  ///< "BM 123456"
    std::string letters;
    std::string digits;
    /// The first and last year of issue of this form: one letter and six digits until 2004, two and six 2004 to 2024,
    /// two and eight from 2025 (TT 10/2024/TT-BTNMT). 0: still issued.
    int from_year = 0;
    int to_year = 0;
    CodeWarnings warnings;
};

std::optional<LandSerial> read_land_serial(std::string_view text);

/// The 13-digit barcode of a land certificate of 2009 to 2024.
struct LandBarcode {
    std::string digits;
    bool may_be_goods = false;  ///< the last digit is EAN-13's check digit, which one land code in ten has by chance
};

std::optional<LandBarcode> read_land_barcode(std::string_view text);

/// The book (quyển số) of a civil status or certification register: "01/2024", "KS/2024", "01/2024-SCT/BS",
/// "TP/KS/2010".
struct BookSymbol {
    std::string normal;  ///< no blanks; `-` and `/` as written
    std::string number;  ///< digits of the book; empty where there is none
    std::string kind;    ///< letters: "KS", "TP/KS", "SCT/BS", "SCT/CK,ĐC"; empty where there is none
    int year = 0;        ///< 0 where there is none
    CodeWarnings warnings;
};

/// At least a year from 1900 on, or a kind with a number. nullopt for anything else.
std::optional<BookSymbol> read_book_symbol(std::string_view text);

}  // namespace sohoa::dossier
