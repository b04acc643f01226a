#pragma once
#include <string>

#include "base/raster.h"
#include "base/result.h"

namespace sohoa::run {

/// A page for people to look at: baseline JPEG, no wider than `width` pixels and never wider than the page. Fails with
/// pdf_failed, out_of_memory.
Result<std::string> page_picture(Raster page, int width);

}  // namespace sohoa::run
