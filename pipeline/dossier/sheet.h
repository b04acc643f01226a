#pragma once
#include <string>
#include <utility>
#include <vector>

#include "ocr/page_reading.h"
#include "pipeline/dossier/document.h"

namespace sohoa::dossier {

/// A word on an upright, level page.
struct PlacedWord {
    std::size_t begin = 0;  ///< first code point in its piece's text
    std::size_t end = 0;
    Box box;       ///< on the upright page
    Box scan_box;  ///< as the recogniser gave it
    Quad scan_quad;
    double confidence = 0;
};

/// A run of words of one printed line without a column gap in it: a letterhead that was read across gives two.
struct Piece {
    int page = 0;         ///< from 1
    int row = 0;          ///< pieces of one printed line have the same row; rows count downwards
    Box box;              ///< on the upright page
    std::u32string text;  ///< NFC, words joined by single blanks
    std::u32string bare;  ///< the same length: lower case without marks
    std::vector<PlacedWord> words;

    /// Text of a part, trimmed.
    std::string part(std::size_t begin, std::size_t end = std::u32string::npos) const;
    /// Box in the scan and least confidence of the words that overlap a part.
    Box scan_box(std::size_t begin = 0, std::size_t end = std::u32string::npos) const;
    double confidence(std::size_t begin = 0, std::size_t end = std::u32string::npos) const;
    /// Share of capitals among its letters.
    double capitals() const;
};

/// One page as field reading sees it: upright and level, cut into pieces in rows from top to bottom, left to right.
struct Sheet {
    int number = 0;
    Size size;               ///< of the upright page
    double line_height = 0;  ///< median height of words, in pixels; 0 on a page without words
    Box text_area;           ///< around all pieces
    std::vector<Piece> pieces;
};

/// Blocks, roles and reading order are not relied on: lines are cut at column gaps and put into rows by where they are.
Sheet lay_out(const ocr::PageReading& page, int number);

/// A piece cut in two before `at`.
std::pair<Piece, Piece> cut(const Piece& piece, std::size_t at);

/// Two pieces of one row as one.
Piece joined(const Piece& left, const Piece& right);

}  // namespace sohoa::dossier
