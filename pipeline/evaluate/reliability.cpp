#include "pipeline/evaluate/reliability.h"

#include <algorithm>
#include <cmath>

namespace sohoa::evaluate {

void Reliability::add(std::optional<double> told, bool right) {
    if (!told) {
        ++untold_;
        return;
    }
    const auto above = std::upper_bound(edges.begin() + 1, edges.end() - 1, *told);
    ConfidenceBin& bin = bins_[static_cast<std::size_t>(above - edges.begin()) - 1];
    bin.told_sum += *told;
    bin.right += {right ? 1U : 0U, 1};
}

Reliability& Reliability::operator+=(const Reliability& other) {
    for (std::size_t k = 0; k < bin_count; ++k) {
        bins_[k].told_sum += other.bins_[k].told_sum;
        bins_[k].right += other.bins_[k].right;
    }
    untold_ += other.untold_;
    return *this;
}

std::size_t Reliability::words() const {
    std::size_t words = 0;
    for (const ConfidenceBin& bin : bins_) words += bin.right.of;
    return words;
}

Share Reliability::sure_right() const {
    Share share;
    for (std::size_t k = 0; k < bin_count; ++k) {
        if (edges[k] >= sure) share += bins_[k].right;
    }
    return share;
}

double Reliability::calibration_error() const {
    double sum = 0;
    for (const ConfidenceBin& bin : bins_) {
        sum += std::abs(bin.told() - bin.right.value()) * static_cast<double>(bin.right.of);
    }
    const std::size_t all = words();
    return all == 0 ? 0 : sum / static_cast<double>(all);
}

}  // namespace sohoa::evaluate
