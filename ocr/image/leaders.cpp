#include "ocr/image/leaders.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "ocr/image/ink_mask.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

// All in small letters (x-heights).
constexpr double highest_dot = 0.4;
constexpr double widest_dash = 1.4;
constexpr double widest_gap = 1.3;
constexpr double off_line = 0.2;  // how far neighbours may stand above or below each other
constexpr double colon_distance = 1.3;
constexpr double farthest_hidden = 30;  // how far text typed over a leader may reach
constexpr double off_hidden = 0.03;
constexpr double texture_reach = 1.5;  // lines to write on stand farther apart
constexpr double join_distance = 8;    // leaders of one line closer than this are one slot

constexpr std::size_t enough_dots = 5;
constexpr double texture_share = 0.5;  // of a row's dots, by others close above and below
constexpr std::size_t enough_in_one_row = 4;
constexpr std::size_t enough_on_one_line = 8;
constexpr std::size_t enough_below_writing = 8;
constexpr double widest_pitch_below_writing = 0.8;  // small letters: dots below letters stand farther apart
constexpr double palest_of_letters = 0.4;           // of the darkness of letters: dots are small and blur
constexpr int dot_fringe = 1;                       // pixels: grey around a dot that goes with it

struct Dot {
    Box box;
    Point centre() const { return box.centre(); }
};

/// Dots side by side, from left to right.
struct Row {
    std::vector<Dot> dots;
    double pitch = 0;  ///< from the left edge of one to the left edge of the next
    bool even = false;

    double y() const { return dots[dots.size() / 2].centre().y; }
    Box box() const {
        Box all;
        for (const Dot& dot : dots) all = bounding(all, dot.box);
        return all;
    }
};

bool is_small_and_flat(const Box& box, double x_height) {
    return box.height <= std::max(2.0, highest_dot * x_height) && box.width <= widest_dash * x_height &&
           box.width >= 0.6 * box.height;
}

/// Ink pixels inside a box.
int ink_in(const Raster& ink, const Box& wanted) {
    const Box box = intersection(wanted, {0, 0, ink.width(), ink.height()});
    int sum = 0;
    for (int y = box.y; y < box.bottom(); ++y) {
        for (int x = box.x; x < box.right(); ++x) sum += ink.row(y)[x] & 1;
    }
    return sum;
}

std::vector<Dot> dots_of(const Pieces& found, double x_height) {
    std::vector<Dot> dots;
    for (const Piece& piece : found.pieces) {
        if (is_small_and_flat(piece.box, x_height)) dots.push_back({piece.box});
    }
    std::sort(dots.begin(), dots.end(),
              [](const Dot& a, const Dot& b) { return a.box.x != b.box.x ? a.box.x < b.box.x : a.box.y < b.box.y; });
    return dots;
}

/// Takes off the dots that have a twin straight above or below: colons.
std::vector<Dot> without_colons(const std::vector<Dot>& dots, double x_height) {
    const auto is_twin = [&](const Dot& a, const Dot& b) {
        const double apart = std::abs(a.centre().y - b.centre().y);
        return apart > highest_dot * x_height && apart < colon_distance * x_height &&
               std::abs(a.centre().x - b.centre().x) < 0.2 * x_height && std::abs(a.box.width - b.box.width) <= 2;
    };
    std::vector<Dot> kept;
    for (std::size_t k = 0; k < dots.size(); ++k) {
        bool twin = false;
        const auto near = [&](std::size_t j) { return std::abs(dots[j].box.x - dots[k].box.x) <= x_height; };
        for (std::size_t j = k; j-- > 0 && near(j) && !twin;) twin = is_twin(dots[k], dots[j]);
        for (std::size_t j = k + 1; j < dots.size() && near(j) && !twin; ++j) twin = is_twin(dots[k], dots[j]);
        if (!twin) kept.push_back(dots[k]);
    }
    return kept;
}

class RowFinder {
public:
    RowFinder(const Raster& ink, double x_height) : ink_(ink), x_height_(x_height) {}

    /// Dots chained to their nearest neighbour on the right; every dot stands in one row. Between and above them is
    /// paper, or may be writing where that is said.
    std::vector<Row> rows_of(const std::vector<Dot>& dots, bool below_writing = false) const {
        std::vector<Row> rows;
        std::vector<bool> taken(dots.size());
        for (std::size_t k = 0; k < dots.size(); ++k) {
            if (taken[k]) continue;
            Row row;
            for (std::size_t at = k; at < dots.size(); at = next_of(dots, taken, at, below_writing)) {
                taken[at] = true;
                row.dots.push_back(dots[at]);
            }
            measure(row);
            rows.push_back(std::move(row));
        }
        return rows;
    }

    /// Whether nothing is written close to a row's ends: no ellipsis behind a word.
    bool stands_free(const Row& row) const {
        const Box box = row.box();
        const int beside = static_cast<int>(0.8 * x_height_);
        const int above = static_cast<int>(x_height_);
        const Box left{box.x - beside, box.y - above, beside, box.height + above};
        const Box right{box.right(), box.y - above, beside, box.height + above};
        return ink_in(ink_, left) == 0 && ink_in(ink_, right) == 0;
    }

private:
    std::size_t next_of(const std::vector<Dot>& dots, const std::vector<bool>& taken, std::size_t at,
                        bool below_writing) const {
        const Dot& dot = dots[at];
        const double off = below_writing ? 0.5 + off_hidden * x_height_ : off_line * x_height_;
        const int unlike = below_writing ? 1 : 2;  // pixels
        for (std::size_t j = at + 1; j < dots.size(); ++j) {
            const int gap = dots[j].box.x - dot.box.right();
            if (gap > widest_gap * x_height_) break;
            if (taken[j] || gap < 0) continue;
            if (std::abs(dots[j].centre().y - dot.centre().y) > off) continue;
            if (std::abs(dots[j].box.height - dot.box.height) > unlike) continue;
            return below_writing || is_bare_between(dot.box, dots[j].box) ? j : dots.size();
        }
        return dots.size();
    }

    bool is_bare_between(const Box& left, const Box& right) const {
        const int above = static_cast<int>(x_height_ / 2);
        const Box between{left.right(), left.y - above, right.x - left.right(), left.height + above};
        return ink_in(ink_, between) == 0;
    }

    static void measure(Row& row) {
        if (row.dots.size() < 2) return;
        std::vector<double> pitches;
        for (std::size_t k = 1; k < row.dots.size(); ++k) pitches.push_back(row.dots[k].box.x - row.dots[k - 1].box.x);
        std::vector<double> sorted = pitches;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::nth_element(sorted.begin(), middle, sorted.end());
        row.pitch = *middle;
        // Dots that run together at this resolution leave pieces two or three dots wide: multiples count as even.
        const auto is_even = [&](double pitch) {
            const double times = std::max(1.0, std::round(pitch / row.pitch));
            return std::abs(pitch - times * row.pitch) <= 1.5 + 0.2 * row.pitch;
        };
        const auto count = std::count_if(pitches.begin(), pitches.end(), is_even);
        row.even = 4 * static_cast<std::size_t>(count) >= 3 * pitches.size();
        double steps = 0;
        for (const double pitch : pitches) steps += std::max(1.0, std::round(pitch / row.pitch));
        row.pitch = (row.dots.back().box.x - row.dots.front().box.x) / steps;
    }

    const Raster& ink_;
    double x_height_;
};

bool same_line(const Row& a, const Row& b, double x_height) {
    return std::abs(a.y() - b.y()) <= off_line * x_height && std::abs(a.pitch - b.pitch) <= 1.5 + 0.2 * a.pitch;
}

/// Whether a row is one of many that stand close above one another: screens and ground print of cards and certificates.
/// Leaders have paper above and below, but for what is written on them. `dots` from left to right.
bool is_of_a_texture(const Row& row, const std::vector<Dot>& dots, double x_height) {
    const Box box = row.box();
    const auto first =
        std::lower_bound(dots.begin(), dots.end(), box.x, [](const Dot& dot, int x) { return dot.box.x < x; });
    double others = 0;
    for (auto dot = first; dot != dots.end() && dot->box.x < box.right(); ++dot) {
        const double away = std::abs(dot->centre().y - row.y());
        if (away > off_line * x_height && away <= texture_reach * x_height) ++others;
    }
    return others >= texture_share * static_cast<double>(row.dots.size());
}

/// How dark a plane is at its darkest in a box: 255 black.
int darkness_in(const Raster& plane, const Box& box) {
    int darkest = 255;
    for (int y = box.y; y < box.bottom(); ++y)
        darkest = std::min<int>(darkest, *std::min_element(plane.row(y) + box.x, plane.row(y) + box.right()));
    return 255 - darkest;
}

/// The usual darkness of letters; 0 where there are none.
int darkness_of_letters(const Raster& plane, const Pieces& found, double x_height) {
    std::vector<int> darkness;
    for (const Piece& piece : found.pieces) {
        const Box& box = piece.box;
        if (box.height >= 0.7 * x_height && box.height <= 2.5 * x_height && box.width <= 2.5 * x_height)
            darkness.push_back(darkness_in(plane, box));
    }
    if (darkness.empty()) return 0;
    const auto middle = darkness.begin() + static_cast<std::ptrdiff_t>(darkness.size() / 2);
    std::nth_element(darkness.begin(), middle, darkness.end());
    return *middle;
}

/// Whether a row is much paler than print: what is left of ground print and coloured borders once they have faded.
bool is_pale(const Row& row, const Raster& plane, double letters) {
    double sum = 0;
    for (const Dot& dot : row.dots) sum += darkness_in(plane, dot.box);
    return sum < palest_of_letters * letters * static_cast<double>(row.dots.size());
}

/// The rows that are leaders: long ones, short ones that share line and pitch with enough others, and short ones that
/// stand free.
std::vector<Row> leaders_among(std::vector<Row> rows, const RowFinder& finder, const std::vector<Dot>& dots,
                               double x_height) {
    std::erase_if(
        rows, [&](const Row& row) { return row.dots.size() < 2 || !row.even || is_of_a_texture(row, dots, x_height); });
    std::vector<Row> leaders;
    for (const Row& row : rows) {
        std::size_t longest = row.dots.size();
        std::size_t all = 0;
        for (const Row& other : rows) {
            if (!same_line(row, other, x_height)) continue;
            longest = std::max(longest, other.dots.size());
            all += other.dots.size();
        }
        const bool shares = longest >= enough_in_one_row && all >= enough_on_one_line;
        const bool free = row.dots.size() >= enough_in_one_row && finder.stands_free(row);
        if (longest >= enough_dots || shares || free) leaders.push_back(row);
    }
    return leaders;
}

/// Rows of many dots set close, whatever is written over them: `dots` of which no row was made.
std::vector<Row> leaders_below_writing(const std::vector<Dot>& dots, const RowFinder& finder,
                                       const std::vector<Dot>& all, double x_height) {
    std::vector<Row> rows = finder.rows_of(dots, true);
    std::erase_if(rows, [&](const Row& row) {
        return row.dots.size() < enough_below_writing || !row.even ||
               row.pitch > widest_pitch_below_writing * x_height || is_of_a_texture(row, all, x_height);
    });
    return rows;
}

/// Whether a dot could be one of the row's, hidden between or below letters typed over the leader: of the same size, on
/// the same line within a pixel or two, at a whole number of pitches.
bool fits_into(const Row& row, const Dot& dot, double x_height) {
    const Dot& first = row.dots.front();
    const Dot& last = row.dots.back();
    const bool before = dot.box.x < first.box.x;
    const Dot& near = before || dot.box.x - first.box.x < last.box.x - dot.box.x ? first : last;
    const double distance = std::abs(dot.box.x - near.box.x);
    if (distance > farthest_hidden * x_height) return false;
    if (std::abs(dot.centre().y - near.centre().y) > 0.5 + off_hidden * x_height) return false;
    if (std::abs(dot.box.width - near.box.width) > 1 || std::abs(dot.box.height - near.box.height) > 1) return false;
    return std::abs(distance - row.pitch * std::round(distance / row.pitch)) <= 1 + 0.15 * row.pitch;
}

void erase(Raster& plane, Raster& ink, const Box& dot) {
    const Box around =
        intersection({dot.x - dot_fringe, dot.y - dot_fringe, dot.width + 2 * dot_fringe, dot.height + 2 * dot_fringe},
                     {0, 0, plane.width(), plane.height()});
    for (int y = around.y; y < around.bottom(); ++y) {
        for (int x = around.x; x < around.right(); ++x) {
            const bool of_dot = x >= dot.x && x < dot.right() && y >= dot.y && y < dot.bottom();
            if (!of_dot && ink.row(y)[x] != 0) continue;
            plane.row(y)[x] = 255;
            ink.row(y)[x] = 0;
        }
    }
}

std::vector<Box> joined(std::vector<Box> boxes, double x_height) {
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    std::vector<Box> slots;
    for (const Box& box : boxes) {
        const auto near = std::find_if(slots.begin(), slots.end(), [&](const Box& slot) {
            const int gap = std::max(box.x - slot.right(), slot.x - box.right());
            return std::abs(box.centre().y - slot.centre().y) <= off_line * x_height && gap <= join_distance * x_height;
        });
        if (near == slots.end()) {
            slots.push_back(box);
        } else {
            *near = bounding(*near, box);
        }
    }
    return slots;
}

}  // namespace

std::vector<Box> lift_leaders(Raster& plane, Raster& ink, double x_height) {
    const Pieces found = find_pieces(ink);
    const std::vector<Dot> all = dots_of(found, x_height);
    const std::vector<Dot> dots = without_colons(all, x_height);
    const RowFinder finder(ink, x_height);
    std::vector<Row> rows = finder.rows_of(dots);
    const int letters = darkness_of_letters(plane, found, x_height);
    std::erase_if(rows, [&](const Row& row) { return is_pale(row, plane, letters); });
    std::vector<Row> leaders = leaders_among(std::move(rows), finder, all, x_height);
    std::vector<Dot> others = dots;
    std::erase_if(others, [&](const Dot& dot) {
        return std::any_of(leaders.begin(), leaders.end(), [&](const Row& row) {
            return std::any_of(row.dots.begin(), row.dots.end(), [&](const Dot& own) { return own.box == dot.box; });
        });
    });
    for (Row& row : leaders_below_writing(others, finder, all, x_height)) {
        if (!is_pale(row, plane, letters)) leaders.push_back(std::move(row));
    }
    std::vector<Box> boxes;
    if (leaders.empty()) return boxes;
    for (const Row& row : leaders) {
        boxes.push_back(row.box());
        for (const Dot& dot : row.dots) erase(plane, ink, dot.box);
    }
    // Dots so close to letters that they hang together in the faint mask are apart in the dark one.
    Raster dark = ink_of(plane);
    for (const Dot& dot : without_colons(dots_of(find_pieces(dark), x_height), x_height)) {
        const auto fits = [&](const Row& row) { return fits_into(row, dot, x_height); };
        if (std::none_of(leaders.begin(), leaders.end(), fits)) continue;
        boxes.push_back(dot.box);
        erase(plane, dark, dot.box);
    }
    return joined(std::move(boxes), x_height);
}

}  // namespace sohoa::ocr
