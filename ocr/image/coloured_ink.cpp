#include "ocr/image/coloured_ink.h"

#include <algorithm>
#include <cstddef>

namespace sohoa::ocr {

namespace {

constexpr int square = 16;  // pixels
constexpr int strong_chroma = 70;
constexpr long long enough_strong = 400;  // pixels
/// Of 255, on white paper: print that coloured_print.h calls coloured is twice as colourful.
constexpr int least_chroma = 40;

}  // namespace

ColouredInk::ColouredInk(Size scan)
    : scan_(scan),
      columns_((scan.width + square - 1) / square),
      chroma_(static_cast<std::size_t>(scan.width)),
      brightness_(chroma_.size()) {}

void ColouredInk::add_row(const std::uint8_t* chroma, const std::uint8_t* brightness) {
    const std::size_t width = chroma_.size();
    strong_ += std::count_if(chroma, chroma + width, [](std::uint8_t value) { return value > strong_chroma; });
    const auto stronger = [](std::uint8_t a, std::uint8_t b) { return a > b ? a : b; };
    std::transform(chroma, chroma + width, chroma_.begin(), chroma_.begin(), stronger);
    std::transform(brightness, brightness + width, brightness_.begin(), brightness_.begin(), stronger);
    if (++rows_ % square == 0 || rows_ == scan_.height) end_squares();
}

void ColouredInk::end_squares() {
    for (int left = 0; left < scan_.width; left += square) {
        const int right = std::min(left + square, scan_.width);
        const int chroma = *std::max_element(chroma_.begin() + left, chroma_.begin() + right);
        const int brightness = *std::max_element(brightness_.begin() + left, brightness_.begin() + right);
        // On dark paper colours are weaker by as much.
        coloured_.push_back(chroma > 0 && 255 * chroma >= least_chroma * brightness);
    }
    std::fill(chroma_.begin(), chroma_.end(), std::uint8_t{0});
    std::fill(brightness_.begin(), brightness_.end(), std::uint8_t{0});
}

bool ColouredInk::any() const {
    return strong_ >= enough_strong;
}

bool ColouredInk::within(const Box& box) const {
    constexpr int near = 8;  // pixels
    if (columns_ == 0) return false;
    const int rows = static_cast<int>(coloured_.size()) / columns_;
    const int right = std::min((box.right() + near) / square, columns_ - 1);
    const int bottom = std::min((box.bottom() + near) / square, rows - 1);
    for (int row = std::max(0, (box.y - near) / square); row <= bottom; ++row) {
        for (int column = std::max(0, (box.x - near) / square); column <= right; ++column) {
            if (coloured_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                          static_cast<std::size_t>(column)])
                return true;
        }
    }
    return false;
}

}  // namespace sohoa::ocr
