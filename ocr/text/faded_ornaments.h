#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Takes out lines that are the ornaments of a printed border, a rosette in its corner: a sign or two by themselves,
/// all unsure, in ink much paler than the page's print, as coloured ink is on the reading plane once it has faded.
/// Pages with too little sure print to compare with keep all.
void take_faded_ornaments(const Raster& plane, std::vector<Line>& lines);

}  // namespace sohoa::ocr
