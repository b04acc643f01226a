#pragma once
#include <vector>

#include "base/raster.h"
#include "ocr/image/seals.h"
#include "ocr/image/signatures.h"

namespace sohoa::ocr {

/// Finds signatures of black or grey ink on a level reading plane out of which rules and check boxes are lifted; boxes
/// in its pixels, confidence 0.5 to 0.7.
///
/// Ink says nothing here, so shape and place must say more than for blue ones (signatures.h): a thin curved stroke that
/// hangs together, wider than high, 9 small letters by 3 at least and clear of any seal, without straight lines in it,
/// with no line of print or writing to its left or right, below the upper third of the page, and with print above it as
/// a signer's title is. Parcels, logos, drawings and rings of seals are none. Cost ≈ 4 ms for A4 at 200 dpi.
std::vector<Signature> find_dark_signatures(const Raster& reading, const std::vector<Seal>& seals, double x_height);

}  // namespace sohoa::ocr
