#pragma once
#include <cstddef>
#include <vector>

#include "ocr/image/rules.h"
#include "ocr/text/layout/bands.h"

namespace sohoa::ocr {

/// What stands in one cell, and where it is.
struct OpenCell {
    Box area;
    std::vector<int> pieces;  ///< indices; empty in an empty cell
    int column = 0;
    int column_span = 1;
};

/// A table that no upright rules part: bands [begin, end) whose words leave the same upright strips of paper free.
struct OpenTable {
    std::size_t begin = 0;
    std::size_t end = 0;
    Box box;
    std::vector<std::vector<OpenCell>> rows;  ///< from the top down, each from left to right
};

/// The tables among the bands, from the top down.
///
/// Three columns and three rows at least; two columns where level rules part the rows, or where paragraphs of text in
/// both begin at the same heights. What lies in one row is told by
/// level rules between the rows, by wider white between them, by numbers in the first column, or by lines that leave
/// the first column empty: they go on with the row above. Forms (labels with colons) and signers side by side are no
/// tables. Pieces that reach over a strip between two of their words are cut there: the parts are added to `pieces`.
std::vector<OpenTable> open_tables(std::vector<TextPiece>& pieces, const std::vector<Band>& bands,
                                   const std::vector<Rule>& rules, double height);

}  // namespace sohoa::ocr
