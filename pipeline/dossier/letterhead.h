#pragma once
#include <utility>
#include <vector>

#include "pipeline/dossier/document.h"
#include "pipeline/dossier/sheet.h"

namespace sohoa::dossier {

/// The head of a first page: agency left, motto right, "Số: …" under the agency, place and date under the motto.
struct Letterhead {
    std::vector<Field> fields;  ///< issuer_parent, issuer, number, symbol, place, date as far as found
    bool motto = false;         ///< Quốc hiệu, tiêu ngữ or the Party's line stands there
    int last_row = -1;          ///< of the letterhead on the sheet; -1 when there is none
    int number_row = -1;        ///< row of "Số: …"; -1 when there is none
    std::vector<std::pair<int, int>> agency_lines;  ///< row and left edge of the lines that name the agency

    bool names_agency(const Piece& piece) const;
};

/// Cuts pieces that hold both halves of the letterhead (a recogniser read them across), so that every later rule sees
/// them apart.
void part_letterhead(Sheet& first_page);

Letterhead read_letterhead(const Sheet& first_page);

/// place and date of a line that says nothing else ("Hải Sơn, ngày 05 tháng 3 năm 2024"); the date alone where no place
/// stands before it; empty for every other line.
std::vector<Field> place_and_date(const Piece& piece);

/// True for Quốc hiệu, tiêu ngữ and their like, also when misread.
bool is_motto(const Piece& piece);

}  // namespace sohoa::dossier
