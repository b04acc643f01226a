#include "ocr/image/sheet_outline.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/paper_edges.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_edges = 7;        // of each side
constexpr double least_step = 7;             // grey levels from ground to paper
constexpr double least_seen = 0.6;           // share of each side that is seen
constexpr double least_seen_of_all = 0.78;   // share of the sides together
constexpr double least_sheet = 0.2;          // of the picture
constexpr double sharpest = 58;              // degrees at a corner
constexpr double beyond = 0.06;              // of the picture's sides: corners may lie outside by so much
constexpr int largest_fall = 22;             // grey levels from the inside of a sheet to its rim
constexpr double flat_scan = 0.8;            // of the picture: a sheet laid askew on a scanner
constexpr double most_ground_within = 0.12;  // of the outline
constexpr double least_brighter = 12;        // grey levels between the middle of the sheet and the ground

std::optional<cv::Point2d> crossing_of(const PaperEdge& a, const PaperEdge& b) {
    const double cross = a.direction.x * b.direction.y - a.direction.y * b.direction.x;
    if (std::abs(cross) < 0.3) return std::nullopt;
    const cv::Point2d way = b.at - a.at;
    return a.at + a.direction * ((way.x * b.direction.y - way.y * b.direction.x) / cross);
}

/// Edges by the side of a sheet they can be: top, right, bottom, left; the picture's own edge last.
using Sides = std::array<std::vector<PaperEdge>, 4>;

Sides sides_of(const std::vector<PaperEdge>& edges, cv::Size size) {
    Sides sides;
    for (const PaperEdge& edge : edges) {
        const double degrees = std::atan2(edge.direction.y, edge.direction.x) * 180 / CV_PI;
        const auto quarter = static_cast<std::size_t>(static_cast<int>(std::lround(degrees / 90) + 4) % 4);
        if (sides[quarter].size() < most_edges) sides[quarter].push_back(edge);
    }
    const double w = size.width;
    const double h = size.height;
    sides[0].push_back({{w / 2, 0}, {1, 0}, 0, 0, true});
    sides[1].push_back({{w, h / 2}, {0, 1}, 0, 0, true});
    sides[2].push_back({{w / 2, h}, {-1, 0}, 0, 0, true});
    sides[3].push_back({{0, h / 2}, {0, -1}, 0, 0, true});
    return sides;
}

double degrees_between(cv::Point2d a, cv::Point2d b) {
    return std::acos(std::clamp(a.dot(b) / std::max(1e-9, cv::norm(a) * cv::norm(b)), -1.0, 1.0)) * 180 / CV_PI;
}

class Search {
public:
    explicit Search(const PaperLikeness& likeness)
        : picture_(mat_of(likeness.picture)), closed_(mat_of(likeness.closed)) {}

    std::optional<SheetOutline> best() {
        const Sides sides = sides_of(find_paper_edges(closed_), closed_.size());
        std::array<const PaperEdge*, 4> chosen{};
        for (const PaperEdge& top : sides[0]) {
            for (const PaperEdge& bottom : sides[2]) {
                if (top.cut && bottom.cut) continue;
                for (const PaperEdge& left : sides[3]) {
                    for (const PaperEdge& right : sides[1]) {
                        chosen = {&top, &right, &bottom, &left};
                        if (top.cut + bottom.cut + left.cut + right.cut <= 1) consider(chosen);
                    }
                }
            }
        }
        if (best_score_ <= 0) return std::nullopt;
        return finished();
    }

private:
    using Chosen = std::array<const PaperEdge*, 4>;

    static std::optional<std::array<cv::Point2d, 4>> corners_of(const std::array<PaperEdge, 4>& sides) {
        std::array<cv::Point2d, 4> corners;
        for (std::size_t k = 0; k < 4; ++k) {
            const auto corner = crossing_of(sides[(k + 3) % 4], sides[k]);
            if (!corner) return std::nullopt;
            corners[k] = *corner;
        }
        return corners;
    }

    bool is_upright_shape(const std::array<cv::Point2d, 4>& corners) const {
        const double margin_x = beyond * closed_.cols;
        const double margin_y = beyond * closed_.rows;
        for (std::size_t k = 0; k < 4; ++k) {
            const cv::Point2d& c = corners[k];
            if (c.x < -margin_x || c.y < -margin_y || c.x > closed_.cols + margin_x || c.y > closed_.rows + margin_y)
                return false;
            const cv::Point2d next = corners[(k + 1) % 4] - c;
            const cv::Point2d before = corners[(k + 3) % 4] - c;
            if (next.x * before.y - next.y * before.x <= 0) return false;  // turned inside out
            const double degrees = degrees_between(next, before);
            if (degrees < sharpest || degrees > 180 - sharpest) return false;
        }
        return true;
    }

    void consider(const Chosen& chosen) {
        const std::array<PaperEdge, 4> sides{*chosen[0], *chosen[1], *chosen[2], *chosen[3]};
        const auto corners = corners_of(sides);
        if (!corners || !is_upright_shape(*corners)) return;
        const std::vector<cv::Point2f> outline(corners->begin(), corners->end());
        const double area = cv::contourArea(outline) / static_cast<double>(closed_.total());
        if (area < least_sheet) return;
        double seen = 0;
        double around = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const cv::Point2d from = (*corners)[k];
            const cv::Point2d to = (*corners)[(k + 1) % 4];
            if (share_of_paper_along(from, to, *corners) < (sides[k].cut ? least_seen_of_all : least_seen)) return;
            if (sides[k].cut) continue;
            const double share = share_of_step(closed_, from, to, least_step);
            if (share < least_seen) return;
            const double length = cv::norm(to - from);
            seen += share * length;
            around += length;
        }
        if (seen < least_seen_of_all * around) return;
        // Between outlines that are seen as well, the larger: smaller ones are shadows and folds on it.
        const double score = seen / around + 0.5 * area;
        if (score <= best_score_) return;
        best_score_ = score;
        best_sides_ = sides;
        best_corners_ = *corners;
        best_seen_ = seen / around;
    }

    /// Share of a side along which the outline's inside is as bright close to it as farther in.
    double share_of_paper_along(cv::Point2d from, cv::Point2d to, const std::array<cv::Point2d, 4>& corners) const {
        const cv::Point2d centre = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        constexpr int places = 40;
        int bright = 0;
        for (int k = 1; k < places; ++k) {
            const cv::Point2d p = from + (to - from) * (1.0 * k / places);
            const int rim = level_near(p, centre, 0.04);
            const int within = level_near(p, centre, 0.3);
            if (rim > within - largest_fall) ++bright;
        }
        return static_cast<double>(bright) / (places - 1);
    }

    /// The level at a share of the way from a place to the sheet's middle.
    int level_near(cv::Point2d p, cv::Point2d centre, double share) const {
        const cv::Point2d at = p + (centre - p) * share;
        const int x = std::clamp(static_cast<int>(at.x), 0, closed_.cols - 1);
        const int y = std::clamp(static_cast<int>(at.y), 0, closed_.rows - 1);
        return closed_.at<std::uint8_t>(y, x);
    }

    std::optional<SheetOutline> finished() {
        SheetOutline outline;
        std::array<PaperEdge, 4> sides = best_sides_;
        constexpr double reach = 6;  // pixels
        for (std::size_t k = 0; k < 4; ++k) {
            outline.cut[k] = sides[k].cut;
            if (!sides[k].cut)
                sides[k] = refined(sides[k], picture_, best_corners_[k], best_corners_[(k + 1) % 4], reach);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            if (sides[k].cut) sides[k] = parallel_to_opposite(sides, k);
        }
        outline.corners = corners_of(sides).value_or(best_corners_);
        if (is_rectangle(outline.corners)) {
            const std::vector<cv::Point2f> whole(outline.corners.begin(), outline.corners.end());
            if (cv::contourArea(whole) > flat_scan * static_cast<double>(closed_.total())) return std::nullopt;
            make_rectangle(sides, outline.corners);
        }
        outline.sureness = best_seen_;
        return differs_from_ground(outline) ? std::optional(outline) : std::nullopt;
    }

    /// Where the picture cuts the sheet off its own side is not seen: it is taken to run as the opposite one does, as
    /// far out as the sheet is seen.
    PaperEdge parallel_to_opposite(const std::array<PaperEdge, 4>& sides, std::size_t k) const {
        const PaperEdge& opposite = sides[(k + 2) % 4];
        const auto away = [&](cv::Point2d corner) {
            return std::abs((corner - opposite.at).dot(opposite.towards_paper()));
        };
        const cv::Point2d& first = best_corners_[k];
        const cv::Point2d& second = best_corners_[(k + 1) % 4];
        return {away(first) > away(second) ? first : second, -opposite.direction, 0, 0, true};
    }

    /// Corners so near to right angles that only the error of the edges bends them.
    static bool is_rectangle(const std::array<cv::Point2d, 4>& corners) {
        constexpr double off_right_angle = 0.7;  // degrees
        for (std::size_t k = 0; k < 4; ++k) {
            const cv::Point2d next = corners[(k + 1) % 4] - corners[k];
            const cv::Point2d before = corners[(k + 3) % 4] - corners[k];
            if (std::abs(degrees_between(next, before) - 90) > off_right_angle) return false;
        }
        return true;
    }

    /// A flat scan: the sheet is turned and nothing else.
    static void make_rectangle(std::array<PaperEdge, 4>& sides, std::array<cv::Point2d, 4>& corners) {
        // All four sides, turned into the direction of the top one, weighted by the length that is seen.
        cv::Point2d along(0, 0);
        for (std::size_t k = 0; k < 4; ++k) {
            cv::Point2d d = sides[k].direction;
            for (std::size_t quarter = 0; quarter < k; ++quarter) d = {d.y, -d.x};
            const double length = cv::norm(corners[(k + 1) % 4] - corners[k]);
            if (!sides[k].cut) along += d * length;
        }
        along /= cv::norm(along);
        for (std::size_t k = 0; k < 4; ++k) {
            sides[k].at = (corners[k] + corners[(k + 1) % 4]) / 2;
            sides[k].direction = along;
            along = {-along.y, along.x};
        }
        if (const auto straight = corners_of(sides)) corners = *straight;
    }

    bool differs_from_ground(const SheetOutline& outline) const {
        cv::Mat inside(closed_.size(), CV_8U, cv::Scalar(0));
        std::vector<cv::Point> whole;
        for (const cv::Point2d& c : outline.corners) whole.emplace_back(cvRound(c.x), cvRound(c.y));
        cv::fillConvexPoly(inside, whole, cv::Scalar(255));
        const double paper = cv::mean(closed_, inside)[0];
        const double ground = cv::mean(closed_, ~inside)[0];
        if (paper - ground < least_brighter) return false;
        // Between sheets that lie apart ground is seen.
        const cv::Mat like_ground = (closed_ < ground + (paper - ground) / 4) & inside;
        return cv::countNonZero(like_ground) < most_ground_within * cv::countNonZero(inside);
    }

    cv::Mat picture_;
    cv::Mat closed_;
    double best_score_ = 0;
    double best_seen_ = 0;
    std::array<PaperEdge, 4> best_sides_;
    std::array<cv::Point2d, 4> best_corners_;
};

}  // namespace

std::optional<SheetOutline> find_sheet_outline(const PaperLikeness& likeness) {
    constexpr int least_side = 60;  // pixels
    if (std::min(likeness.picture.width(), likeness.picture.height()) < least_side) return std::nullopt;
    return Search(likeness).best();
}

}  // namespace sohoa::ocr
