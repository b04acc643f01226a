#pragma once
#include <vector>

#include "ocr/image/sheet.h"

namespace sohoa::ocr {

/// The colour of the paper of the sheets found on a scan: what they lie on, which may be most of the scan and of any
/// colour, is not looked at. `tint` is that of the whole scan, given back where nothing but paper is known of.
PaperTint tint_of_sheets(const Raster& scan, const std::vector<Sheet>& sheets, const PaperTint& tint);

}  // namespace sohoa::ocr
