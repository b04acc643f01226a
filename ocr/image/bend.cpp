#include "ocr/image/bend.h"

#include <algorithm>

namespace sohoa::ocr {

Bend::Shares Bend::shares_at(const Area& area, Point flat) {
    constexpr auto count = static_cast<double>(intervals);
    const double place = std::clamp((flat.x - area.left) / (area.right - area.left), 0.0, 1.0) * count;
    const double interval = std::min(static_cast<double>(static_cast<int>(place)), count - 1);
    const double t = place - interval;
    const double height = std::clamp(2 * (flat.y - area.top) / (area.bottom - area.top) - 1, -1.0, 1.0);
    Shares shares;
    shares.first = static_cast<std::size_t>(interval);
    shares.splines = {(1 - t) * (1 - t) * (1 - t) / 6, (3 * t * t * t - 6 * t * t + 4) / 6,
                      (-3 * t * t * t + 3 * t * t + 3 * t + 1) / 6, t * t * t / 6};
    shares.powers = {1, height, height * height};
    return shares;
}

double Bend::fall_at(Point flat) const {
    const Shares shares = shares_at(area_, flat);
    double fall = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        const double* of_spline = coefficients_.data() + (shares.first + k) * down;
        double sum = 0;
        for (std::size_t power = 0; power < down; ++power) sum += of_spline[power] * shares.powers[power];
        fall += shares.splines[k] * sum;
    }
    return fall;
}

}  // namespace sohoa::ocr
