#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/codes/ink_map.h"

namespace sohoa::ocr {

/// A mark that a symbol carries to be found by: squares one in the other.
struct FinderMark {
    enum class Kind {
        square,   ///< a corner of a QR or Micro QR code: runs of 1, 1, 3, 1, 1 modules through its middle
        bullseye  ///< the middle of an Aztec code: seven runs or more of one module
    };
    Kind kind = Kind::square;
    Point centre;
    double module = 0;      ///< pixels along the row
    bool inverted = false;  ///< light on dark
};

/// Finder marks of the plane, each once, at any angle. Every second row is looked at; a mark must look alike along row,
/// column and both diagonals through its middle. Modules from 1.4 to 14 pixels. In text one mark or two a page are
/// found where there are none. Cost: 1 ms a megapixel of print.
std::vector<FinderMark> find_finder_marks(const InkMap& ink);

}  // namespace sohoa::ocr
