#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

/// Fades seals that a copier or a grey scan left as dark as ink, so that print under them can be read.
///
/// Print is darker than a seal's grey, and darker still where both lie on one another. Within each seal the greys are
/// spread so that the seal's own becomes paper and the print's stays. A seal as dark as the page's print, or one that
/// has faded already, is left as it is. Returns how many were faded.
int fade_grey_seals(Raster& reading, const std::vector<Seal>& seals);

}  // namespace sohoa::ocr
