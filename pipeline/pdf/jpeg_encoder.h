#pragma once
#include <string>

#include "base/raster.h"
#include "base/result.h"

namespace sohoa::pdf {

/// The largest side that JPEG can code, as libjpeg counts it.
inline constexpr int jpeg_largest_side = 65'500;

/// True when every pixel of an RGB raster has three equal samples.
bool is_grey(const Raster& raster);

/// Codes a raster as baseline JPEG: 4:2:0 for colour, optimised Huffman tables; a colour raster whose pixels are all
/// grey is coded as grey. Quality 1 … 100 as libjpeg means it. Fails with pdf_failed, out_of_memory.
Result<std::string> encode_jpeg(const Raster& raster, int quality);

}  // namespace sohoa::pdf
