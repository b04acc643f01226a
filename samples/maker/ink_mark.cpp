#include "samples/maker/ink_mark.h"

#include <algorithm>
#include <array>
#include <cairo.h>
#include <cmath>
#include <new>

namespace sohoa::maker {

void press(Raster& page, int dpi, const PlacedMark& placed) {
    const auto& coverage = placed.mark.coverage;
    const int left = static_cast<int>(std::lround(placed.x * dpi / 25.4));
    const int top = static_cast<int>(std::lround(placed.y * dpi / 25.4));
    const std::array<double, 3> ink{placed.mark.ink.red, placed.mark.ink.green, placed.mark.ink.blue};
    for (int y = std::max(0, -top); y < coverage.height() && top + y < page.height(); ++y) {
        const std::uint8_t* from = coverage.row(y);
        std::uint8_t* to = page.row(top + y);
        for (int x = std::max(0, -left); x < coverage.width() && left + x < page.width(); ++x) {
            if (from[x] == 0) continue;
            const double share = from[x] / 255.0;
            std::uint8_t* pixel = to + std::size_t{3} * static_cast<std::size_t>(left + x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = static_cast<std::uint8_t>(pixel[c] * (1 - share + share * ink[static_cast<std::size_t>(c)]));
        }
    }
}

MarkCanvas::MarkCanvas(double width_mm, double height_mm, int dpi) {
    const double scale = dpi / 25.4;
    auto* pixels = cairo_image_surface_create(CAIRO_FORMAT_A8, static_cast<int>(std::ceil(width_mm * scale)),
                                              static_cast<int>(std::ceil(height_mm * scale)));
    if (cairo_surface_status(pixels) != CAIRO_STATUS_SUCCESS) throw std::bad_alloc();
    pixels_ = pixels;
    ink_ = cairo_create(pixels);
    cairo_scale(ink_, scale, scale);
    cairo_set_source_rgba(ink_, 0, 0, 0, 1);
}

MarkCanvas::~MarkCanvas() {
    cairo_destroy(ink_);
    cairo_surface_destroy(static_cast<cairo_surface_t*>(pixels_));
}

Raster MarkCanvas::coverage() const {
    auto* pixels = static_cast<cairo_surface_t*>(pixels_);
    cairo_surface_flush(pixels);
    Raster raster(cairo_image_surface_get_width(pixels), cairo_image_surface_get_height(pixels), 1);
    const unsigned char* data = cairo_image_surface_get_data(pixels);
    const int stride = cairo_image_surface_get_stride(pixels);
    for (int y = 0; y < raster.height(); ++y)
        std::copy_n(data + static_cast<std::ptrdiff_t>(y) * stride, raster.width(), raster.row(y));
    return raster;
}

}  // namespace sohoa::maker
