#pragma once
#include <optional>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// The fold between two facing pages, on a survey: a line from one edge to the other.
struct Fold {
    Point from;  ///< on the top edge; of a lying survey on the left edge
    Point to;
};

/// Looks for two pages side by side (an open book, a folded A3 sheet) on a survey wider than high once it is upright:
/// `lying` where its lines run up and down.
///
/// Along the fold, which may lean by up to 5°, there is a band without print as wide as two margins, in the middle
/// fifth of the sheet, and print on either side of it over at least a third of the height, or over half of it on the
/// one side and a fifth on the other. What runs along the fold itself, its shadow or a thin line, is no print.
std::optional<Fold> find_fold(const Raster& ink, bool lying, double x_height);

}  // namespace sohoa::ocr
