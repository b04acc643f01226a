#include "ocr/image/area_reduction.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

namespace sohoa::ocr {

AreaReduction::AreaReduction(Size plane, Raster& reduced)
    : reduced_(reduced),
      upright_(shares_of(plane.height, reduced.height())),
      sums_(static_cast<std::size_t>(plane.width)) {
    const std::vector<Share> level = shares_of(plane.width, reduced.width());
    std::vector<std::size_t> counts(static_cast<std::size_t>(reduced.width()));
    for (const Share& share : level) taps_ = std::max(taps_, ++counts[static_cast<std::size_t>(share.to)]);
    first_.assign(counts.size(), -1);
    weights_.resize(counts.size() * taps_);
    for (const Share& share : level) {
        const auto column = static_cast<std::size_t>(share.to);
        // The last columns begin earlier, at pixels of no weight, so that all have the same number of them.
        if (first_[column] < 0) first_[column] = std::min(share.from, plane.width - static_cast<int>(taps_));
        weights_[column * taps_ + static_cast<std::size_t>(share.from - first_[column])] = share.weight;
    }
}

std::vector<AreaReduction::Share> AreaReduction::shares_of(int plane, int reduced) {
    constexpr double least_share = 1e-3;  // of a pixel
    const double scale = 1.0 * plane / reduced;
    std::vector<Share> shares;
    for (int to = 0; to < reduced; ++to) {
        const double begin = to * scale;
        const double end = std::min(begin + scale, 1.0 * plane);
        const int first_whole = std::min(static_cast<int>(std::ceil(begin)), plane - 1);
        const int end_whole = std::max(first_whole, std::min(static_cast<int>(std::floor(end)), plane - 1));
        const auto add = [&](int from, double covered) {
            shares.push_back({to, from, static_cast<float>(covered / (end - begin))});
        };
        if (first_whole - begin > least_share) add(first_whole - 1, first_whole - begin);
        for (int from = first_whole; from < end_whole; ++from) add(from, 1);
        if (end - end_whole > least_share) add(end_whole, std::min(1.0, end - end_whole));
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

void AreaReduction::write(int row) {
    std::uint8_t* to = reduced_.row(row);
    const float* weight = weights_.data();
    for (std::size_t column = 0; column < first_.size(); ++column) {
        const float* from = sums_.data() + first_[column];
        float sum = 0;
        for (std::size_t k = 0; k < taps_; ++k) sum += *weight++ * from[k];
        to[column] = cv::saturate_cast<std::uint8_t>(sum);
    }
}

Raster area_reduced(const Raster& plane, Size size) {
    Raster reduced(size.width, size.height, 1);
    AreaReduction reduction(plane.size(), reduced);
    for (int y = 0; y < plane.height(); ++y) reduction.add(plane.row(y));
    return reduced;
}

}  // namespace sohoa::ocr
