#include "base/raster.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace sohoa {

Raster::Raster(int width, int height, int channels)
    : width_(width),
      height_(height),
      channels_(channels),
      // Not std::vector, which would write all of it first: a page's planes would be written once more each.
      pixels_(std::make_unique_for_overwrite<std::uint8_t[]>(bytes())) {}

Raster& Raster::operator=(Raster&& other) noexcept {
    width_ = std::exchange(other.width_, 0);
    height_ = std::exchange(other.height_, 0);
    channels_ = std::exchange(other.channels_, 0);
    pixels_ = std::move(other.pixels_);
    return *this;
}

Raster Raster::clone() const {
    Raster copy(width_, height_, channels_);
    std::copy_n(data(), bytes(), copy.data());
    return copy;
}

Raster black_raster(int width, int height, int channels) {
    Raster raster(width, height, channels);
    std::fill_n(raster.data(), raster.bytes(), std::uint8_t{0});
    return raster;
}

namespace {

template <int Channels>
void turn(const Raster& from, Raster& to, int degrees) {
    constexpr int tile = 64;  // pixels: a tile of both rasters stays in the first-level cache
    const int w = from.width();
    const int h = from.height();
    for (int ty = 0; ty < h; ty += tile) {
        for (int tx = 0; tx < w; tx += tile) {
            for (int y = ty; y < std::min(ty + tile, h); ++y) {
                const std::uint8_t* pixel = from.row(y) + std::ptrdiff_t{tx} * Channels;
                for (int x = tx; x < std::min(tx + tile, w); ++x, pixel += Channels) {
                    const int u = degrees == 90 ? h - 1 - y : degrees == 180 ? w - 1 - x : y;
                    const int v = degrees == 90 ? x : degrees == 180 ? h - 1 - y : w - 1 - x;
                    std::memcpy(to.row(v) + std::ptrdiff_t{u} * Channels, pixel, Channels);
                }
            }
        }
    }
}

}  // namespace

Raster turned(const Raster& raster, int degrees_clockwise) {
    const int degrees = ((degrees_clockwise % 360) + 360) % 360;
    if (degrees == 0) return raster.clone();
    const bool upright = degrees == 180;
    Raster result(upright ? raster.width() : raster.height(), upright ? raster.height() : raster.width(),
                  raster.channels());
    if (raster.channels() == 3) {
        turn<3>(raster, result, degrees);
    } else {
        turn<1>(raster, result, degrees);
    }
    return result;
}

}  // namespace sohoa
