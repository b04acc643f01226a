#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// A printed straight line: of a table, a frame, under a heading, to write on.
struct Rule {
    Box box;
    bool vertical = false;
};

/// Lifts long straight lines out of a level plane: they become paper in `plane` and in its mask `ink` (255 ink, 0
/// paper).
///
/// A rule is ink that runs on for five small letters or more and is thinner than half a small letter; upright ones from
/// one level rule to another, the sides of low cells, may be as short as 1.8. Where a letter
/// touches or crosses it the rule stays, so that no stroke is cut. Lines that lean more than about 0.7° are missed.
std::vector<Rule> lift_rules(Raster& plane, Raster& ink, double x_height);

/// Boxes of tables: two level rules or more and an upright one that meet, more of them than a frame has. Sides may be
/// missing.
std::vector<Box> tables_of(const std::vector<Rule>& rules);

}  // namespace sohoa::ocr
