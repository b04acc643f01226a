#include "ocr/image/block_means.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "base/wide_registers.h"

namespace sohoa::ocr {

namespace {

constexpr int largest_factor = 256;  // so that a column of a block adds up within sixteen bits

SOHOA_WIDE_REGISTERS void add_row(const std::uint8_t* row, std::uint16_t* sums, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) sums[k] = static_cast<std::uint16_t>(sums[k] + row[k]);
}

/// Sums down the columns of a row of blocks.
void add_up(const Raster& scan, int top, int factor, std::vector<std::uint16_t>& sums) {
    std::copy_n(scan.row(top), sums.size(), sums.data());
    for (int y = top + 1; y < top + factor; ++y) add_row(scan.row(y), sums.data(), sums.size());
}

template <int Channels>
void average(const std::vector<std::uint16_t>& sums, int factor, int width, std::uint8_t* to) {
    const float share = 1.0F / static_cast<float>(factor * factor);
    const std::uint16_t* from = sums.data();
    for (int x = 0; x < width; ++x) {
        int all[Channels] = {};
        for (int k = 0; k < factor; ++k) {
            for (int c = 0; c < Channels; ++c) all[c] += *from++;
        }
        for (int c = 0; c < Channels; ++c) *to++ = cv::saturate_cast<std::uint8_t>(static_cast<float>(all[c]) * share);
    }
}

}  // namespace

Raster block_means(const Raster& scan, int factor) {
    if (factor == 1) return scan.clone();
    Raster small(std::max(1, scan.width() / factor), std::max(1, scan.height() / factor), scan.channels());
    if (factor == 2 || factor > largest_factor || scan.width() < factor || scan.height() < factor) {
        const cv::Rect whole(0, 0, std::min(scan.width(), small.width() * factor),
                             std::min(scan.height(), small.height() * factor));
        cv::Mat to = mat_of(small);
        cv::resize(mat_of(scan)(whole), to, to.size(), 0, 0, cv::INTER_AREA);
        return small;
    }
    std::vector<std::uint16_t> sums(small.stride() * static_cast<std::size_t>(factor));
    for (int y = 0; y < small.height(); ++y) {
        add_up(scan, y * factor, factor, sums);
        if (scan.channels() == 3) {
            average<3>(sums, factor, small.width(), small.row(y));
        } else {
            average<1>(sums, factor, small.width(), small.row(y));
        }
    }
    return small;
}

}  // namespace sohoa::ocr
