#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Words of a line that stand together, into whose box ink of other lines reaches.
struct TangledWords {
    std::size_t line = 0;   ///< index into the lines
    std::size_t first = 0;  ///< of its words
    std::size_t end = 0;    ///< behind the last
    Box place;              ///< on the plane: their own ink and some paper around it
    Box copy;               ///< on the sheet of copies, of the same size
};

/// Copies of such words, each with nothing but its own ink, one below the other.
struct UntangledSheet {
    Raster sheet;
    std::vector<TangledWords> words;
};

/// Lines set so tight that hooks and circumflexes of one reach between the letters of the line above are read wrongly
/// as they stand: a recogniser is given all ink of a line's box, and takes the next line's hats for dots below. Here
/// each is copied by its own ink, as `of` tells it. `plane` is grey and level. Only words are copied among which is one
/// that was read with less than `sure` confidence. At most 80 copies.
UntangledSheet untangle(const Raster& plane, const LineInk& of, const std::vector<Line>& lines, double sure);

}  // namespace sohoa::ocr
