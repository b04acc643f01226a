#include "pipeline/inspect/png.h"

#include <png.h>

namespace sohoa::inspect {

Result<std::string> png_of(const Raster& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width());
    image.height = static_cast<png_uint_32>(raster.height());
    image.format = raster.channels() == 3 ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    image.flags = PNG_IMAGE_FLAG_FAST;
    // The largest size that the file can have, without a first pass only to learn its size.
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = bytes.size();
    const bool written = png_image_write_to_memory(&image, bytes.data(), &size, 0, raster.data(),
                                                   static_cast<png_int_32>(raster.stride()), nullptr) != 0;
    png_image_free(&image);
    if (!written) {
        return fail(code::internal_error, {std::string("Không ghi được ảnh PNG: ") + image.message,
                                           std::string("a PNG picture cannot be written: ") + image.message});
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace sohoa::inspect
