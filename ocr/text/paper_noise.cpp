#include "ocr/text/paper_noise.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace sohoa::ocr {

namespace {

constexpr std::size_t lightest_threshold = 200;  // grey level: a threshold above it parts paper from paper
constexpr std::uint8_t whitened_from = 190;      // grey level

using Histogram = std::array<std::size_t, 256>;

Histogram histogram_of(const Raster& plane) {
    Histogram counts{};
    std::for_each(plane.data(), plane.data() + plane.bytes(), [&](std::uint8_t value) { ++counts[value]; });
    return counts;
}

/// The level that parts the pixels into two kinds that are most even in themselves (Otsu 1979).
std::size_t threshold_of(const Histogram& counts) {
    double total = 0;
    double weighed = 0;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        total += static_cast<double>(counts[k]);
        weighed += static_cast<double>(k) * static_cast<double>(counts[k]);
    }
    double darker = 0;
    double darker_weighed = 0;
    double most = -1;
    std::size_t best = 0;
    for (std::size_t k = 0; k + 1 < counts.size(); ++k) {
        darker += static_cast<double>(counts[k]);
        darker_weighed += static_cast<double>(k) * static_cast<double>(counts[k]);
        if (darker == 0 || darker == total) continue;
        const double apart = darker_weighed / darker - (weighed - darker_weighed) / (total - darker);
        const double between = darker * (total - darker) * apart * apart;
        if (between > most) {
            most = between;
            best = k;
        }
    }
    return best;
}

}  // namespace

std::optional<Raster> without_paper_noise(const Raster& plane) {
    if (plane.empty() || threshold_of(histogram_of(plane)) <= lightest_threshold) return std::nullopt;
    Raster quiet = plane.clone();
    std::transform(quiet.data(), quiet.data() + quiet.bytes(), quiet.data(),
                   [](std::uint8_t value) { return value < whitened_from ? value : std::uint8_t{255}; });
    return quiet;
}

}  // namespace sohoa::ocr
