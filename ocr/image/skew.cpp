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
    Specks found;
    found.reach = std::hypot(grid.cols, grid.rows) / 2;
    std::vector<cv::Point> places;
    if (cv::countNonZero(grid) > 0) cv::findNonZero(grid, places);
    found.specks.reserve(places.size());
    const float middle_x = static_cast<float>(grid.cols) / 2;
    const float middle_y = static_cast<float>(grid.rows) / 2;
    for (const cv::Point& place : places) {
        found.specks.push_back({static_cast<float>(place.x) - middle_x, static_cast<float>(place.y) - middle_y,
                                static_cast<float>(grid.at<std::uint8_t>(place)) / 255});
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
        for (const Speck& speck : specks_.specks) {
            const float place = speck.y * c - speck.x * s + middle;
            const int bin = static_cast<int>(place);
            const float off = place - static_cast<float>(bin) - 0.5F;
            const float below = 0.5F * speck.ink * (0.5F - off) * (0.5F - off);
            const float above = below + speck.ink * off;
            float* sum = sums_.data() + bin;
            sum[-1] += below;
            sum[0] += speck.ink - below - above;
            sum[1] += above;
        }
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

constexpr double usual = 10;          // degrees
constexpr double widest = 45;         // degrees
constexpr double coarse_step = 0.75;  // degrees: two thirds of a line's distance over the width of A4
constexpr double clear_sharpness = 15;  // cells of a table that line up aslant reach 10

/// The best of the angles within ±reach in coarse steps.
Skew sweep(Profiles& profiles, double reach) {
    const int steps = static_cast<int>(reach / coarse_step);
    std::vector<double> scores;
    for (int k = -steps; k <= steps; ++k) scores.push_back(profiles.steepness(k * coarse_step));
    const auto best = std::max_element(scores.begin(), scores.end());
    const double top = *best;
    const double degrees = (static_cast<double>(best - scores.begin()) - steps) * coarse_step;
    std::nth_element(scores.begin(), scores.begin() + steps, scores.end());
    const double median = scores[static_cast<std::size_t>(steps)];
    return {degrees, median > 0 ? top / median : 0};
}

Skew coarse_skew(Profiles profiles) {
    if (profiles.empty()) return {};
    const Skew near = sweep(profiles, usual);
    // A best angle at the very end of the sweep is only the slope of a better one beyond.
    const bool inside = std::abs(near.degrees) < usual - 1.5 * coarse_step;
    return inside && near.sharpness > clear_sharpness ? near : sweep(profiles, widest);
}

/// The best of the angles centre ± reach, at the peak of a parabola through it and its neighbours.
double peak_near(Profiles profiles, double centre, double reach, double step) {
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
    if (ink.empty()) return {};
    const cv::Mat full = mat_of(ink);
    const cv::Mat half = halved(full);
    Skew skew = coarse_skew(Profiles(specks_of(halved(half))));
    if (skew.sharpness == 0) return {};
    skew.degrees = peak_near(Profiles(specks_of(half)), skew.degrees, coarse_step, 0.15);
    // Whole rows of the pixel grid all fall into one sum when nothing is turned, and would draw every angle near 0 to 0
    // if steps were taken from row to row.
    constexpr std::size_t fine_span = 2;
    skew.degrees = peak_near(Profiles(specks_of(feet_of(full)), fine_span), skew.degrees, 0.25, 0.05);
    return skew;
}

Skew find_upright_skew(const Raster& ink) {
    if (ink.empty()) return {};
    return coarse_skew(Profiles(turned_clockwise(specks_of(halved(halved(mat_of(ink)))))));
}

}  // namespace sohoa::ocr
