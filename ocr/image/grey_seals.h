#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

/// Fades seals that a copier or a grey scan left as dark as ink, so that print under them can be read.
///
/// Print is darker than a seal's grey, and darker still where both lie on one another. A seal's ink is not even, so
/// that its grey is followed around the ring and across. Where the seal is lighter than the page's print, what is not
/// print becomes nearly paper; where it is as dark, or where it has faded already, it is left. Returns how many were
/// faded.
int fade_grey_seals(Raster& reading, const std::vector<Seal>& seals);

}  // namespace sohoa::ocr
