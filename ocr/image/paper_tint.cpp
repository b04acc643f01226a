#include "ocr/image/paper_tint.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sohoa::ocr {

namespace {

constexpr double bright_share = 0.4;  // of the pixels, taken for paper
constexpr double largest_gain = 2;

std::uint8_t median(std::vector<std::uint8_t>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Calls `use` with each pixel that is looked at.
template <class Use>
void look_at(const Raster& scan, const Raster& within, Use use) {
    for (int y = tint_cell / 2; y < scan.height(); y += tint_cell) {
        for (int x = tint_cell / 2; x < scan.width(); x += tint_cell) {
            if (!within.empty() && within.row(y / tint_cell)[x / tint_cell] == 0) continue;
            use(scan.row(y) + 3 * static_cast<std::ptrdiff_t>(x));
        }
    }
}

}  // namespace

PaperTint paper_tint(const Raster& scan, const Raster& within) {
    PaperTint tint;
    if (scan.channels() != 3 || scan.empty()) return tint;
    const auto strongest = [](const std::uint8_t* rgb) { return std::max({rgb[0], rgb[1], rgb[2]}); };
    std::vector<std::uint8_t> lights;
    look_at(scan, within, [&](const std::uint8_t* rgb) { lights.push_back(strongest(rgb)); });
    if (lights.empty()) return tint;
    const auto least =
        lights.begin() + static_cast<std::ptrdiff_t>((1 - bright_share) * static_cast<double>(lights.size() - 1));
    std::nth_element(lights.begin(), least, lights.end());
    std::array<std::vector<std::uint8_t>, 3> paper;
    look_at(scan, within, [&](const std::uint8_t* rgb) {
        if (strongest(rgb) < *least) return;
        for (std::size_t c = 0; c < 3; ++c) paper[c].push_back(rgb[c]);
    });
    std::array<double, 3> middle{};
    for (std::size_t c = 0; c < 3; ++c) middle[c] = median(paper[c]);
    const double white = *std::max_element(middle.begin(), middle.end());
    for (std::size_t c = 0; c < 3; ++c) tint.gains[c] = std::clamp(white / std::max(1.0, middle[c]), 1.0, largest_gain);
    return tint;
}

}  // namespace sohoa::ocr
