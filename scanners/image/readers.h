#pragma once
#include <memory>
#include <string_view>

#include "base/result.h"
#include "scanners/image/decoded_image.h"
#include "scanners/input_file.h"
#include "scanners/limits.h"
#include "scanners/open_file.h"

namespace sohoa::scanners {

// Formats of one picture. `bytes` is the whole file; nothing of a picture's size is allocated before the limit on
// pixels is checked. Fail with file_truncated (no rows can be read), file_damaged, too_many_pixels or out_of_memory; a
// picture of which rows are missing comes with them white and file_repaired.

Result<DecodedImage> decode_jpeg(std::string_view bytes, const Limits& limits);
Result<DecodedImage> decode_png(std::string_view bytes, const Limits& limits);
Result<DecodedImage> decode_bmp(std::string_view bytes, const Limits& limits);
Result<DecodedImage> decode_webp(std::string_view bytes, const Limits& limits);

/// Samples of a CMYK picture are 0 for no ink, or 255 where `inverted`, as Adobe's programs write JPEG.
void cmyk_to_rgb(const std::uint8_t* cmyk, std::uint8_t* rgb, int count, bool inverted);

// Formats of several pages; they keep the file open and read a page when asked.

Result<std::unique_ptr<InputFile>> open_tiff(OpenFile file, const Limits& limits);
Result<std::unique_ptr<InputFile>> open_heic(OpenFile file, const Limits& limits);

/// JPEG, PNG, BMP and WebP.
Result<std::unique_ptr<InputFile>> open_single_image(OpenFile file, Format format, const Limits& limits);

}  // namespace sohoa::scanners
