#pragma once
#include "ocr/image/sheet_outline.h"

namespace sohoa::ocr {

/// What is wrong with the rim of a sheet that was found on a ground.
struct SheetDamage {
    bool corner_missing = false;  ///< torn off or folded over
    bool covered = false;         ///< something lies over a side: fingers, a pen
};

/// Looks for areas within the outline that reach its rim and are not paper: less than 0.72 times as bright as the
/// brightest around. Areas below 0.15 % of the sheet are not told.
SheetDamage damage_of(const PaperLikeness& likeness, const SheetOutline& outline);

}  // namespace sohoa::ocr
