#pragma once
#include <vector>

#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// Pieces that share heights, directly or through each other: where a page has one column, a line of it.
struct Band {
    std::vector<int> pieces;  ///< indices, by x
    int top = 0;              ///< pixels, of whole boxes
    int bottom = 0;
};

/// From the top of the page down. Marks of one line that reach into the next do not join them.
std::vector<Band> bands_of(const std::vector<TextPiece>& pieces, const std::vector<int>& chosen);

/// The lines of pieces that are read as one column: pieces on one baseline are one line, from the top down.
std::vector<std::vector<int>> rows_of(const std::vector<TextPiece>& pieces, std::vector<int> chosen);

/// One line from the pieces of a row.
Line line_of(const std::vector<TextPiece>& pieces, const std::vector<int>& row);

}  // namespace sohoa::ocr
