#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// Ink in one row: columns [begin, end).
struct Run {
    int y;
    int begin;
    int end;
    int piece;  ///< index into Pieces::pieces
};

/// Ink that hangs together, corners included.
struct Piece {
    Box box;
    int area;  ///< pixels of ink
};

struct Pieces {
    std::vector<Run> runs;      ///< top to bottom, left to right
    std::vector<Piece> pieces;  ///< in the order of their first run
};

/// The connected pieces of a mask (0 paper, anything else ink). Works on runs, so its cost follows the ink and not the
/// paper: ≈ 6 ms for a dense A4 page at 200 dpi.
Pieces find_pieces(const Raster& ink);

}  // namespace sohoa::ocr
