#include "ocr/image/skew.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

/// A bit of ink: its place from the middle of the page, in cells, and its weight.
struct Speck {
    float x;
    float y;
    float ink;
};

/// The page as specks of one size of cell.
struct Specks {
    std::vector<Speck> specks;
    double reach = 0;  ///< cells: no speck is farther from the middle
};

Specks specks_of(const cv::Mat& grid) {
    constexpr int faint = 24;  // of 255: cells with less are half of all and weigh next to nothing
    Specks found;
    found.reach = std::hypot(grid.cols, grid.rows) / 2;
    const float middle_x = static_cast<float>(grid.cols) / 2;
    const float middle_y = static_cast<float>(grid.rows) / 2;
    for (int y = 0; y < grid.rows; ++y) {
        const auto* row = grid.ptr<std::uint8_t>(y);
        for (int x = 0; x < grid.cols; ++x) {
            if (row[x] < faint) continue;
            found.specks.push_back(
                {static_cast<float>(x) - middle_x, static_cast<float>(y) - middle_y, static_cast<float>(row[x]) / 255});
        }
    }
    return found;
}

/// Ink averaged over cells of 2 × 2; nothing of what stands at an odd last row or column.
cv::Mat halved(const cv::Mat& ink) {
    const cv::Size size(std::max(1, ink.cols / 2), std::max(1, ink.rows / 2));
    cv::Mat half;
    cv::resize(ink(cv::Rect(0, 0, std::min(ink.cols, 2 * size.width), std::min(ink.rows, 2 * size.height))), half, size,
               0, 0, cv::INTER_AREA);
    return half;
}

/// The lower edges of ink: letters stand on their line with a flat foot.
cv::Mat feet_of(const cv::Mat& ink) {
    cv::Mat feet;
    if (ink.rows < 2) return ink;
    cv::subtract(ink.rowRange(0, ink.rows - 1), ink.rowRange(1, ink.rows), feet);
    return feet;
}

Specks turned_clockwise(Specks specks) {
    for (Speck& speck : specks.specks) speck = {-speck.y, speck.x, speck.ink};
    return specks;
}

/// Ink profiles across lines of any angle, and how steep their steps are.
class Profiles {
public:
    /// A step is taken between the sums over `span` cells on either side of it.
    explicit Profiles(Specks specks, std::size_t span = 1)
        : span_(span),
          specks_(std::move(specks)),
          middle_(static_cast<int>(specks_.reach) + 3),
          sums_(2 * static_cast<std::size_t>(middle_) + 1) {}

    bool empty() const { return specks_.specks.empty(); }

    double steepness(double degrees) {
        const double radians = degrees * std::numbers::pi / 180;
        const auto c = static_cast<float>(std::cos(radians));
        const auto s = static_cast<float>(std::sin(radians));
        const auto middle = static_cast<float>(middle_);
        std::fill(sums_.begin(), sums_.end(), 0.0F);
        const auto add = [&](const Speck& speck) {
            // Shares of a quadratic B-spline (see skew.h).
            const float place = speck.y * c - speck.x * s + middle;
            const int bin = static_cast<int>(place);
            const float off = place - static_cast<float>(bin) - 0.5F;
            const float below = 0.5F * speck.ink * (0.5F - off) * (0.5F - off);
            const float above = below + speck.ink * off;
            float* sum = sums_.data() + bin;
            sum[-1] += below;
            sum[0] += speck.ink - below - above;
            sum[1] += above;
        };
        // Specks side by side fall into the same sums, and each would wait for the one before: four rows are gone
        // through at once, far apart.
        const std::size_t apart = specks_.specks.size() / 4;
        const Speck* specks = specks_.specks.data();
        for (std::size_t k = 0; k < apart; ++k) {
            add(specks[k]);
            add(specks[k + apart]);
            add(specks[k + 2 * apart]);
            add(specks[k + 3 * apart]);
        }
        for (std::size_t k = 4 * apart; k < specks_.specks.size(); ++k) add(specks[k]);
        double total = 0;
        for (std::size_t k = 2 * span_ - 1; k < sums_.size(); ++k) {
            double step = 0;
            for (std::size_t j = 0; j < span_; ++j) step += sums_[k - j] - sums_[k - span_ - j];
            total += step * step;
        }
        return total;
    }

private:
    std::size_t span_;
    Specks specks_;
    int middle_;
    std::vector<float> sums_;
};

constexpr std::size_t fine_span = 2;   // cells: drops most of what single rows of pixels do by chance
constexpr double usual = 10;           // degrees
constexpr double widest = 45;          // degrees
constexpr double coarse_step = 0.75;   // degrees: two thirds of a line's distance over the width of A4
constexpr double coarser_step = 1.5;   // degrees: the same for the rows of a table
constexpr double clear_sharpness = 8;  // below there may be no lines at this angle at all

/// The best of the angles within ±reach.
Skew sweep(Profiles& profiles, double reach, double step) {
    const int steps = static_cast<int>(reach / step);
    std::vector<double> scores;
    for (int k = -steps; k <= steps; ++k) scores.push_back(profiles.steepness(k * step));
    const auto best = std::max_element(scores.begin(), scores.end());
    const double top = *best;
    const double degrees = (static_cast<double>(best - scores.begin()) - steps) * step;
    std::nth_element(scores.begin(), scores.begin() + steps, scores.end());
    const double median = scores[static_cast<std::size_t>(steps)];
    return {degrees, median > 0 ? top / median : 0};
}

/// From cells of 4 × 4 pixels.
Skew coarse_skew(Profiles profiles) {
    if (profiles.empty()) return {};
    const Skew near = sweep(profiles, usual, coarse_step);
    // A best angle at the very end of the sweep is only the slope of a better one beyond.
    const bool inside = std::abs(near.degrees) < usual - 1.5 * coarse_step;
    return inside && near.sharpness > clear_sharpness ? near : sweep(profiles, widest, coarse_step);
}

/// The angle nearest to `from` in steps of `step` that is better than both its neighbours, at the peak of a parabola
/// through the three; at most `reach` away.
double peak_near(Profiles& profiles, double from, double reach, double step) {
    if (profiles.empty()) return from;
    double degrees = from;
    double here = profiles.steepness(degrees);
    double left = profiles.steepness(degrees - step);
    double right = profiles.steepness(degrees + step);
    while (std::max(left, right) > here && std::abs(degrees - from) < reach) {
        const bool up = right > left;
        degrees += up ? step : -step;
        (up ? left : right) = here;
        here = up ? right : left;
        (up ? right : left) = profiles.steepness(degrees + (up ? step : -step));
    }
    const double curvature = left - 2 * here + right;
    if (here < std::max(left, right) || curvature >= 0) return degrees;
    return degrees + step * (left - right) / (2 * curvature);
}

/// The cells of a table that lie aslant line up at other angles too, less sharply than its rows do: one of those may be
/// all that shows within ±10°.
Skew steeper_beyond(const Skew& near, const cv::Mat& quarter) {
    Profiles coarser(specks_of(halved(quarter)));
    if (coarser.empty()) return near;
    const double beyond = sweep(coarser, widest, coarser_step).degrees;
    if (std::abs(beyond) < usual) return near;
    Profiles profiles(specks_of(quarter));
    const double degrees = peak_near(profiles, beyond, coarser_step, coarse_step);
    const double times = profiles.steepness(degrees) / profiles.steepness(near.degrees);
    return times > 1 ? Skew{degrees, near.sharpness * times} : near;
}

}  // namespace

Skew find_skew(const Raster& ink) {
    if (ink.empty()) return {};
    const cv::Mat full = mat_of(ink);
    const cv::Mat half = halved(full);
    const cv::Mat quarter = halved(half);
    Skew skew = coarse_skew(Profiles(specks_of(quarter)));
    if (skew.sharpness == 0) return {};
    if (std::abs(skew.degrees) < usual) skew = steeper_beyond(skew, quarter);
    Profiles finer(specks_of(half));
    skew.degrees = peak_near(finer, skew.degrees, coarse_step, 0.15);
    Profiles finest(specks_of(feet_of(full)), fine_span);
    skew.degrees = peak_near(finest, skew.degrees, 0.5, 0.05);
    return skew;
}

Skew find_upright_skew(const Raster& ink) {
    if (ink.empty()) return {};
    return coarse_skew(Profiles(turned_clockwise(specks_of(halved(halved(mat_of(ink)))))));
}

}  // namespace sohoa::ocr
