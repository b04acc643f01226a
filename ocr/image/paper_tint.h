#pragma once
#include <array>

#include "base/raster.h"

namespace sohoa::ocr {

/// By how much each channel must be raised so that the paper is grey: 1 for its strongest channel.
struct PaperTint {
    std::array<double, 3> gains{1, 1, 1};  ///< red, green, blue; 1 … 2
};

inline constexpr int tint_cell = 8;  ///< pixels along one side of a square of which one is looked at

/// The colour of the paper: the middle of the brighter part of a scan, looked at in every eighth pixel. Lamp light,
/// yellowed and tinted paper all shift it; coloured ink stands out only against it. Grey scans have none.
/// `within` has a value for each tint_cell × tint_cell pixels, not 0 where the paper may be; empty means anywhere.
PaperTint paper_tint(const Raster& scan, const Raster& within = {});

}  // namespace sohoa::ocr
