#pragma once
#include <vector>

#include "ocr/text/layout/bands.h"

namespace sohoa::ocr {

/// What stands in two columns that are read one after the other.
enum class ColumnPair { letterhead, signature, people, columns };

/// Bands [begin, end) whose pieces stand left and right of one white gap.
struct ColumnZone {
    std::size_t begin = 0;
    std::size_t end = 0;
    ColumnPair kind = ColumnPair::columns;
    std::vector<int> left;
    std::vector<int> right;
};

/// The zones of two columns among the bands of a page, from the top down; all other bands are lines of one column.
///
/// A gap alone is no proof: the fields of a form and the words of a justified line have gaps too. A zone is believed
/// for what its sides say (letterhead, recipients, signer), or for lines that do not stand on the same baselines and
/// are centred each in their own column, or for columns filled with text.
std::vector<ColumnZone> column_zones(const std::vector<TextPiece>& pieces, const std::vector<Band>& bands,
                                     double height);

}  // namespace sohoa::ocr
