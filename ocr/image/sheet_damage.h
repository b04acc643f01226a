#pragma once
#include "ocr/image/sheet.h"
#include "ocr/image/sheet_outline.h"

namespace sohoa::ocr {

/// Looks for areas within the outline that reach its rim and are not paper: less than 0.72 times as bright as the
/// brightest around. Areas below 0.15 % of the sheet are not told.
SheetDamage damage_of(const PaperLikeness& likeness, const SheetOutline& outline);

}  // namespace sohoa::ocr
