#include "scanners/orientation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sohoa::scanners {

Orientation orientation_of_tag(int value) {
    static constexpr std::array<Orientation, 9> shown{{{0, false},
                                                       {0, false},
                                                       {0, true},
                                                       {180, false},
                                                       {180, true},
                                                       {270, true},
                                                       {90, false},
                                                       {90, true},
                                                       {270, false}}};
    return value >= 1 && value <= 8 ? shown[static_cast<std::size_t>(value)] : Orientation{};
}

Orientation then_turned(Orientation first, int degrees) {
    return {((first.turn + degrees) % 360 + 360) % 360, first.mirrored};
}

namespace {

void mirror(Raster& raster) {
    const std::ptrdiff_t channels = raster.channels();
    for (int y = 0; y < raster.height(); ++y) {
        std::uint8_t* row = raster.row(y);
        for (int left = 0, right = raster.width() - 1; left < right; ++left, --right) {
            std::swap_ranges(row + left * channels, row + (left + 1) * channels, row + right * channels);
        }
    }
}

}  // namespace

Raster oriented(Raster raster, Orientation orientation) {
    if (orientation.mirrored) mirror(raster);
    return orientation.turn == 0 ? std::move(raster) : turned(raster, orientation.turn);
}

}  // namespace sohoa::scanners
