#include "ocr/image/skew.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace sohoa::ocr {

namespace {

struct Speck {
    float x;
    float y;
    float ink;
};

/// Ink summed over `cell` × `cell` pixels; places relative to the middle of the page, in cells.
std::vector<Speck> specks_of(const Raster& ink, int cell) {
    std::vector<Speck> specks;
    const int columns = (ink.width() + cell - 1) / cell;
    const int rows = (ink.height() + cell - 1) / cell;
    std::vector<int> sums(static_cast<std::size_t>(columns));
    for (int row = 0; row < rows; ++row) {
        std::fill(sums.begin(), sums.end(), 0);
        for (int y = row * cell; y < std::min((row + 1) * cell, ink.height()); ++y) {
            const std::uint8_t* pixel = ink.row(y);
            for (int x = 0; x < ink.width(); ++x) sums[static_cast<std::size_t>(x / cell)] += pixel[x] & 1;
        }
        for (int column = 0; column < columns; ++column) {
            const int sum = sums[static_cast<std::size_t>(column)];
            if (sum > 0) {
                specks.push_back({static_cast<float>(column) - static_cast<float>(columns) / 2,
                                  static_cast<float>(row) - static_cast<float>(rows) / 2, static_cast<float>(sum)});
            }
        }
    }
    return specks;
}

/// The lower edges of ink at full size: letters stand on their line with a flat foot.
std::vector<Speck> feet_of(const Raster& ink) {
    std::vector<Speck> feet;
    for (int y = 0; y + 1 < ink.height(); ++y) {
        const std::uint8_t* pixel = ink.row(y);
        const std::uint8_t* below = ink.row(y + 1);
        for (int x = 0; x < ink.width(); ++x) {
            if (pixel[x] > below[x]) {
                feet.push_back({static_cast<float>(x) - static_cast<float>(ink.width()) / 2,
                                static_cast<float>(y) - static_cast<float>(ink.height()) / 2, 1.0F});
            }
        }
    }
    return feet;
}

/// Ink profiles across lines of any angle, and how steep their steps are.
class Profiles {
public:
    /// Width and height of the page are in the specks' unit.
    Profiles(std::vector<Speck> specks, double width, double height)
        : specks_(std::move(specks)),
          reach_(static_cast<int>(std::hypot(width, height) / 2) + 3),
          sums_(static_cast<std::size_t>(2 * reach_ + 1)) {}

    bool empty() const { return specks_.empty(); }

    double steepness(double degrees) {
        const double radians = degrees * std::numbers::pi / 180;
        const float c = static_cast<float>(std::cos(radians));
        const float s = static_cast<float>(std::sin(radians));
        const float middle = static_cast<float>(reach_);
        std::fill(sums_.begin(), sums_.end(), 0.0F);
        for (const Speck& speck : specks_) {
            const float place = speck.y * c - speck.x * s + middle;
            const auto bin = static_cast<std::size_t>(place);
            const float share = place - static_cast<float>(bin);
            sums_[bin] += speck.ink * (1 - share);
            sums_[bin + 1] += speck.ink * share;
        }
        double sum = 0;
        for (std::size_t k = 1; k < sums_.size(); ++k) {
            const double step = sums_[k] - sums_[k - 1];
            sum += step * step;
        }
        return sum;
    }

private:
    std::vector<Speck> specks_;
    int reach_;
    std::vector<float> sums_;
};

constexpr double widest = 45;         // degrees
constexpr double coarse_step = 0.75;  // degrees: two thirds of a line's distance over the width of A4
constexpr int coarse_cell = 4;
constexpr int middle_cell = 2;

Profiles profiles_of(const Raster& ink, int cell) {
    return {specks_of(ink, cell), 1.0 * ink.width() / cell, 1.0 * ink.height() / cell};
}

/// The best of the angles centre ± reach, and the place of the peak of a parabola through it and its neighbours.
double peak_near(Profiles& profiles, double centre, double reach, double step) {
    std::vector<double> scores;
    const int steps = static_cast<int>(std::lround(reach / step));
    for (int k = -steps; k <= steps; ++k) scores.push_back(profiles.steepness(centre + k * step));
    const auto best = static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    double degrees = centre + (best - steps) * step;
    if (best > 0 && best + 1 < static_cast<int>(scores.size())) {
        const auto at = static_cast<std::size_t>(best);
        const double curvature = scores[at - 1] - 2 * scores[at] + scores[at + 1];
        if (curvature < 0) degrees += step * (scores[at - 1] - scores[at + 1]) / (2 * curvature);
    }
    return degrees;
}

}  // namespace

Skew find_skew(const Raster& ink) {
    Profiles coarse = profiles_of(ink, coarse_cell);
    if (coarse.empty()) return {};
    const int steps = static_cast<int>(widest / coarse_step);
    std::vector<double> scores;
    for (int k = -steps; k <= steps; ++k) scores.push_back(coarse.steepness(k * coarse_step));
    const auto best = std::max_element(scores.begin(), scores.end());
    const double top = *best;
    const double around = (static_cast<double>(best - scores.begin()) - steps) * coarse_step;
    std::nth_element(scores.begin(), scores.begin() + steps, scores.end());
    const double median = scores[static_cast<std::size_t>(steps)];
    Profiles middle = profiles_of(ink, middle_cell);
    Profiles fine(feet_of(ink), ink.width(), ink.height());
    double degrees = peak_near(middle, around, coarse_step, 0.15);
    degrees = peak_near(fine, degrees, 0.25, 0.05);
    return {degrees, median > 0 ? top / median : 0};
}

}  // namespace sohoa::ocr
