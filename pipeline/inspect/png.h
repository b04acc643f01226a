#pragma once
#include <string>

#include "base/raster.h"
#include "base/result.h"

namespace sohoa::inspect {

/// A grey or RGB raster as a PNG file, without loss. Fails with internal_error where libpng does.
Result<std::string> png_of(const Raster& raster);

}  // namespace sohoa::inspect
