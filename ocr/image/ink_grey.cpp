#include "ocr/image/ink_grey.h"

#include <algorithm>

namespace sohoa::ocr {

Raster ink_grey(const Raster& scan) {
    if (scan.channels() != 3) return scan.clone();
    Raster grey(scan.width(), scan.height(), 1);
    for (int y = 0; y < scan.height(); ++y) {
        const std::uint8_t* rgb = scan.row(y);
        std::uint8_t* out = grey.row(y);
        for (int x = 0; x < scan.width(); ++x, rgb += 3) out[x] = std::max(rgb[0], std::max(rgb[1], rgb[2]));
    }
    return grey;
}

}  // namespace sohoa::ocr
