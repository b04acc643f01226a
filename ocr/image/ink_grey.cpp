#include "ocr/image/ink_grey.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace sohoa::ocr {

namespace {

constexpr int grey_chroma = 30;  // between the strongest and the weakest channel; black print on soft scans has as much

}  // namespace

Raster ink_grey(const Raster& scan, const PaperTint& tint) {
    if (scan.channels() != 3) return scan.clone();
    std::array<unsigned, 3> gains{};
    for (std::size_t c = 0; c < 3; ++c) gains[c] = static_cast<unsigned>(std::lround(128 * tint.gains[c]));
    Raster grey(scan.width(), scan.height(), 1);
    for (int y = 0; y < scan.height(); ++y) {
        const std::uint8_t* rgb = scan.row(y);
        std::uint8_t* out = grey.row(y);
        for (int x = 0; x < scan.width(); ++x, rgb += 3) {
            const int r = static_cast<int>(std::min(255U, (rgb[0] * gains[0]) >> 7U));
            const int g = static_cast<int>(std::min(255U, (rgb[1] * gains[1]) >> 7U));
            const int b = static_cast<int>(std::min(255U, (rgb[2] * gains[2]) >> 7U));
            const int most = std::max(r, std::max(g, b));
            const int chroma = most - std::min(r, std::min(g, b));
            const int lift = std::max(0, chroma - grey_chroma) * most >> 8;
            out[x] = static_cast<std::uint8_t>(std::min(255, most + lift));
        }
    }
    return grey;
}

Raster ink_grey(const Raster& scan) {
    return ink_grey(scan, paper_tint(scan));
}

}  // namespace sohoa::ocr
