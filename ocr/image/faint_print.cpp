#include "ocr/image/faint_print.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/wide_registers.h"

namespace sohoa::ocr {

namespace {

constexpr int square = 32;            // pixels at 150 dpi: 5 mm
constexpr int lightest_inked = 230;   // of 255: what is lighter is paper
constexpr int faint_from = 150;       // usual print is darker
constexpr int shows_through = 216;    // and lighter: ink on the back
constexpr int brought_to = 110;       // darkness that faint print gets
constexpr double least_inked = 0.04;  // share of the squares, below which a page has too little print to judge
constexpr double most_gain = 4;

/// Lowers each value of `least` to the sum of the 3 × 3 pixels around it. `sums` has room for two more; beyond its ends
/// the plane is mirrored.
SOHOA_WIDE_REGISTERS void lower_to_sums(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
                                        std::uint16_t* sums, std::uint16_t* least, std::size_t width) {
    for (std::size_t x = 0; x < width; ++x) sums[x + 1] = static_cast<std::uint16_t>(above[x] + row[x] + below[x]);
    sums[0] = sums[2];
    sums[width + 1] = sums[width - 1];
    for (std::size_t x = 0; x < width; ++x) {
        const auto sum = static_cast<std::uint16_t>(sums[x] + sums[x + 1] + sums[x + 2]);
        least[x] = std::min(least[x], sum);
    }
}

/// The darkest 3 × 3 pixels of each square, as their mean: the noise of single pixels is no print.
std::vector<int> darkest_of_squares(const Raster& grey) {
    constexpr std::uint16_t white = 9 * 255;
    const auto width = static_cast<std::size_t>(grey.width());
    std::vector<std::uint16_t> sums(width + 2);
    std::vector<std::uint16_t> least(width);
    std::vector<int> darkest;
    for (int top = 0; top + square <= grey.height(); top += square) {
        std::fill(least.begin(), least.end(), white);
        for (int y = top; y < top + square; ++y) {
            const int above = y > 0 ? y - 1 : 1;
            const int below = y + 1 < grey.height() ? y + 1 : y - 1;
            lower_to_sums(grey.row(above), grey.row(y), grey.row(below), sums.data(), least.data(), width);
        }
        for (auto from = least.begin(); least.end() - from >= square; from += square)
            darkest.push_back((*std::min_element(from, from + square) + 4) / 9);
    }
    return darkest;
}

}  // namespace

double faint_print_gain(const Raster& grey) {
    const Size size{grey.width() / square * square, grey.height() / square * square};
    if (size.width == 0 || size.height == 0) return 1;
    std::vector<int> darkest = darkest_of_squares(grey);
    std::erase_if(darkest, [](int level) { return level >= lightest_inked; });
    const double squares = static_cast<double>(size.width) * size.height / (square * square);
    if (static_cast<double>(darkest.size()) < std::max(4.0, least_inked * squares)) return 1;
    const auto level = darkest.begin() + static_cast<std::ptrdiff_t>(darkest.size() * 3 / 10);
    std::nth_element(darkest.begin(), level, darkest.end());
    if (*level < faint_from || *level > shows_through) return 1;
    return std::clamp((255.0 - brought_to) / (255.0 - *level), 1.0, most_gain);
}

void darken_print(Raster& grey, double gain) {
    if (gain <= 1) return;
    std::array<std::uint8_t, 256> curve{};
    for (int k = 0; k < 256; ++k)
        curve[static_cast<std::size_t>(k)] = static_cast<std::uint8_t>(std::max(0.0, 255 - (255 - k) * gain));
    std::transform(grey.data(), grey.data() + grey.bytes(), grey.data(), [&](std::uint8_t v) { return curve[v]; });
}

}  // namespace sohoa::ocr
