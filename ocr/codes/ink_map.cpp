#include "ocr/codes/ink_map.h"

#include <algorithm>

namespace sohoa::ocr {

namespace {

constexpr int least_range = 24;   ///< grey levels between paper and print
constexpr int most_noise = 64;    ///< grey levels; more than that between neighbours is print on the noisiest scan
constexpr int dark_ground = 100;  ///< grey level below which a place without print is dark

struct Range {
    std::uint8_t least = 255;
    std::uint8_t most = 0;

    void take(const Range& other) {
        least = std::min(least, other.least);
        most = std::max(most, other.most);
    }
};

/// Darkest and lightest pixel of each block; blocks at the right and lower edge may be smaller.
std::vector<Range> ranges_of(const cv::Mat& grey, int columns, int rows) {
    constexpr int block = InkMap::block;
    std::vector<Range> ranges(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    std::vector<std::uint8_t> least(static_cast<std::size_t>(grey.cols));
    std::vector<std::uint8_t> most(least.size());
    for (int row = 0; row < rows; ++row) {
        std::ranges::fill(least, std::uint8_t{255});
        std::ranges::fill(most, std::uint8_t{0});
        for (int y = row * block; y < std::min(grey.rows, (row + 1) * block); ++y) {
            const std::uint8_t* line = grey.ptr<std::uint8_t>(y);
            for (std::size_t x = 0; x < least.size(); ++x) {
                least[x] = std::min(least[x], line[x]);
                most[x] = std::max(most[x], line[x]);
            }
        }
        for (int column = 0; column < columns; ++column) {
            Range& range = ranges[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                                  static_cast<std::size_t>(column)];
            for (int x = column * block; x < std::min(grey.cols, (column + 1) * block); ++x) {
                range.take({least[static_cast<std::size_t>(x)], most[static_cast<std::size_t>(x)]});
            }
        }
    }
    return ranges;
}

}  // namespace

namespace {

/// Grey levels that the paper itself ranges over: what a fifth of all blocks do not reach, and half as much again.
int range_of_paper(const std::vector<Range>& ranges) {
    std::vector<int> widths(ranges.size());
    std::ranges::transform(ranges, widths.begin(), [](const Range& range) { return range.most - range.least; });
    const auto fifth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 5);
    std::ranges::nth_element(widths, fifth);
    return std::clamp(*fifth * 3 / 2, least_range, most_noise);
}

}  // namespace

InkMap::InkMap(const cv::Mat& grey)
    : grey_(&grey), columns_((grey.cols + block - 1) / block), rows_((grey.rows + block - 1) / block) {
    const std::vector<Range> ranges = ranges_of(grey, columns_, rows_);
    if (ranges.empty()) return;
    const int range_of_print = range_of_paper(ranges);
    thresholds_.resize(ranges.size());
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            Range around;
            for (int y = std::max(0, row - 1); y <= std::min(rows_ - 1, row + 1); ++y) {
                for (int x = std::max(0, column - 1); x <= std::min(columns_ - 1, column + 1); ++x) {
                    around.take(ranges[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
                                       static_cast<std::size_t>(x)]);
                }
            }
            const int middle = (around.least + around.most + 1) / 2;
            const bool print = around.most - around.least >= range_of_print;
            thresholds_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(column)] = static_cast<std::int16_t>(print                  ? middle
                                                                                      : middle < dark_ground ? 256
                                                                                                             : 0);
        }
    }
}

void InkMap::runs_of_row(int y, std::vector<int>& lengths) const {
    lengths.clear();
    const std::uint8_t* line = grey_->ptr<std::uint8_t>(y);
    bool dark = false;
    int from = 0;
    for (int column = 0; column < columns_; ++column) {
        const int limit = threshold(column, y / block);
        const int end = std::min(grey_->cols, (column + 1) * block);
        if (limit == 0 && !dark) continue;
        for (int x = column * block; x < end; ++x) {
            if ((line[x] < limit) != dark) {
                lengths.push_back(x - from);
                from = x;
                dark = !dark;
            }
        }
    }
    lengths.push_back(grey_->cols - from);
}

}  // namespace sohoa::ocr
