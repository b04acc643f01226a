#include "ocr/image/ink_grey.h"

#include <cstdint>
#include <vector>

#include "ocr/image/coloured_ink.h"
#include "ocr/image/tinted_pixels.h"

namespace sohoa::ocr {

namespace {

constexpr int grey_chroma = 30;  // between the strongest and the weakest channel; black print on soft scans has as much

/// What a pixel gains in brightness by its colourfulness.
cv::v_uint8x16 lift_of(const cv::v_uint8x16& chroma, const cv::v_uint8x16& most) {
    cv::v_uint16x8 low;
    cv::v_uint16x8 high;
    cv::v_mul_expand(chroma - cv::v_setall_u8(grey_chroma), most, low, high);
    return cv::v_pack(low >> 8, high >> 8);
}

}  // namespace

Raster ink_grey(const Raster& scan, const PaperTint& tint, ColouredInk* coloured) {
    if (scan.channels() != 3) return scan.clone();
    const TintedPixels pixels(scan, tint);
    const int width = scan.width();
    Raster grey(width, scan.height(), 1);
    std::vector<std::uint8_t> chroma_row(coloured != nullptr ? static_cast<std::size_t>(width) : 0);
    std::vector<std::uint8_t> brightness_row(chroma_row.size());
    for (int y = 0; y < scan.height(); ++y) {
        pixels.of_row(y, 0, width, [&](int x, const SixteenPixels& p) {
            const cv::v_uint8x16 most = p.most();
            const cv::v_uint8x16 chroma = most - p.least();
            TintedPixels::store(grey.row(y), x, width, most + lift_of(chroma, most));
            if (coloured == nullptr) return;
            TintedPixels::store(chroma_row.data(), x, width, chroma);
            TintedPixels::store(brightness_row.data(), x, width, most);
        });
        if (coloured != nullptr) coloured->add_row(chroma_row.data(), brightness_row.data());
    }
    return grey;
}

Raster ink_grey(const Raster& scan) {
    return ink_grey(scan, paper_tint(scan));
}

}  // namespace sohoa::ocr
