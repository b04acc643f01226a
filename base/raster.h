#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/geometry.h"

namespace sohoa {

/// Pixels in memory: 8 bits a sample, 1 channel (grey, 0 black … 255 white) or 3 (RGB in this order), rows without
/// padding. Move it; copying a page is a decision (`clone`).
class Raster {
public:
    Raster() = default;
    /// Pixels are not initialised to anything a caller may rely on.
    Raster(int width, int height, int channels);
    Raster(Raster&& other) noexcept { *this = std::move(other); }
    Raster& operator=(Raster&& other) noexcept;  ///< leaves `other` empty
    Raster(const Raster&) = delete;
    Raster& operator=(const Raster&) = delete;

    Raster clone() const;

    int width() const { return width_; }
    int height() const { return height_; }
    int channels() const { return channels_; }
    Size size() const { return {width_, height_}; }
    bool empty() const { return bytes() == 0; }
    std::size_t stride() const { return static_cast<std::size_t>(width_) * static_cast<std::size_t>(channels_); }
    std::size_t bytes() const { return stride() * static_cast<std::size_t>(height_); }

    std::uint8_t* row(int y) { return pixels_.get() + stride() * static_cast<std::size_t>(y); }
    const std::uint8_t* row(int y) const { return pixels_.get() + stride() * static_cast<std::size_t>(y); }
    std::uint8_t* data() { return pixels_.get(); }
    const std::uint8_t* data() const { return pixels_.get(); }

private:
    int width_ = 0;
    int height_ = 0;
    int channels_ = 0;
    std::unique_ptr<std::uint8_t[]> pixels_;
};

/// A raster of zeros. For pixels that come from outside: where a damaged file leaves some out, nothing shows of what
/// lay in memory before.
Raster black_raster(int width, int height, int channels);

/// Turned clockwise by 0, 90, 180 or 270 degrees.
Raster turned(const Raster& raster, int degrees_clockwise);

}  // namespace sohoa
