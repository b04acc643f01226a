#include "ocr/image/luma.h"

#include "ocr/image/tinted_pixels.h"

namespace sohoa::ocr {

namespace {

/// In 1/256, which add up to one.
constexpr std::uint16_t red_weight = 77;
constexpr std::uint16_t green_weight = 150;
constexpr std::uint16_t blue_weight = 29;

cv::v_uint8x16 weighed_channels(const SixteenPixels& pixels) {
    cv::v_uint16x8 low = cv::v_setzero_u16();
    cv::v_uint16x8 high = low;
    const auto add = [&](const cv::v_uint8x16& channel, std::uint16_t weight) {
        cv::v_uint16x8 first;
        cv::v_uint16x8 second;
        cv::v_expand(channel, first, second);
        low = low + cv::v_mul_wrap(first, cv::v_setall_u16(weight));
        high = high + cv::v_mul_wrap(second, cv::v_setall_u16(weight));
    };
    add(pixels.red, red_weight);
    add(pixels.green, green_weight);
    add(pixels.blue, blue_weight);
    return cv::v_pack(low >> 8, high >> 8);
}

}  // namespace

void write_luma(const Raster& scan, const PaperTint& tint, const Box& box, Raster& grey) {
    const TintedPixels pixels(scan, tint);
    for (int y = box.y; y < box.bottom(); ++y) {
        std::uint8_t* row = grey.row(y) + box.x;
        pixels.of_row(y, box.x, box.width, [&](int x, const SixteenPixels& p) {
            TintedPixels::store(row, x, box.width, weighed_channels(p));
        });
    }
}

}  // namespace sohoa::ocr
