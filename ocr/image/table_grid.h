#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/image/rules.h"

namespace sohoa::ocr {

/// The cells of a ruled table in reading order, row by row; a cell that spans several rows stands with the first.
///
/// The table is cut along rules that cross it from side to side, across first; each part is cut again along the rules
/// that cross that part, so that merged cells come out whole.
std::vector<Box> cell_areas(const Box& table, const std::vector<Rule>& rules);

/// A cell and its place among the rows and columns of its table, both from 0.
struct GridCell {
    Box area;
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
};

/// The cells as above, numbered: every edge of a cell is a line of the grid, and a merged cell spans what lies between
/// its edges.
std::vector<GridCell> grid_of(const Box& table, const std::vector<Rule>& rules);

}  // namespace sohoa::ocr
