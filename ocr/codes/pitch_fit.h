#pragma once
#include <optional>
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// Points at start + k · step + k² · bow for whole k from 0.
struct PitchFit {
    Point start;
    Point step;
    Point bow;
    int glyphs = 0;  ///< points that stand where they should, to a fifth of the pitch
    int cells = 0;   ///< from the first of them to the last
};

/// Fits cells of one pitch to centres of glyphs, in order from left to right, of which some may be missing or stand
/// amiss. nullopt where fewer than four in five do: print whose letters have widths of their own. A bow is fitted from
/// twenty points on: paper seen aslant.
std::optional<PitchFit> fit_pitch(const std::vector<Point>& centres);

}  // namespace sohoa::ocr
