#pragma once
#include "scanners/image/decoded_image.h"
#include "scanners/image/tiff_file.h"

namespace sohoa::scanners {

/// Decodes the directory the file stands at. Grey, RGB, palette and CMYK of 1 … 16 bits in strips are read row by row
/// into the raster; anything else (tiles, planes, CIELab, alpha, …) in bands by libtiff's own conversion to RGBA, put
/// on white. Strips that cannot be read are white, with file_repaired. Include in .cpp files only.
Result<DecodedImage> decode_tiff_directory(TiffFile& file, const Limits& limits);

}  // namespace sohoa::scanners
