#include "ocr/image/area_reduction.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>
#include <utility>

#include "base/wide_registers.h"

namespace sohoa::ocr {

namespace {

SOHOA_WIDE_REGISTERS void set_weighed(const std::uint8_t* row, float weight, float* sums, std::size_t width) {
    for (std::size_t x = 0; x < width; ++x) sums[x] = weight * static_cast<float>(row[x]);
}

SOHOA_WIDE_REGISTERS void add_weighed(const std::uint8_t* row, float weight, float* sums, std::size_t width) {
    for (std::size_t x = 0; x < width; ++x) sums[x] += weight * static_cast<float>(row[x]);
}

/// Adds up three pixels for each column, which is what most reductions take, or any number of them.
SOHOA_WIDE_REGISTERS void mean_of_three(const float* sums, const int* first, const float* weights, float* means,
                                        std::size_t columns) {
    const float* second = weights + columns;
    const float* third = second + columns;
    for (std::size_t x = 0; x < columns; ++x) {
        const float* from = sums + first[x];
        means[x] = weights[x] * from[0] + second[x] * from[1] + third[x] * from[2];
    }
}

SOHOA_WIDE_REGISTERS void mean_of(const float* sums, const int* first, const float* weights, std::size_t count,
                                  float* means, std::size_t columns) {
    for (std::size_t x = 0; x < columns; ++x) means[x] = weights[x] * sums[first[x]];
    for (std::size_t k = 1; k < count; ++k) {
        const float* weight = weights + k * columns;
        const float* from = sums + k;
        for (std::size_t x = 0; x < columns; ++x) means[x] += weight[x] * from[first[x]];
    }
}

void round_to(const std::vector<float>& means, std::uint8_t* row) {
    std::size_t x = 0;
    for (; x + 16 <= means.size(); x += 16) {
        const auto four = [&](std::size_t k) { return cv::v_round(cv::v_load(means.data() + x + k)); };
        cv::v_store(row + x, cv::v_pack_u(cv::v_pack(four(0), four(4)), cv::v_pack(four(8), four(12))));
    }
    for (; x < means.size(); ++x) row[x] = cv::saturate_cast<std::uint8_t>(means[x]);
}

}  // namespace

AreaReduction::AreaReduction(Size plane, Size reduced, const Box& part)
    : part_(part.width, part.height, 1), upright_(shares_of(plane.height, reduced.height, part.y, part.bottom())) {
    std::vector<Share> level = shares_of(plane.width, reduced.width, part.x, part.right());
    needed_ = {level.front().from, upright_.front().from, level.back().from + 1 - level.front().from,
               upright_.back().from + 1 - upright_.front().from};
    for (Share& share : upright_) share.from -= needed_.y;
    sums_.resize(static_cast<std::size_t>(needed_.width));
    std::vector<std::size_t> counts(static_cast<std::size_t>(part.width));
    for (const Share& share : level) taps_ = std::max(taps_, ++counts[static_cast<std::size_t>(share.to)]);
    first_.assign(counts.size(), -1);
    weights_.resize(counts.size() * taps_);
    means_.resize(counts.size());
    for (const Share& share : level) {
        const auto column = static_cast<std::size_t>(share.to);
        const int from = share.from - needed_.x;
        // The last columns begin earlier, at pixels of no weight, so that all have the same number of them.
        if (first_[column] < 0) first_[column] = std::min(from, needed_.width - static_cast<int>(taps_));
        weights_[static_cast<std::size_t>(from - first_[column]) * counts.size() + column] = share.weight;
    }
}

/// Of the pixels [begin, end) of the reduced plane, which are counted from 0.
std::vector<AreaReduction::Share> AreaReduction::shares_of(int plane, int reduced, int begin, int end) {
    constexpr double least_share = 1e-3;  // of a pixel
    const double scale = 1.0 * plane / reduced;
    std::vector<Share> shares;
    for (int to = begin; to < end; ++to) {
        const double top = to * scale;
        const double bottom = std::min(top + scale, 1.0 * plane);
        const int first_whole = std::min(static_cast<int>(std::ceil(top)), plane - 1);
        const int end_whole = std::max(first_whole, std::min(static_cast<int>(std::floor(bottom)), plane - 1));
        const auto add = [&](int from, double covered) {
            shares.push_back({to - begin, from, static_cast<float>(covered / (bottom - top))});
        };
        if (first_whole - top > least_share) add(first_whole - 1, first_whole - top);
        for (int from = first_whole; from < end_whole; ++from) add(from, 1);
        if (bottom - end_whole > least_share) add(end_whole, std::min(1.0, bottom - end_whole));
    }
    return shares;
}

void AreaReduction::add(const std::uint8_t* row) {
    for (; next_ < upright_.size() && upright_[next_].from == row_; ++next_) {
        const Share& share = upright_[next_];
        const bool is_first = next_ == 0 || upright_[next_ - 1].to != share.to;
        (is_first ? set_weighed : add_weighed)(row, share.weight, sums_.data(), sums_.size());
        if (next_ + 1 == upright_.size() || upright_[next_ + 1].to != share.to) write(share.to);
    }
    ++row_;
}

void AreaReduction::write(int row) {
    if (taps_ == 3) {
        mean_of_three(sums_.data(), first_.data(), weights_.data(), means_.data(), means_.size());
    } else {
        mean_of(sums_.data(), first_.data(), weights_.data(), taps_, means_.data(), means_.size());
    }
    round_to(means_, part_.row(row));
}

Raster area_reduced(const Raster& plane, Size size) {
    return area_reduced(plane, size, {0, 0, size.width, size.height});
}

Raster area_reduced(const Raster& plane, Size size, const Box& part) {
    AreaReduction reduction(plane.size(), size, part);
    const Box& needed = reduction.needed();
    for (int y = needed.y; y < needed.bottom(); ++y) reduction.add(plane.row(y) + needed.x);
    return reduction.take();
}

}  // namespace sohoa::ocr
