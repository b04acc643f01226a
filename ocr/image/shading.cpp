#include "ocr/image/shading.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "base/wide_registers.h"
#include "ocr/image/area_reduction.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr int closing = 5;  // cells of 8 pixels at 150 dpi: 6 mm, wider than the strokes of a title
constexpr int smoothing = 7;
constexpr int lightest_ink = 230;     // of 255
constexpr double darkest_paper = 40;  // below this there is no paper, and division would only lift noise

constexpr int gain_step = 8;  // pixels between two points where the gain is worked out; between them it is interpolated

/// 255 over the paper's brightness, in 1/256, at the corners of squares of gain_step × gain_step pixels.
std::vector<std::uint16_t> gains_of(const Raster& light) {
    std::array<std::uint16_t, 256> gain{};
    for (int k = 0; k < 256; ++k)
        gain[static_cast<std::size_t>(k)] = static_cast<std::uint16_t>(255 * 256 / std::max(1, k));
    std::vector<std::uint16_t> gains(light.bytes());
    std::transform(light.data(), light.data() + light.bytes(), gains.begin(), [&](std::uint8_t v) { return gain[v]; });
    return gains;
}

/// One row of gains for all pixels, from the gains at every gain_step-th pixel.
SOHOA_WIDE_REGISTERS void spread(const std::vector<std::uint32_t>& at_steps, std::vector<std::uint16_t>& row) {
    for (std::size_t k = 0; k + 1 < at_steps.size(); ++k) {
        std::uint16_t* to = row.data() + k * gain_step;
        for (std::uint32_t j = 0; j < gain_step; ++j) {
            to[j] = static_cast<std::uint16_t>((at_steps[k] * (gain_step - j) + at_steps[k + 1] * j) /
                                               (gain_step * gain_step));
        }
    }
}

SOHOA_WIDE_REGISTERS void multiply(std::uint8_t* pixels, const std::uint16_t* gains, int width) {
    for (int x = 0; x < width; ++x) {
        const std::uint32_t value = (pixels[x] * static_cast<std::uint32_t>(gains[x]) + 128) >> 8;
        pixels[x] = static_cast<std::uint8_t>(std::min(value, std::uint32_t{255}));
    }
}

}  // namespace

Raster paper_brightness(const Raster& grey, int cell) {
    Raster paper = area_reduced(grey, {(grey.width() + cell - 1) / cell, (grey.height() + cell - 1) / cell});
    cv::Mat small = mat_of(paper);
    cv::Mat closed;
    cv::morphologyEx(small, closed, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {closing, closing}));
    cv::medianBlur(closed, small, smoothing);
    cv::max(small, darkest_paper, small);
    return paper;
}

double brightness_of(const Raster& paper) {
    if (paper.empty()) return 0;
    std::vector<std::uint8_t> values(paper.data(), paper.data() + paper.bytes());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void divide_shading(Raster& grey, const Raster& paper, const PlaneMap& to_paper) {
    const int columns = grey.width() / gain_step + 2;
    const int rows = grey.height() / gain_step + 2;
    const PlaneMap corners =
        to_paper.after(Transform::translation(-0.5, -0.5).then(Transform::scaling(gain_step, gain_step)));
    const std::vector<std::uint16_t> gains = gains_of(warped(paper, corners, {columns, rows}, Border::replicate));
    std::vector<std::uint32_t> at_steps(static_cast<std::size_t>(columns));
    std::vector<std::uint16_t> row_gains(static_cast<std::size_t>(columns) * gain_step);
    for (int y = 0; y < grey.height(); ++y) {
        const std::uint16_t* above = gains.data() + static_cast<std::ptrdiff_t>(y / gain_step) * columns;
        const std::uint16_t* below = above + columns;
        const auto share = static_cast<std::uint32_t>(y % gain_step);
        for (int k = 0; k < columns; ++k) {
            at_steps[static_cast<std::size_t>(k)] = above[k] * (gain_step - share) + below[k] * share;
        }
        spread(at_steps, row_gains);
        multiply(grey.row(y), row_gains.data(), grey.width());
    }
}

void whiten_paper(Raster& grey) {
    std::array<std::uint8_t, 256> curve{};
    for (int k = 0; k < 256; ++k)
        curve[static_cast<std::size_t>(k)] = static_cast<std::uint8_t>(std::min(255, k * 255 / lightest_ink));
    std::transform(grey.data(), grey.data() + grey.bytes(), grey.data(), [&](std::uint8_t v) { return curve[v]; });
}

}  // namespace sohoa::ocr
