#include "pipeline/evaluate/wilson.h"

#include <algorithm>
#include <cmath>

namespace sohoa::evaluate {

Interval wilson(const Share& share) {
    if (share.of == 0) return {};
    constexpr double z = 1.959963984540054;  // 97.5 % quantile of the normal distribution
    const auto n = static_cast<double>(share.of);
    const double p = std::min(1.0, share.value());
    const double centre = p + z * z / (2 * n);
    const double spread = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    const double whole = 1 + z * z / n;
    return {std::max(0.0, (centre - spread) / whole), std::min(1.0, (centre + spread) / whole)};
}

}  // namespace sohoa::evaluate
