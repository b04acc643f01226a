#include "ocr/image/find_bend.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

namespace sohoa::ocr {

namespace {

constexpr std::size_t least_lines = 6;
constexpr std::size_t least_points_of_line = 3;
// With fewer, a page is read better as it is: resampling takes more off dots of leaders and under letters than it
// gives.
constexpr std::size_t least_bent_lines = 5;
constexpr double least_share = 0.03;        // of the points
constexpr double least_depth = 6;           // small letters
constexpr double least_bend = 1.0 / 6;      // small letters
constexpr double most_off = 0.06;           // small letters: what may remain, in the middle
constexpr double most_off_unseen = 0.09;    // measured: 0.05 on bent pages, more than 0.11 in noise
constexpr double clearly_straighter = 0.4;  // of the former offset
constexpr double most_slope = 0.6;          // across
constexpr double most_stretch = 0.35;       // down
constexpr double stray = 0.12;              // small letters off, where a point counts half
constexpr int rounds = 5;
constexpr double stiffness_of_field = 1e-3;  // of the points' own weight
constexpr std::size_t unknowns = Bend::across * Bend::down;

using BendLines = std::vector<const BaselinePoints*>;

double middle_of(std::vector<double>& values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Heights of a line's points above the middle of the line once the bend is taken off.
struct Straightened {
    double level = 0;  ///< where the line stands on the flat page
    std::vector<double> off;
};

Straightened straightened(const BaselinePoints& line, const Bend& bend) {
    Straightened flat;
    for (const Point& point : line) flat.level += point.y / static_cast<double>(line.size());
    // Where the line stands is known only through the bend there, which changes little with it.
    for (int round = 0; round < 2; ++round) {
        flat.off.clear();
        for (const Point& point : line) flat.off.push_back(point.y - bend.fall_at({point.x, flat.level}));
        std::vector<double> values = flat.off;
        flat.level = middle_of(values);
    }
    for (double& off : flat.off) off -= flat.level;
    return flat;
}

/// The offset from straight lines that half of all points keep within.
double offset_of_middle(const BendLines& lines, const Bend& bend) {
    std::vector<double> offsets;
    for (const BaselinePoints* line : lines) {
        for (const double off : straightened(*line, bend).off) offsets.push_back(std::abs(off));
    }
    return middle_of(offsets);
}

/// Normal equations of the field's coefficients.
class Equations {
public:
    Equations() : matrix_(unknowns, unknowns, 0.0), right_(unknowns, 1, 0.0) {}

    /// Takes in a line whose own height is free: only differences between its points count.
    void add(const BaselinePoints& line, const Straightened& flat, const Bend::Area& area, double half_weight) {
        cv::Mat_<double> mean(static_cast<int>(unknowns), 1, 0.0);
        double mean_y = 0;
        double whole = 0;
        for (std::size_t k = 0; k < line.size(); ++k) {
            const double weight = 1 / (1 + std::pow(flat.off[k] / half_weight, 2));
            const Bend::Shares shares = Bend::shares_at(area, {line[k].x, flat.level});
            std::array<double, 4 * Bend::down> row{};
            const auto first = static_cast<int>(shares.first * Bend::down);
            for (std::size_t s = 0; s < 4; ++s) {
                for (std::size_t p = 0; p < Bend::down; ++p)
                    row[s * Bend::down + p] = shares.splines[s] * shares.powers[p];
            }
            const double y = line[k].y - flat.level;
            for (int a = 0; a < static_cast<int>(row.size()); ++a) {
                const double weighted = weight * row[static_cast<std::size_t>(a)];
                for (int b = 0; b < static_cast<int>(row.size()); ++b)
                    matrix_(first + a, first + b) += weighted * row[static_cast<std::size_t>(b)];
                right_(first + a) += weighted * y;
                mean(first + a) += weighted;
            }
            mean_y += weight * y;
            whole += weight;
        }
        matrix_ -= mean * mean.t() / whole;
        right_ -= mean * (mean_y / whole);
        weight_ += whole;
    }

    /// The coefficients of the smoothest field among those that fit about as well.
    Bend::Coefficients solved() {
        for (std::size_t power = 0; power < Bend::down; ++power) {
            const double stiffness = stiffness_of_field * weight_ * std::pow(4.0, static_cast<double>(power));
            for (std::size_t spline = 0; spline + 2 < Bend::across; ++spline) add_stiffness(spline, power, stiffness);
            // Lines stand where they stand: the field moves none as a whole.
            for (std::size_t one = 0; one < Bend::across; ++one) {
                for (std::size_t other = 0; other < Bend::across; ++other)
                    matrix_(index(one, power), index(other, power)) += stiffness;
            }
        }
        cv::Mat_<double> found;
        Bend::Coefficients coefficients{};
        if (cv::solve(matrix_, right_, found, cv::DECOMP_CHOLESKY))
            std::copy(found.begin(), found.end(), coefficients.begin());
        return coefficients;
    }

private:
    static int index(std::size_t spline, std::size_t power) { return static_cast<int>(spline * Bend::down + power); }

    /// Second differences of neighbouring splines shall be small; and what changes down the page shall be little.
    void add_stiffness(std::size_t spline, std::size_t power, double stiffness) {
        constexpr std::array<double, 3> second{1, -2, 1};
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t b = 0; b < 3; ++b)
                matrix_(index(spline + a, power), index(spline + b, power)) += stiffness * second[a] * second[b];
        }
        if (power > 0) matrix_(index(spline, power), index(spline, power)) += 0.01 * stiffness;
    }

    cv::Mat_<double> matrix_;
    cv::Mat_<double> right_;
    double weight_ = 0;
};

Bend fitted(const BendLines& lines, const Bend::Area& area, double x_height) {
    Bend bend(area, {});
    // The first rounds let everything pull, so that a strong bend is not taken for strays.
    double half_weight = 100 * x_height;
    for (int round = 0; round < rounds; ++round) {
        Equations equations;
        for (const BaselinePoints* line : lines) equations.add(*line, straightened(*line, bend), area, half_weight);
        bend = Bend(area, equations.solved());
        half_weight = std::max(stray * x_height, 2 * offset_of_middle(lines, bend));
    }
    return bend;
}

Bend::Area area_of(const BendLines& lines) {
    Bend::Area area{1e9, -1e9, 1e9, -1e9};
    for (const BaselinePoints* line : lines) {
        area.left = std::min(area.left, line->front().x);
        area.right = std::max(area.right, line->back().x);
        const double level = straightened(*line, {}).level;
        area.top = std::min(area.top, level);
        area.bottom = std::max(area.bottom, level);
    }
    return area;
}

/// A point that a field moves by more than those of a flat page are off.
struct Moved {
    std::size_t line;
    std::size_t point;
    double before;  ///< how far it is off a straight line
};

std::vector<Moved> moved_by(const Bend& bend, const BendLines& lines, double x_height) {
    std::vector<Moved> moved;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const std::vector<double> bent = straightened(*lines[k], {}).off;
        const std::vector<double> flat = straightened(*lines[k], bend).off;
        for (std::size_t j = 0; j < bent.size(); ++j) {
            if (std::abs(bent[j] - flat[j]) > least_bend * x_height) moved.push_back({k, j, std::abs(bent[j])});
        }
    }
    return moved;
}

bool are_enough(const std::vector<Moved>& moved, const BendLines& lines) {
    std::size_t points = 0;
    for (const BaselinePoints* line : lines) points += line->size();
    std::size_t moved_lines = 0;
    for (std::size_t k = 0; k < moved.size(); ++k) moved_lines += k == 0 || moved[k].line != moved[k - 1].line ? 1 : 0;
    return moved_lines >= least_bent_lines &&
           static_cast<double>(moved.size()) > least_share * static_cast<double>(points);
}

/// Whether the points stand on straight lines by fields that were fitted to three lines of four and not to their own.
bool holds_for_unseen(const std::vector<Moved>& moved, const BendLines& lines, const Bend::Area& area,
                      double x_height) {
    constexpr std::size_t folds = 4;
    std::array<Bend, folds> unseen;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        BendLines others;
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (k % folds != fold) others.push_back(lines[k]);
        }
        unseen[fold] = fitted(others, area, x_height);
    }
    std::vector<double> before;
    std::vector<double> after;
    for (const Moved& point : moved) {
        before.push_back(point.before);
        after.push_back(std::abs(straightened(*lines[point.line], unseen[point.line % folds]).off[point.point]));
    }
    return middle_of(after) < std::min(most_off_unseen * x_height, clearly_straighter * middle_of(before));
}

/// No page folds back on itself or climbs that steeply.
bool is_possible(const Bend& bend) {
    const Bend::Area& area = bend.area();
    constexpr int steps = 32;
    const double dx = (area.right - area.left) / steps;
    const double dy = (area.bottom - area.top) / steps;
    for (int row = 0; row < steps; ++row) {
        for (int column = 0; column < steps; ++column) {
            const Point here{area.left + column * dx, area.top + row * dy};
            const double fall = bend.fall_at(here);
            if (std::abs(bend.fall_at({here.x + dx, here.y}) - fall) > most_slope * dx) return false;
            if (std::abs(bend.fall_at({here.x, here.y + dy}) - fall) > most_stretch * dy) return false;
        }
    }
    return true;
}

}  // namespace

std::optional<Bend> find_bend(const std::vector<BaselinePoints>& lines, double x_height) {
    BendLines long_enough;
    for (const BaselinePoints& line : lines) {
        if (line.size() >= least_points_of_line) long_enough.push_back(&line);
    }
    if (long_enough.size() < least_lines) return std::nullopt;
    std::sort(long_enough.begin(), long_enough.end(),
              [](const BaselinePoints* a, const BaselinePoints* b) { return a->front().y < b->front().y; });
    const Bend::Area area = area_of(long_enough);
    if (area.bottom - area.top < least_depth * x_height) return std::nullopt;
    const Bend bend = fitted(long_enough, area, x_height);
    const std::vector<Moved> moved = moved_by(bend, long_enough, x_height);
    const bool bent = are_enough(moved, long_enough) && is_possible(bend) &&
                      offset_of_middle(long_enough, bend) < most_off * x_height &&
                      holds_for_unseen(moved, long_enough, area, x_height);
    if (!bent) return std::nullopt;
    return bend;
}

}  // namespace sohoa::ocr
