#include "ocr/codes/pitch_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sohoa::ocr {

namespace {

constexpr double off_place = 0.2;     // of the pitch
constexpr double most_amiss = 0.2;    // of all points
constexpr double even_place = 0.115;  // of the pitch: root mean square of those in place
constexpr std::size_t least_for_bow = 20;

/// Coefficients of 1, k and k².
using Curve = std::array<double, 3>;

/// Least squares for y over k; without the square where `bowed` is not set. nullopt where all k are the same.
std::optional<Curve> curve_through(const std::vector<double>& k, const std::vector<double>& y, bool bowed) {
    const int terms = bowed ? 3 : 2;
    std::array<std::array<double, 4>, 3> m{};
    for (std::size_t i = 0; i < k.size(); ++i) {
        const std::array<double, 3> powers{1, k[i], k[i] * k[i]};
        for (std::size_t r = 0; r < 3; ++r) {
            for (std::size_t c = 0; c < 3; ++c) m[r][c] += powers[r] * powers[c];
            m[r][3] += powers[r] * y[i];
        }
    }
    for (int p = 0; p < terms; ++p) {
        const auto pivot = static_cast<std::size_t>(p);
        if (std::abs(m[pivot][pivot]) < 1e-9) return std::nullopt;
        for (int r = 0; r < terms; ++r) {
            const auto row = static_cast<std::size_t>(r);
            if (r == p) continue;
            const double share = m[row][pivot] / m[pivot][pivot];
            for (const std::size_t c : {0, 1, 2, 3}) m[row][c] -= share * m[pivot][c];
        }
    }
    Curve curve{};
    for (int t = 0; t < terms; ++t) {
        const auto term = static_cast<std::size_t>(t);
        curve[term] = m[term][3] / m[term][term];
    }
    return curve;
}

double at(const Curve& curve, double k) {
    return curve[0] + k * (curve[1] + k * curve[2]);
}

double middle(std::vector<double> values) {
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), half, values.end());
    return *half;
}

/// The pitch by which most neighbours stand one or two cells apart.
double first_pitch(const std::vector<Point>& centres) {
    std::vector<double> apart;
    for (std::size_t i = 1; i < centres.size(); ++i) apart.push_back(centres[i].x - centres[i - 1].x);
    return middle(apart);
}

/// A fit under way: the cell of each point, and whether it counts.
struct Cells {
    std::vector<double> of;
    std::vector<bool> counts;
};

Cells counted_cells(const std::vector<Point>& centres, double pitch) {
    Cells cells{std::vector<double>(centres.size()), std::vector<bool>(centres.size(), true)};
    for (std::size_t i = 1; i < centres.size(); ++i) {
        const double apart = (centres[i].x - centres[i - 1].x) / pitch;
        cells.of[i] = cells.of[i - 1] + std::max(1.0, std::round(apart));
        cells.counts[i] = std::abs(apart - std::round(apart)) < 0.35;
    }
    return cells;
}

struct Curves {
    Curve x{};
    Curve y{};
};

std::optional<Curves> curves_through(const std::vector<Point>& centres, const Cells& cells, bool bowed) {
    std::vector<double> k, x, y;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (!cells.counts[i]) continue;
        k.push_back(cells.of[i]);
        x.push_back(centres[i].x);
        y.push_back(centres[i].y);
    }
    if (k.size() < 4) return std::nullopt;
    const auto along = curve_through(k, x, bowed);
    const auto across = curve_through(k, y, bowed);
    if (!along || !across) return std::nullopt;
    return Curves{*along, *across};
}

/// Gives each point the cell whose place it stands nearest to.
void settle(const std::vector<Point>& centres, const Curves& curves, Cells& cells) {
    for (std::size_t i = 0; i < centres.size(); ++i) {
        double k = (centres[i].x - curves.x[0]) / curves.x[1];
        for (int again = 0; again < 3; ++again) {
            k += (centres[i].x - at(curves.x, k)) / (curves.x[1] + 2 * k * curves.x[2]);
        }
        cells.of[i] = std::round(k);
        cells.counts[i] = std::abs(k - cells.of[i]) < off_place;
    }
}

}  // namespace

std::optional<PitchFit> fit_pitch(const std::vector<Point>& centres) {
    if (centres.size() < 4) return std::nullopt;
    const double pitch = first_pitch(centres);
    if (pitch < 1) return std::nullopt;
    Cells cells = counted_cells(centres, pitch);
    std::optional<Curves> curves;
    for (int pass = 0; pass < 4; ++pass) {
        curves = curves_through(centres, cells, pass > 0 && centres.size() >= least_for_bow);
        if (!curves || curves->x[1] < 0.5 * pitch) return std::nullopt;
        settle(centres, *curves, cells);
    }
    double squares = 0;
    double first = 0;
    double last = 0;
    int counted = 0;
    for (std::size_t i = 0; i < centres.size(); ++i) {
        if (!cells.counts[i]) continue;
        const double off = (centres[i].x - at(curves->x, cells.of[i])) / curves->x[1];
        squares += off * off;
        first = counted == 0 ? cells.of[i] : std::min(first, cells.of[i]);
        last = counted == 0 ? cells.of[i] : std::max(last, cells.of[i]);
        ++counted;
    }
    if (counted < (1 - most_amiss) * static_cast<double>(centres.size()) || counted < 4) return std::nullopt;
    if (std::sqrt(squares / counted) > even_place) return std::nullopt;
    PitchFit fit;
    fit.start = {at(curves->x, first), at(curves->y, first)};
    fit.step = {curves->x[1] + 2 * first * curves->x[2], curves->y[1] + 2 * first * curves->y[2]};
    fit.bow = {curves->x[2], curves->y[2]};
    fit.glyphs = counted;
    fit.cells = static_cast<int>(std::lround(last - first)) + 1;
    return fit;
}

}  // namespace sohoa::ocr
