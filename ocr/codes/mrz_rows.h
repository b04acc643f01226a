#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

/// Where machine readable zones may stand: rows of print of one pitch, told by geometry and never by what they say.
namespace sohoa::ocr {

/// A row of cells, one glyph in each. The centre of cell k, counted from 0, which may be a little before or behind what
/// was found, lies at start + k · step + k² · bow.
struct MrzRow {
    Point start;
    Point step;
    Point bow;
    double capital = 0;  ///< height of capitals, pixels

    Point centre(double cell) const {
        return {start.x + cell * step.x + cell * cell * bow.x, start.y + cell * step.y + cell * cell * bow.y};
    }
    /// From the centre of this cell to that of the next.
    Point step_at(double cell) const { return {step.x + 2 * cell * bow.x, step.y + 2 * cell * bow.y}; }
};

/// Two or three rows below each other whose cells stand in columns.
struct MrzPlace {
    std::vector<MrzRow> rows;  ///< top to bottom, cell 0 of all in one column
    int cells = 0;             ///< of the longest row, as far as glyphs were found
};

/// Looks for such rows in a grey plane, dark on light, that run across or down within 12 degrees; rows that stand on
/// their head or run up are found as if they did not. Any print of one pitch without
/// blanks may be told; text with blanks, tables and forms are not. Rows need capitals of at least seven pixels. Pixels
/// of the plane. Cost ≈ 15 ms for an A4 page at 200 dpi.
std::vector<MrzPlace> find_mrz_places(const Raster& grey);

}  // namespace sohoa::ocr
