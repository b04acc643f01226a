#pragma once
#include <cstdint>
#include <vector>

#include "base/raster.h"

namespace sohoa::ocr {

enum class Border { white, black, replicate };

/// Samples a grey plane between its pixels, bicubically (a = -0.75), at places that are whole numbers of 1/32 pixel.
///
/// Values are those of cv::remap to the last bit; that function takes four times as long, as it weighs pixel by pixel.
class BicubicSampler {
public:
    static constexpr int steps = 32;   ///< places a pixel
    static constexpr int in_line = 8;  ///< pixels of a row, from its start on, whose places must lie on one line each

    /// The plane must live as long as this. `border` is what lies outside of it. Registers of 32 bytes are used where
    /// the processor has them, unless `wide` says not to: results are the same.
    BicubicSampler(const Raster& plane, Border border, bool wide = true);

    /// A row of samples at (x[k], y[k]) / 32, counted from the centre of the plane's first pixel.
    void sample(const std::vector<int>& x, const std::vector<int>& y, std::uint8_t* row) const;

private:
    bool well_within(int x, int y) const;
    std::uint8_t near_rim(int x, int y) const;

    const Raster& plane_;
    Border border_;
    bool wide_;
};

}  // namespace sohoa::ocr
