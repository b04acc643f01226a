#include "ocr/image/blank_page.h"

#include <algorithm>

#include "ocr/image/ground.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr int ink_darkness = 200;          // of 255: what is darker is ink and not the back showing through
constexpr double rim_width = 1;            // mm
constexpr double full_stop = 0.3;          // mm², half of one of 14 pt
constexpr std::size_t most_pieces = 4000;  // more are never blank, and need not be looked at

bool reaches_rim(const Box& box, const Raster& plane, double width) {
    return box.x < width || box.y < width || box.right() > plane.width() - width ||
           box.bottom() > plane.height() - width;
}

}  // namespace

bool is_blank(const Raster& plane, double dpi) {
    if (plane.empty()) return true;
    const double pixels_a_mm = dpi / 25.4;
    const Pieces found = find_pieces(darker_than(plane, ink_darkness));
    if (found.pieces.size() > most_pieces) return false;
    double ink = 0;
    for (const Piece& piece : found.pieces) {
        if (reaches_rim(piece.box, plane, rim_width * pixels_a_mm) ||
            is_punch_hole(piece.box, piece.area, plane.size(), pixels_a_mm))
            continue;
        ink += piece.area;
    }
    return ink < full_stop * pixels_a_mm * pixels_a_mm;
}

}  // namespace sohoa::ocr
