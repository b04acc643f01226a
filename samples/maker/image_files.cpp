#include "samples/maker/image_files.h"

// jpeglib.h needs size_t and FILE before it.
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <jpeglib.h>
#include <png.h>
#include <stdexcept>
#include <vector>

namespace sohoa::maker {

std::string jpeg_of(const Raster& raster, int quality, int dpi) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    // Encoding pixels in memory fails for want of memory only; then libjpeg ends the program, which suits a tool.
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = static_cast<JDIMENSION>(raster.width());
    jpeg.image_height = static_cast<JDIMENSION>(raster.height());
    jpeg.input_components = raster.channels();
    jpeg.in_color_space = raster.channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.optimize_coding = TRUE;
    if (dpi > 0) {
        jpeg.density_unit = 1;
        jpeg.X_density = jpeg.Y_density = static_cast<UINT16>(dpi);
    }
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<JSAMPROW>(raster.row(static_cast<int>(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    std::string result(reinterpret_cast<const char*>(bytes), size);
    jpeg_destroy_compress(&jpeg);
    std::free(bytes);  // NOLINT: libjpeg allocates with malloc
    return result;
}

std::string png_of(const Raster& raster, int dpi) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    if (info == nullptr) throw std::bad_alloc();
    std::string result;
    if (setjmp(png_jmpbuf(png))) {  // NOLINT: libpng's own way
        png_destroy_write_struct(&png, &info);
        throw std::runtime_error("PNG could not be written");
    }
    png_set_write_fn(
        png, &result,
        [](png_structp p, png_bytep data, png_size_t size) {
            static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<const char*>(data), size);
        },
        nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(raster.width()), static_cast<png_uint_32>(raster.height()), 8,
                 raster.channels() == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    if (dpi > 0) png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(png, 6);
    png_write_info(png, info);
    for (int y = 0; y < raster.height(); ++y) png_write_row(png, const_cast<png_bytep>(raster.row(y)));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return result;
}

}  // namespace sohoa::maker
