#include "ocr/text/place_images.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "ocr/text/word_images.h"

namespace sohoa::ocr {

namespace {

constexpr int paper_around = 8;  // pixels: recognisers want some paper around letters
// In heights of the place: boxes of words leave out marks and the last letter's edge.
constexpr double beyond_top = 0.15;
constexpr double beyond_side = 0.3;
// In small letters.
constexpr double least_place_letter = 0.55;
constexpr double most_place_letter = 4;

/// A quad as a frame of its own: how far a point lies along what is written and across it, 0 … 1 within.
class Frame {
public:
    explicit Frame(const Quad& quad) : origin_(quad.corners[0]) {
        along_ = difference(quad.corners[1], quad.corners[0]);
        down_ = difference(quad.corners[3], quad.corners[0]);
        area_ = along_.x * down_.y - along_.y * down_.x;
        const double length = std::hypot(along_.x, along_.y);
        const double height = std::hypot(down_.x, down_.y);
        side_ = length > 0 ? beyond_side * height / length : 0;
    }

    bool empty() const { return std::abs(area_) < 1; }

    bool holds(Point p) const {
        const Point from = difference(p, origin_);
        const double along = (from.x * down_.y - from.y * down_.x) / area_;
        const double down = (along_.x * from.y - along_.y * from.x) / area_;
        return along > -side_ && along < 1 + side_ && down > -beyond_top && down < 1 + beyond_top;
    }

private:
    static Point difference(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    Point origin_;
    Point along_;
    Point down_;
    double area_ = 0;
    double side_ = 0;
};

/// Boxes of ink in a place: of all, and of what is as high as letters.
struct Held {
    std::vector<bool> pieces;
    Box box;
    bool has_letters = false;
};

Held held_by(const Frame& frame, const Planes& planes, const Pieces& ink) {
    Held held;
    held.pieces.resize(ink.pieces.size());
    for (std::size_t k = 0; k < ink.pieces.size(); ++k) {
        const Box& box = ink.pieces[k].box;
        if (box.height > most_place_letter * planes.x_height) continue;
        if (!frame.holds(planes.reading_to_scan.apply(box.centre()))) continue;
        held.pieces[k] = true;
        held.box = bounding(held.box, box);
        held.has_letters = held.has_letters || box.height >= least_place_letter * planes.x_height;
    }
    return held;
}

}  // namespace

std::vector<std::optional<PlaceImage>> place_images(const Planes& planes, const Pieces& ink,
                                                    const std::vector<Quad>& places) {
    std::vector<std::optional<PlaceImage>> images(places.size());
    if (planes.reading.channels() != 1 || planes.x_height <= 0) return images;
    for (std::size_t k = 0; k < places.size(); ++k) {
        const Frame frame(places[k]);
        if (frame.empty()) continue;
        const Held held = held_by(frame, planes, ink);
        if (!held.has_letters) continue;
        const Box roomy{held.box.x - paper_around, held.box.y - paper_around, held.box.width + 2 * paper_around,
                        held.box.height + 2 * paper_around};
        const Box place = intersection(roomy, {0, 0, planes.reading.width(), planes.reading.height()});
        const auto owner_of = [&](std::size_t piece) {
            if (held.pieces[piece]) return InkOwner::own;
            const bool is_letter = ink.pieces[piece].box.height >= least_place_letter * planes.x_height;
            return is_letter ? InkOwner::other : InkOwner::unknown;
        };
        const auto as_seen = [](std::size_t) { return InkOwner::unknown; };
        images[k] = PlaceImage{{own_ink(planes.reading, ink.runs, owner_of, place), planes.reading_dpi},
                               {own_ink(planes.reading, ink.runs, as_seen, place), planes.reading_dpi}};
    }
    return images;
}

}  // namespace sohoa::ocr
