#include "ocr/image/paper_edges.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sohoa::ocr {

namespace {

constexpr double shortest = 0.018;        // of the longer side of the picture
constexpr double same_direction = 0.035;  // radians between two segments of one edge
constexpr double same_line = 4;           // pixels from one segment's ends to the other's line
constexpr double same_level = 35;         // grey levels of what lies to the right of two segments of one edge
constexpr double near_side = 4;           // pixels from an edge, where its sides are compared
constexpr double far_side = 9;            // pixels: behind the soft rim of an edge out of focus
constexpr double along_step = 2;          // pixels between two places that are looked at
constexpr double least_steepness = 3;     // grey levels a pixel

bool inside(const cv::Mat& picture, cv::Point2d p) {
    return p.x >= 0 && p.y >= 0 && p.x < picture.cols && p.y < picture.rows;
}

int level_at(const cv::Mat& picture, cv::Point2d p) {
    return picture.at<std::uint8_t>(static_cast<int>(p.y), static_cast<int>(p.x));
}

/// Right-hand side less left-hand side at a place of an edge; nothing where it is seen on one side only.
bool step_at(const cv::Mat& picture, cv::Point2d p, cv::Point2d to_right, double& step) {
    step = -255;
    bool seen = false;
    for (const double away : {near_side, far_side}) {
        const cv::Point2d right = p + to_right * away;
        const cv::Point2d left = p - to_right * away;
        if (!inside(picture, right) || !inside(picture, left)) continue;
        step = std::max(step, static_cast<double>(level_at(picture, right) - level_at(picture, left)));
        seen = true;
    }
    return seen;
}

double cross(cv::Point2d a, cv::Point2d b) {
    return a.x * b.y - a.y * b.x;
}

/// Mean level to the right of a segment, well off it.
double brightness_beside(const cv::Mat& picture, cv::Point2d from, cv::Point2d to, cv::Point2d to_right) {
    constexpr int places = 16;
    constexpr double off = 12;  // pixels
    double sum = 0;
    int count = 0;
    for (int k = 0; k <= places; ++k) {
        const cv::Point2d p = from + (to - from) * (1.0 * k / places) + to_right * off;
        if (!inside(picture, p)) continue;
        sum += level_at(picture, p);
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

/// A segment of an edge while segments are joined.
struct Segment {
    cv::Point2d from;
    cv::Point2d to;
    double length = 0;
    double level = 0;  ///< grey level to its right
};

bool on_one_line(const Segment& a, const Segment& b) {
    if (std::abs(a.level - b.level) > same_level) return false;
    const cv::Point2d along = (a.to - a.from) / cv::norm(a.to - a.from);
    const cv::Point2d other = (b.to - b.from) / cv::norm(b.to - b.from);
    return along.dot(other) > 0 && std::abs(cross(along, other)) < same_direction &&
           std::abs(cross(along, b.from - a.from)) < same_line && std::abs(cross(along, b.to - a.from)) < same_line;
}

/// Segments on one line, and the line through them.
class Joined {
public:
    explicit Joined(const Segment& first) : line_(first), parts_{first} {}

    const Segment& line() const { return line_; }

    /// On the line, and on that of its longest part: lines do not drift from part to part.
    bool takes(const Segment& part) const { return on_one_line(line_, part) && on_one_line(parts_.front(), part); }

    void add(const Segment& part) {
        parts_.push_back(part);
        cv::Point2d centre(0, 0);
        double weight = 0;
        for (const Segment& each : parts_) {
            centre += each.length * (each.from + each.to) / 2;
            weight += each.length;
        }
        centre /= weight;
        // Least squares over the points of all parts: long ones turn the line more than short ones.
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (const Segment& each : parts_) {
            const cv::Point2d middle = (each.from + each.to) / 2 - centre;
            const cv::Point2d half = (each.to - each.from) / 2;
            xx += each.length * (middle.x * middle.x + half.x * half.x / 3);
            xy += each.length * (middle.x * middle.y + half.x * half.y / 3);
            yy += each.length * (middle.y * middle.y + half.y * half.y / 3);
        }
        const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
        cv::Point2d along(std::cos(angle), std::sin(angle));
        if (along.dot(line_.to - line_.from) < 0) along = -along;
        double least = 0;
        double most = 0;
        for (const Segment& each : parts_) {
            least = std::min(least, (each.from - centre).dot(along));
            most = std::max(most, (each.to - centre).dot(along));
        }
        line_ = {centre + along * least, centre + along * most, weight, line_.level};
    }

private:
    Segment line_;
    std::vector<Segment> parts_;
};

}  // namespace

std::vector<PaperEdge> find_paper_edges(const cv::Mat& closed) {
    std::vector<cv::Vec4f> lines;
    cv::createLineSegmentDetector(cv::LSD_REFINE_STD, 0.5, 0.6)->detect(closed, lines);
    std::vector<Segment> segments;
    for (const cv::Vec4f& line : lines) {
        Segment segment{{line[0], line[1]}, {line[2], line[3]}, 0, 0};
        segment.length = cv::norm(segment.to - segment.from);
        if (segment.length < shortest * std::max(closed.cols, closed.rows)) continue;
        const cv::Point2d along = (segment.to - segment.from) / segment.length;
        double step = 0;
        if (!step_at(closed, (segment.from + segment.to) / 2, {-along.y, along.x}, step)) continue;
        double back = 0;
        step_at(closed, (segment.from + segment.to) / 2, {along.y, -along.x}, back);
        if (back > step) std::swap(segment.from, segment.to);
        const cv::Point2d way = (segment.to - segment.from) / segment.length;
        segment.level = brightness_beside(closed, segment.from, segment.to, {-way.y, way.x});
        segments.push_back(segment);
    }
    std::sort(segments.begin(), segments.end(), [](const auto& a, const auto& b) { return a.length > b.length; });
    std::vector<Joined> joined;
    for (const Segment& segment : segments) {
        const auto same =
            std::find_if(joined.begin(), joined.end(), [&](const Joined& each) { return each.takes(segment); });
        if (same == joined.end()) {
            joined.emplace_back(segment);
        } else {
            same->add(segment);
        }
    }
    std::vector<PaperEdge> edges;
    for (const Joined& each : joined) {
        const Segment& segment = each.line();
        const cv::Point2d along = (segment.to - segment.from) / cv::norm(segment.to - segment.from);
        const cv::Point2d at = (segment.from + segment.to) / 2;
        const double brightness = segment.level / 255;
        edges.push_back({at, along, segment.length, segment.length * brightness * brightness, false});
    }
    std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
    return edges;
}

double share_of_step(const cv::Mat& closed, cv::Point2d from, cv::Point2d to, double least_step) {
    const double length = cv::norm(to - from);
    if (length < 1) return 0;
    const cv::Point2d along = (to - from) / length;
    const cv::Point2d to_right(-along.y, along.x);
    int seen = 0;
    int steps = 0;
    // The very corners are rounded by the closing.
    for (double t = 2 * far_side; t < length - 2 * far_side; t += along_step) {
        double step = 0;
        if (!step_at(closed, from + along * t, to_right, step)) continue;
        ++seen;
        if (step >= least_step) ++steps;
    }
    return seen > 0 ? static_cast<double>(steps) / seen : 0;
}

PaperEdge refined(const PaperEdge& edge, const cv::Mat& picture, cv::Point2d from, cv::Point2d to, double reach) {
    const double length = cv::norm(to - from);
    const cv::Point2d along = (to - from) / std::max(1.0, length);
    const cv::Point2d to_right(-along.y, along.x);
    std::vector<cv::Point2f> places;
    for (double t = 0.03 * length; t < 0.97 * length; t += along_step) {
        double best = least_steepness;
        double at = 0;
        for (double off = -reach; off <= reach; off += 0.5) {
            const cv::Point2d p = from + along * t + to_right * off;
            if (!inside(picture, p + to_right) || !inside(picture, p - to_right)) continue;
            const double gradient = (level_at(picture, p + to_right) - level_at(picture, p - to_right)) / 2.0;
            if (gradient > best) {
                best = gradient;
                at = off;
            }
        }
        if (best > least_steepness) places.emplace_back(from + along * t + to_right * at);
    }
    if (static_cast<double>(places.size()) * along_step < 0.3 * length) return edge;
    cv::Vec4f line;
    cv::fitLine(places, line, cv::DIST_HUBER, 0, 0.01, 0.01);
    cv::Point2d direction(line[0], line[1]);
    if (direction.dot(edge.direction) < 0) direction = -direction;
    return {{line[2], line[3]}, direction, edge.length, edge.weight, edge.cut};
}

}  // namespace sohoa::ocr
