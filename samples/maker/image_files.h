#pragma once
#include <string>

#include "base/raster.h"
#include "base/result.h"

namespace sohoa::maker {

/// JPEG bytes; `dpi` 0 leaves the resolution untold.
std::string jpeg_of(const Raster& raster, int quality, int dpi);
/// PNG bytes with the resolution.
std::string png_of(const Raster& raster, int dpi);

}  // namespace sohoa::maker
