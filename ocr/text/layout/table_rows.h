#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace sohoa::ocr {

/// One line of text through all columns of a table, and what of it tells where rows begin.
struct TableLine {
    std::vector<bool> columns;  ///< which of them it fills
    std::size_t count = 0;      ///< of those
    std::size_t labels = 0;     ///< pieces with a colon
    std::string first;          ///< what stands in the first column
    double baseline = 0;        ///< pixels from the top
    bool spanning = false;      ///< words lie over the white between columns: a heading of the rows below
    bool signs = false;         ///< a signer's title
};

/// For each line whether a row of the table begins with it. `below[k]` says that a level rule lies below line k;
/// `height` of letters in pixels.
///
/// Rules between most rows part them all. Else the white between rows is wider than within; else numbers in the first
/// column begin rows, or lines that fill it: others go on with the row above.
std::vector<bool> row_starts(const std::vector<TableLine>& lines, const std::vector<bool>& below, double height);

}  // namespace sohoa::ocr
