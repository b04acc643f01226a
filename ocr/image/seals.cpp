#include "ocr/image/seals.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"
#include "ocr/image/area_reduction.h"

namespace sohoa::ocr {

namespace {

constexpr double looked_at_dpi = 50;
constexpr double smallest_ring = 11;  // mm
constexpr double largest_ring = 24;   // mm
constexpr float least_gradient = 60;  // of Sobel's sum of weights 4: a step of 15 levels; bleed-through stays below
constexpr std::size_t most_seals = 8;
constexpr std::size_t most_centres = 40;  // that are looked at closely
constexpr double least_votes = 0.2;       // of the smallest ring's edges
constexpr std::size_t directions = 72;
// Of the directions. Seals of the maker show 0.69 and more, also over print and on copies; strokes of a signature,
// print and another ring that happen to lie around a place 0.58 at most (`sohoa inspect`, pages of the seeds 515 and
// 99).
constexpr double least_ring = 0.63;
constexpr double worth_moving = 0.35;  // of the directions, seen from a centre that is not quite right
constexpr double outer_share = 0.85;   // of what an inner ring shows
constexpr double facing = 0.9;         // cosine between an edge's gradient and the ray from the centre

/// Edges of ink: the direction towards paper at each pixel, zero where there is no edge.
struct Edges {
    cv::Mat dx;
    cv::Mat dy;
};

Edges edges_of(const cv::Mat& grey) {
    cv::Mat smooth;
    cv::GaussianBlur(grey, smooth, {3, 3}, 0);
    Edges edges;
    cv::Sobel(smooth, edges.dx, CV_32F, 1, 0);
    cv::Sobel(smooth, edges.dy, CV_32F, 0, 1);
    for (int y = 0; y < grey.rows; ++y) {
        float* dx = edges.dx.ptr<float>(y);
        float* dy = edges.dy.ptr<float>(y);
        for (int x = 0; x < grey.cols; ++x) {
            const float length = std::sqrt(dx[x] * dx[x] + dy[x] * dy[x]);
            const float unit = length < least_gradient ? 0 : 1 / std::max(length, least_gradient);
            dx[x] *= unit;
            dy[x] *= unit;
        }
    }
    return edges;
}

cv::Mat votes_of(const Edges& edges, int from, int to) {
    cv::Mat votes(edges.dx.size(), CV_32F, cv::Scalar(0));
    for (int y = 0; y < votes.rows; ++y) {
        const float* dx = edges.dx.ptr<float>(y);
        const float* dy = edges.dy.ptr<float>(y);
        for (int x = 0; x < votes.cols; ++x) {
            if (dx[x] == 0 && dy[x] == 0) continue;
            for (int r = from; r <= to; ++r) {
                const int cx = cvRound(static_cast<float>(x) - dx[x] * static_cast<float>(r));
                const int cy = cvRound(static_cast<float>(y) - dy[x] * static_cast<float>(r));
                if (cx >= 0 && cy >= 0 && cx < votes.cols && cy < votes.rows) votes.at<float>(cy, cx) += 1;
            }
        }
    }
    cv::GaussianBlur(votes, votes, {5, 5}, 0);
    return votes * 25.0 / 4;  // a peak spread over a few pixels counts about whole
}

/// The highest votes, each the best within a small circle's reach.
std::vector<cv::Point> centres_of(const cv::Mat& votes, int apart, double least) {
    std::vector<cv::Point> places;
    cv::Mat highest;
    cv::dilate(votes, highest, cv::getStructuringElement(cv::MORPH_RECT, {2 * apart + 1, 2 * apart + 1}));
    for (int y = 0; y < votes.rows; ++y) {
        for (int x = 0; x < votes.cols; ++x) {
            const float value = votes.at<float>(y, x);
            if (value >= least && value == highest.at<float>(y, x)) places.emplace_back(x, y);
        }
    }
    std::sort(places.begin(), places.end(), [&](const cv::Point& a, const cv::Point& b) {
        const float va = votes.at<float>(a);
        const float vb = votes.at<float>(b);
        return va != vb ? va > vb : std::pair(a.y, a.x) < std::pair(b.y, b.x);
    });
    if (places.size() > most_centres) places.resize(most_centres);
    return places;
}

/// Where the pixels at `from` to `to` pixels from a centre lie, seen in all directions.
class Rays {
public:
    Rays(int from, int to) : from_(from), to_(to) {
        for (std::size_t direction = 0; direction < directions; ++direction) {
            const double angle = 2 * std::numbers::pi * static_cast<double>(direction) / directions;
            ways_[direction] = {std::cos(angle), std::sin(angle)};
            for (int r = from; r <= to; ++r)
                offsets_.emplace_back(rounded(std::cos(angle) * r), rounded(std::sin(angle) * r));
        }
    }

    int from() const { return from_; }
    std::size_t radii() const { return static_cast<std::size_t>(to_) - static_cast<std::size_t>(from_) + 1; }
    const cv::Point2d& way(std::size_t direction) const { return ways_[direction]; }
    const cv::Point& offset(std::size_t direction, std::size_t radius) const {
        return offsets_[direction * radii() + radius];
    }

private:
    /// Halves up, also those that are not quite reached by a cosine's last bit.
    static int rounded(double at) { return cvFloor(at + 0.5 + 1e-9); }

    int from_;
    int to_;
    std::array<cv::Point2d, directions> ways_;
    std::vector<cv::Point> offsets_;
};

/// Edges that face away from a centre: the distance of each, by its direction.
class Surroundings {
public:
    Surroundings(const Edges& edges, const cv::Point& centre, const Rays& rays)
        : from_(rays.from()), seen_(rays.radii()) {
        const cv::Rect plane({0, 0}, edges.dx.size());
        for (std::size_t direction = 0; direction < directions; ++direction) {
            const cv::Point2d& way = rays.way(direction);
            for (std::size_t k = 0; k < seen_.size(); ++k) {
                const cv::Point at = centre + rays.offset(direction, k);
                if (!plane.contains(at)) break;
                const double cosine = edges.dx.at<float>(at) * way.x + edges.dy.at<float>(at) * way.y;
                if (cosine > facing) seen_[k].set(direction);
            }
        }
    }

    /// The clearest ring; the outermost of about equally clear ones, as rings stand one within the other.
    std::pair<int, double> ring() const {
        std::pair<int, double> best{0, 0};
        for (std::size_t k = 0; k < seen_.size(); ++k) {
            auto near = seen_[k];
            if (k > 0) near |= seen_[k - 1];
            if (k + 1 < seen_.size()) near |= seen_[k + 1];
            const double share = static_cast<double>(near.count()) / directions;
            const int radius = from_ + static_cast<int>(k);
            if (share > best.second || (share >= outer_share * best.second && radius > best.first + 2))
                best = {radius, share};
        }
        return best;
    }

private:
    int from_;
    std::vector<std::bitset<directions>> seen_;  ///< by distance
};

/// The clearest outer ring around a place, its centre moved by up to two pixels.
Seal seal_around(const Edges& edges, const cv::Point& place, const Rays& rays) {
    Seal best;
    const auto look = [&](int dx, int dy) {
        const cv::Point centre = place + cv::Point(dx, dy);
        const auto [radius, share] = Surroundings(edges, centre, rays).ring();
        if (share > best.confidence)
            best = {{static_cast<double>(centre.x), static_cast<double>(centre.y)}, 1.0 * radius, share};
    };
    look(0, 0);
    if (best.confidence < worth_moving) return best;
    for (int dy = -2; dy <= 2; ++dy) {
        for (int dx = -2; dx <= 2; ++dx) look(dx, dy);
    }
    return best;
}

bool overlap(const Seal& a, const Seal& b) {
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) < 0.6 * std::max(a.radius, b.radius);
}

}  // namespace

Box box_of(const Seal& seal) {
    const int left = static_cast<int>(std::floor(seal.centre.x - seal.radius));
    const int top = static_cast<int>(std::floor(seal.centre.y - seal.radius));
    const int side = static_cast<int>(std::ceil(2 * seal.radius));
    return {left, top, side, side};
}

bool lies_in(const Seal& seal, const Box& box) {
    const double dx = std::max(std::abs(box.x - seal.centre.x), std::abs(box.right() - seal.centre.x));
    const double dy = std::max(std::abs(box.y - seal.centre.y), std::abs(box.bottom() - seal.centre.y));
    return std::hypot(dx, dy) <= seal.radius;
}

std::vector<Seal> find_seals(const Raster& grey, double dpi) {
    const double scale = std::min(1.0, looked_at_dpi / std::max(1.0, dpi));
    const Size size{static_cast<int>(std::lround(grey.width() * scale)),
                    static_cast<int>(std::lround(grey.height() * scale))};
    const double pixels_a_mm = dpi * scale / 25.4;
    const int from = static_cast<int>(std::lround(smallest_ring * pixels_a_mm));
    const int to = static_cast<int>(std::lround(largest_ring * pixels_a_mm));
    if (grey.empty() || std::min(size.width, size.height) < 2 * from || from < 8) return {};
    const Raster small = area_reduced(grey, size);
    const Edges edges = edges_of(mat_of(small));
    const Rays rays(from, to);
    const double least = least_votes * 2 * std::numbers::pi * from;
    std::vector<Seal> seals;
    for (const cv::Point& place : centres_of(votes_of(edges, from, to), from / 2, least)) {
        const Seal seal = seal_around(edges, place, rays);
        if (seal.confidence < least_ring) continue;
        if (std::none_of(seals.begin(), seals.end(), [&](const Seal& each) { return overlap(each, seal); }))
            seals.push_back(seal);
    }
    std::stable_sort(seals.begin(), seals.end(),
                     [](const Seal& a, const Seal& b) { return a.confidence > b.confidence; });
    if (seals.size() > most_seals) seals.resize(most_seals);
    for (Seal& seal : seals) {
        seal.centre = {(seal.centre.x + 0.5) / scale, (seal.centre.y + 0.5) / scale};
        // The ring's edge lies half a pixel beyond the last dark one.
        seal.radius = (seal.radius + 0.5) / scale;
    }
    return seals;
}

}  // namespace sohoa::ocr
