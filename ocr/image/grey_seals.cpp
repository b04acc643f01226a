#include "ocr/image/grey_seals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int darkest_grey = 140;      // of 255: what is darker is ink of some kind
constexpr double core_of_print = 0.3;  // of the ink outside the seals: the edges of strokes are lighter
constexpr int least_difference = 25;   // grey levels between print and seal
constexpr int faded_already = 170;     // a seal lighter than this does no harm
constexpr double core_share = 0.5;     // of the difference between print and seal
constexpr double left_of_seal = 0.15;
constexpr int core_reach = 1;         // pixels
constexpr double beyond_ring = 0.04;  // of the radius: ink that ran
constexpr double ring_depth = 0.15;   // of the radius: seals are found a little too large or aside
constexpr int ring_parts = 30;
constexpr std::size_t directions_a_part = 24;

bool is_within(const Seal& seal, int x, int y) {
    const double dx = x + 0.5 - seal.centre.x;
    const double dy = y + 0.5 - seal.centre.y;
    const double reach = seal.radius * (1 + beyond_ring);
    return dx * dx + dy * dy <= reach * reach;
}

/// Half of the strokes of print are darker.
int print_level(const Raster& reading, const std::vector<Seal>& seals) {
    std::array<long long, 256> counts{};
    for (int y = 0; y < reading.height(); ++y) {
        const std::uint8_t* row = reading.row(y);
        for (int x = 0; x < reading.width(); ++x) {
            if (row[x] >= darkest_grey) continue;
            if (std::none_of(seals.begin(), seals.end(), [&](const Seal& seal) { return is_within(seal, x, y); }))
                ++counts[row[x]];
        }
    }
    long long all = 0;
    for (int k = 0; k < darkest_grey; ++k) all += counts[static_cast<std::size_t>(k)];
    long long darker = 0;
    for (int k = 0; k < darkest_grey; ++k) {
        darker += counts[static_cast<std::size_t>(k)];
        if (static_cast<double>(darker) >= core_of_print * static_cast<double>(all)) return k;
    }
    return 0;
}

/// The grey of a seal's ink, which is seldom even: a hand presses one side harder than the other.
struct SealInk {
    double at_centre = 255;
    double to_right = 0;  ///< grey levels from the centre to the ring
    double to_foot = 0;

    double at(const Seal& seal, double x, double y) const {
        return at_centre + (to_right * (x - seal.centre.x) + to_foot * (y - seal.centre.y)) / seal.radius;
    }
};

/// What of the ring lies in some directions.
struct RingPart {
    double across;  ///< −1 … 1, from left to right
    double down;
    double level;
};

double middle_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The ring is dark in all directions of a part at one distance from the centre, where print only crosses it: the
/// darkest of the distances' middle greys is the ring's.
std::vector<RingPart> parts_of_ring(const Raster& reading, const Seal& seal) {
    std::vector<RingPart> parts;
    for (int part = 0; part < ring_parts; ++part) {
        std::array<cv::Point2d, directions_a_part> rays;
        for (std::size_t k = 0; k < rays.size(); ++k) {
            const double angle =
                2 * std::numbers::pi * (part + (static_cast<double>(k) + 0.5) / directions_a_part) / ring_parts;
            rays[k] = {std::cos(angle), std::sin(angle)};
        }
        double level = 255;
        for (double r = seal.radius * (1 - ring_depth); r <= seal.radius * (1 + beyond_ring); r += 0.7) {
            std::vector<double> levels;
            for (const cv::Point2d& ray : rays) {
                const int x = static_cast<int>(seal.centre.x + r * ray.x);
                const int y = static_cast<int>(seal.centre.y + r * ray.y);
                if (x >= 0 && y >= 0 && x < reading.width() && y < reading.height())
                    levels.push_back(reading.row(y)[x]);
            }
            if (levels.size() > directions_a_part / 2) level = std::min(level, middle_of(std::move(levels)));
        }
        const double middle = 2 * std::numbers::pi * (part + 0.5) / ring_parts;
        parts.push_back({std::cos(middle), std::sin(middle), level});
    }
    return parts;
}

/// A plane through the greys of the ring, by least squares of which points count the less the farther they are off it
/// (Tukey's biweight): print crosses the ring in some directions, and in others the seal left nothing.
SealInk ink_of(const std::vector<RingPart>& ring) {
    constexpr int rounds = 12;
    constexpr double counts_within = 60;  // grey levels
    std::vector<double> levels;
    for (const RingPart& part : ring) levels.push_back(part.level);
    SealInk ink{middle_of(std::move(levels))};
    for (int round = 0; round < rounds; ++round) {
        cv::Matx33d squares = cv::Matx33d::zeros();
        cv::Vec3d products(0, 0, 0);
        for (const RingPart& part : ring) {
            const double off = part.level - ink.at_centre - ink.to_right * part.across - ink.to_foot * part.down;
            const double share = std::clamp(1 - (off / counts_within) * (off / counts_within), 0.0, 1.0);
            const cv::Vec3d at(1, part.across, part.down);
            squares += share * share * at * at.t();
            products += share * share * part.level * at;
        }
        cv::Vec3d solved;
        if (!cv::solve(squares, products, solved, cv::DECOMP_CHOLESKY)) break;
        ink = {solved[0], solved[1], solved[2]};
    }
    return ink;
}

/// Strokes of print have a dark core; what stands within `core_reach` of one is the stroke's own soft edge or a
/// hairline that joins it. The rest of the seal becomes paper.
void fade(Raster& reading, const Seal& seal, int print, const SealInk& ink) {
    const Box around = intersection(box_of({seal.centre, seal.radius * (1 + beyond_ring), 1}),
                                    {0, 0, reading.width(), reading.height()});
    if (around.empty()) return;
    const cv::Mat greys = mat_of(reading)(cv::Rect(around.x, around.y, around.width, around.height));
    cv::Mat near(greys.size(), CV_8U);
    for (int y = 0; y < near.rows; ++y) {
        for (int x = 0; x < near.cols; ++x) {
            const double over_print = ink.at(seal, around.x + x + 0.5, around.y + y + 0.5) - print;
            const bool stays =
                over_print < least_difference || greys.at<std::uint8_t>(y, x) <= print + core_share * over_print;
            near.at<std::uint8_t>(y, x) = stays ? 255 : 0;
        }
    }
    cv::dilate(near, near, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * core_reach + 1, 2 * core_reach + 1}));
    for (int y = around.y; y < around.bottom(); ++y) {
        std::uint8_t* row = reading.row(y);
        const std::uint8_t* by_print = near.ptr<std::uint8_t>(y - around.y);
        for (int x = around.x; x < around.right(); ++x) {
            if (by_print[x - around.x] == 0 && is_within(seal, x, y))
                row[x] = static_cast<std::uint8_t>(255 - left_of_seal * (255 - row[x]));
        }
    }
}

}  // namespace

int fade_grey_seals(Raster& reading, const std::vector<Seal>& seals) {
    if (seals.empty() || reading.channels() != 1) return 0;
    const int print = print_level(reading, seals);
    int faded = 0;
    for (const Seal& seal : seals) {
        const SealInk ink = ink_of(parts_of_ring(reading, seal));
        const double lightest = ink.at_centre + std::hypot(ink.to_right, ink.to_foot);
        if (ink.at_centre > faded_already || lightest - print < least_difference) continue;
        fade(reading, seal, print, ink);
        ++faded;
    }
    return faded;
}

}  // namespace sohoa::ocr
