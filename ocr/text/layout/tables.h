#pragma once
#include <vector>

#include "ocr/image/rules.h"
#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// What stands in the cells of a ruled table, in reading order: the indices of pieces for each; empty cells are left
/// out. A piece that stands in no cell counts to the nearest.
std::vector<std::vector<int>> cells_of(const Box& table, const std::vector<Rule>& rules,
                                       const std::vector<TextPiece>& pieces, const std::vector<int>& chosen);

/// Pieces cut where a vertical rule stands between two of their words.
std::vector<TextPiece> cut_at_rules(std::vector<TextPiece> pieces, const std::vector<Rule>& rules);

}  // namespace sohoa::ocr
