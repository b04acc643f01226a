#pragma once
#include <vector>

#include "ocr/image/rules.h"
#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// The cells of a ruled table in reading order, row by row; a cell that spans several rows stands with the first.
///
/// The table is cut along rules that cross it from side to side, across first; each part is cut again along the rules
/// that cross that part, so that merged cells come out whole.
std::vector<Box> cell_areas(const Box& table, const std::vector<Rule>& rules);

/// What stands in the cells of a ruled table, in reading order: the indices of pieces for each; empty cells are left
/// out. A piece that stands in no cell counts to the nearest.
std::vector<std::vector<int>> cells_of(const Box& table, const std::vector<Rule>& rules,
                                       const std::vector<TextPiece>& pieces, const std::vector<int>& chosen);

/// Pieces cut where a vertical rule stands between two of their words.
std::vector<TextPiece> cut_at_rules(std::vector<TextPiece> pieces, const std::vector<Rule>& rules);

}  // namespace sohoa::ocr
