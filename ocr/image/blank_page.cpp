#include "ocr/image/blank_page.h"

#include <algorithm>

#include "ocr/image/ink_mask.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr int ink_darkness = 200;          // of 255: what is darker is ink and not the back showing through
constexpr double rim_width = 1;            // mm
constexpr double hole_smallest = 3;        // mm
constexpr double hole_largest = 9;         // mm
constexpr double hole_from_edge = 25;      // mm
constexpr double hole_fill = 0.7;          // of its box
constexpr double full_stop = 0.3;          // mm², half of one of 14 pt
constexpr std::size_t most_pieces = 4000;  // more are never blank, and need not be looked at

bool reaches_rim(const Box& box, const Raster& plane, double width) {
    return box.x < width || box.y < width || box.right() > plane.width() - width ||
           box.bottom() > plane.height() - width;
}

bool is_hole(const Piece& piece, const Raster& plane, double pixels_a_mm) {
    const Box& box = piece.box;
    const double shorter = std::min(box.width, box.height) / pixels_a_mm;
    const double longer = std::max(box.width, box.height) / pixels_a_mm;
    const int from_edge = std::min({box.x, box.y, plane.width() - box.right(), plane.height() - box.bottom()});
    return shorter > hole_smallest && longer < hole_largest && longer < 1.3 * shorter &&
           from_edge < hole_from_edge * pixels_a_mm && piece.area > hole_fill * static_cast<double>(box.area());
}

}  // namespace

bool is_blank(const Raster& plane, double dpi) {
    if (plane.empty()) return true;
    const double pixels_a_mm = dpi / 25.4;
    const Pieces found = find_pieces(darker_than(plane, ink_darkness));
    if (found.pieces.size() > most_pieces) return false;
    double ink = 0;
    for (const Piece& piece : found.pieces) {
        if (reaches_rim(piece.box, plane, rim_width * pixels_a_mm) || is_hole(piece, plane, pixels_a_mm)) continue;
        ink += piece.area;
    }
    return ink < full_stop * pixels_a_mm * pixels_a_mm;
}

}  // namespace sohoa::ocr
