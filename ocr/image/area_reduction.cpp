#include "ocr/image/area_reduction.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <utility>

namespace sohoa::ocr {

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
    for (const Share& share : level) {
        const auto column = static_cast<std::size_t>(share.to);
        const int from = share.from - needed_.x;
        // The last columns begin earlier, at pixels of no weight, so that all have the same number of them.
        if (first_[column] < 0) first_[column] = std::min(from, needed_.width - static_cast<int>(taps_));
        weights_[column * taps_ + static_cast<std::size_t>(from - first_[column])] = share.weight;
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
        const float weight = share.weight;
        float* sums = sums_.data();
        const std::size_t width = sums_.size();
        if (next_ == 0 || upright_[next_ - 1].to != share.to) {
            for (std::size_t x = 0; x < width; ++x) sums[x] = weight * static_cast<float>(row[x]);
        } else {
            for (std::size_t x = 0; x < width; ++x) sums[x] += weight * static_cast<float>(row[x]);
        }
        if (next_ + 1 == upright_.size() || upright_[next_ + 1].to != share.to) write(share.to);
    }
    ++row_;
}

template <std::size_t Taps>
void AreaReduction::write_columns(std::uint8_t* to) const {
    const std::size_t taps = Taps > 0 ? Taps : taps_;
    const float* weight = weights_.data();
    const float* sums = sums_.data();
    const int* first = first_.data();
    const std::size_t columns = first_.size();
    for (std::size_t column = 0; column < columns; ++column, weight += taps) {
        const float* from = sums + first[column];
        float sum = 0;
        for (std::size_t k = 0; k < taps; ++k) sum += weight[k] * from[k];
        to[column] = cv::saturate_cast<std::uint8_t>(sum);
    }
}

void AreaReduction::write(int row) {
    std::uint8_t* to = part_.row(row);
    if (taps_ == 3) {
        write_columns<3>(to);
    } else {
        write_columns<0>(to);
    }
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
