#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>

#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// Sixteen pixels side by side as they would be seen on grey paper.
struct SixteenPixels {
    cv::v_uint8x16 red;
    cv::v_uint8x16 green;
    cv::v_uint8x16 blue;

    cv::v_uint8x16 most() const { return cv::v_max(red, cv::v_max(green, blue)); }
    cv::v_uint8x16 least() const { return cv::v_min(red, cv::v_min(green, blue)); }
};

/// The pixels of a scan as they would be seen on grey paper. Include this header in .cpp files only.
class TintedPixels {
public:
    TintedPixels(const Raster& scan, const PaperTint& tint) : scan_(scan) {
        for (std::size_t c = 0; c < 3; ++c) {
            const auto gain = static_cast<std::uint16_t>(std::lround((1 << gain_bits) * tint.gains[c]));
            gains_[c] = cv::v_setall_u16(gain);
            plain_ = plain_ && gain == 1 << gain_bits;
        }
    }

    /// Calls `use(x, pixels)` for each sixteen of `width` pixels of a row, x counted from the first of them; what is
    /// beyond the last is black.
    template <class Use>
    void of_row(int y, int first, int width, Use use) const {
        const std::uint8_t* rgb = scan_.row(y) + std::ptrdiff_t{3} * first;
        int x = 0;
        for (; x + 16 <= width; x += 16) use(x, loaded(rgb + std::ptrdiff_t{3} * x));
        if (x == width) return;
        std::array<std::uint8_t, 48> rest{};
        std::memcpy(rest.data(), rgb + std::ptrdiff_t{3} * x, static_cast<std::size_t>(width - x) * 3);
        use(x, loaded(rest.data()));
    }

    /// Writes what belongs to pixels x … x + 15 of a row that may end before.
    static void store(std::uint8_t* row, int x, int width, const cv::v_uint8x16& values) {
        if (x + 16 <= width) {
            cv::v_store(row + x, values);
            return;
        }
        std::array<std::uint8_t, 16> all{};
        cv::v_store(all.data(), values);
        std::memcpy(row + x, all.data(), static_cast<std::size_t>(width - x));
    }

private:
    static constexpr int gain_bits = 7;  // a gain of two leaves a channel within sixteen bits

    SixteenPixels loaded(const std::uint8_t* rgb) const {
        SixteenPixels pixels;
        cv::v_load_deinterleave(rgb, pixels.red, pixels.green, pixels.blue);
        if (plain_) return pixels;
        return {gained(pixels.red, 0), gained(pixels.green, 1), gained(pixels.blue, 2)};
    }

    cv::v_uint8x16 gained(const cv::v_uint8x16& channel, std::size_t which) const {
        cv::v_uint16x8 low;
        cv::v_uint16x8 high;
        cv::v_expand(channel, low, high);
        return cv::v_pack(cv::v_mul_wrap(low, gains_[which]) >> gain_bits,
                          cv::v_mul_wrap(high, gains_[which]) >> gain_bits);
    }

    const Raster& scan_;
    std::array<cv::v_uint16x8, 3> gains_;
    bool plain_ = true;
};

}  // namespace sohoa::ocr
