#include "ocr/image/baselines.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace sohoa::ocr {

namespace {

// All in heights of small letters.
constexpr double lowest_letter = 0.7;
constexpr double highest_letter = 2.4;
constexpr double widest_letter = 6;  // letters that touch
constexpr double widest_word_gap = 2.5;
constexpr double widest_overlap = 0.7;      // of italics and letters that reach under one another
constexpr double most_off_baseline = 0.28;  // a descender reaches 0.35 below the line
constexpr double slope_memory = 3;          // reach over which the slope of a line is remembered
constexpr double point_stretch = 5;
constexpr double shortest_baseline = 12;
constexpr std::size_t feet_of_baseline = 8;
constexpr std::size_t feet_of_point = 2;
constexpr std::size_t remembered_feet = 6;

/// What is left of levelling once the plane has been turned by quarters.
Transform level_rotation(Size plane, const Orientation& orientation) {
    const Size upright = orientation.turn % 180 == 0 ? plane : Size{plane.height, plane.width};
    return Transform::rotation(-orientation.skew, {upright.width / 2.0, upright.height / 2.0});
}

/// The lower edge of a letter.
struct Foot {
    double left;
    double right;
    double y;

    double x() const { return (left + right) / 2; }
};

std::vector<Foot> feet_on_level(const Letters& letters, const Orientation& orientation, double x_height) {
    const Size size = letters.ink.size();
    const Transform turn = Transform::quarter_turns(orientation.turn, size);
    const Transform level = level_rotation(size, orientation);
    std::vector<Foot> feet;
    feet.reserve(letters.boxes.size());
    for (const Box& lying : letters.boxes) {
        const Box box = bounding_box(turn.apply(quad_of(lying)));
        if (box.height < lowest_letter * x_height || box.height > highest_letter * x_height) continue;
        if (box.width > widest_letter * x_height) continue;
        const Point foot = level.apply(Point{box.x + box.width / 2.0, 1.0 * box.bottom()});
        feet.push_back({foot.x - box.width / 2.0, foot.x + box.width / 2.0, foot.y});
    }
    std::sort(feet.begin(), feet.end(), [](const Foot& a, const Foot& b) { return a.x() < b.x(); });
    return feet;
}

/// A line as far as it has been followed.
class Track {
public:
    explicit Track(const Foot& first) : feet_{first} { follow(); }

    double right() const { return feet_.back().right; }
    const std::vector<Foot>& feet() const { return feet_; }
    double length() const { return feet_.back().right - feet_.front().left; }

    double expected_at(double x) const { return middle_.y + slope_ * (x - middle_.x); }

    void add(const Foot& foot, double x_height) {
        feet_.push_back(foot);
        follow();
        const std::size_t from = first_remembered();
        double xx = std::pow(slope_memory * x_height, 2);
        double xy = 0;
        for (std::size_t k = from; k < feet_.size(); ++k) {
            const double x = feet_[k].x() - middle_.x;
            xx += x * x;
            xy += x * (feet_[k].y - expected_at(feet_[k].x()));
        }
        slope_ += xy / xx;
    }

private:
    std::size_t first_remembered() const { return feet_.size() > remembered_feet ? feet_.size() - remembered_feet : 0; }

    void follow() {
        const std::size_t from = first_remembered();
        const auto count = static_cast<double>(feet_.size() - from);
        middle_ = {};
        for (std::size_t k = from; k < feet_.size(); ++k) {
            middle_.x += feet_[k].x() / count;
            middle_.y += feet_[k].y / count;
        }
    }

    std::vector<Foot> feet_;
    Point middle_;
    double slope_ = 0;
};

std::vector<Track> followed(const std::vector<Foot>& feet, double x_height) {
    std::vector<Track> ended;
    std::vector<Track> open;
    for (const Foot& foot : feet) {
        Track* nearest = nullptr;
        double least = most_off_baseline * x_height;
        for (std::size_t k = 0; k < open.size();) {
            Track& track = open[k];
            const double gap = foot.left - track.right();
            if (gap > 2 * widest_word_gap * x_height) {
                ended.push_back(std::move(track));
                if (k + 1 < open.size()) track = std::move(open.back());
                open.pop_back();
                continue;
            }
            ++k;
            if (gap > widest_word_gap * x_height || gap < -widest_overlap * x_height) continue;
            const double off = std::abs(foot.y - track.expected_at(foot.x()));
            if (off < least) {
                least = off;
                nearest = &track;
            }
        }
        if (nearest != nullptr) {
            nearest->add(foot, x_height);
        } else {
            open.emplace_back(foot);
        }
    }
    std::move(open.begin(), open.end(), std::back_inserter(ended));
    return ended;
}

/// The middle foot by height of each stretch.
BaselinePoints points_along(const std::vector<Foot>& feet, double x_height) {
    BaselinePoints points;
    std::vector<double> heights;
    for (std::size_t begin = 0; begin < feet.size();) {
        std::size_t end = begin;
        double sum = 0;
        heights.clear();
        while (end < feet.size() && feet[end].x() < feet[begin].x() + point_stretch * x_height) {
            sum += feet[end].x();
            heights.push_back(feet[end].y);
            ++end;
        }
        if (heights.size() >= feet_of_point) {
            const auto count = static_cast<double>(heights.size());
            std::sort(heights.begin(), heights.end());
            const std::size_t half = heights.size() / 2;
            const double middle = heights.size() % 2 == 1 ? heights[half] : (heights[half - 1] + heights[half]) / 2;
            points.push_back({sum / count, middle});
        }
        begin = end;
    }
    return points;
}

}  // namespace

Transform levelling(Size plane, const Orientation& orientation) {
    return Transform::quarter_turns(orientation.turn, plane).then(level_rotation(plane, orientation));
}

std::vector<BaselinePoints> find_baselines(const Letters& letters, const Orientation& orientation, double x_height) {
    if (x_height <= 0) return {};
    std::vector<BaselinePoints> lines;
    for (const Track& track : followed(feet_on_level(letters, orientation, x_height), x_height)) {
        if (track.feet().size() < feet_of_baseline || track.length() < shortest_baseline * x_height) continue;
        lines.push_back(points_along(track.feet(), x_height));
    }
    return lines;
}

}  // namespace sohoa::ocr
