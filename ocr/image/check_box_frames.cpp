#include "ocr/image/check_box_frames.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

// In small letters (x-heights).
constexpr double shortest_side = 1.15;
constexpr double in_a_word = 0.35;  // nearer neighbours are letters
constexpr double longest_side = 4;
// Shares of a side.
constexpr double side_ratio = 1.2;  // of the longer to the shorter side
constexpr double inked_side = 0.86;
constexpr double inked_frame = 0.93;
constexpr double crowded_within = 0.5;     // of one side, by a tick
constexpr double bare = 0.03;              // of all four, within
constexpr double crowded_frame = 0.4;      // of all four
constexpr double crowded_without = 0.4;    // of one side, by a tick or a neighbour
constexpr double crowded_around = 0.25;    // of all four
constexpr double evenness_of_sides = 0.6;  // of the frame's faint tenth to its middle
constexpr int small_square = 26;           // pixels
constexpr int lane = 4;                    // pixels beyond the sides that are looked at for neighbours
constexpr double thickest_side = 0.2;
constexpr double goes_on = 0.25;    // a line beyond a corner: that of a cell
constexpr double next_cell = 0.3;   // nearer neighbours are cells of a row
constexpr double solid = 0.7;       // of a filled square's area
constexpr double as_large = 0.12;   // how much a solid square may differ from a hollow one
constexpr double solid_core = 0.9;  // of the square within a QR code's finder
constexpr int torn = 2;             // pixels: gaps that scanning tears into a thin line
constexpr int snapped = 2;          // pixels: how far a seed may be off the square's edge
constexpr std::size_t most_boxes = 400;

/// A mask seen along one of the four directions from which a side is looked at: `along` the side, `depth` inwards.
enum class SideOf { top, bottom, left, right };
constexpr std::array all_sides{SideOf::top, SideOf::bottom, SideOf::left, SideOf::right};

class FrameLook {
public:
    FrameLook(const Raster& ink, const Box& box) : ink_(ink), box_(box) {}

    int length(SideOf side) const { return is_level(side) ? box_.width : box_.height; }

    bool inked(SideOf side, int along, int depth) const {
        switch (side) {
            case SideOf::top:
                return at(box_.x + along, box_.y + depth);
            case SideOf::bottom:
                return at(box_.x + along, box_.bottom() - 1 - depth);
            case SideOf::left:
                return at(box_.x + depth, box_.y + along);
            case SideOf::right:
                return at(box_.right() - 1 - depth, box_.y + along);
        }
        return false;
    }

    /// Share of places along a side, `inset` from its ends, with ink at a depth of [from, to].
    double share(SideOf side, int from, int to, int inset = 0) const {
        int seen = 0;
        int all = 0;
        for (int along = inset; along < length(side) - inset; ++along, ++all) {
            for (int depth = from; depth <= to; ++depth) {
                if (!inked(side, along, depth)) continue;
                ++seen;
                break;
            }
        }
        return all > 0 ? 1.0 * seen / all : 1;
    }

private:
    static bool is_level(SideOf side) { return side == SideOf::top || side == SideOf::bottom; }
    bool at(int x, int y) const {
        return x >= 0 && y >= 0 && x < ink_.width() && y < ink_.height() && ink_.row(y)[x] != 0;
    }

    const Raster& ink_;
    Box box_;
};

/// Moves each side to the outermost line that is half inked.
Box snapped_to_edges(const Raster& ink, Box box) {
    for (const SideOf side : all_sides) {
        const FrameLook look(ink, box);
        int depth = -snapped;
        while (depth <= snapped && look.share(side, depth, depth, 2) < 0.5) ++depth;
        if (depth > snapped) continue;
        if (side == SideOf::top) box = {box.x, box.y + depth, box.width, box.height - depth};
        if (side == SideOf::left) box = {box.x + depth, box.y, box.width - depth, box.height};
        if (side == SideOf::bottom) box.height -= depth;
        if (side == SideOf::right) box.width -= depth;
    }
    return box;
}

int frame_thickness(const FrameLook& look) {
    int thickest = 0;
    for (const SideOf side : all_sides) {
        int depth = 0;
        const int half = look.length(side) / 2;
        while (depth < half && look.share(side, depth, depth, half / 2) >= 0.5) ++depth;
        thickest = std::max(thickest, depth);
    }
    return thickest;
}

bool has_square_corners(const FrameLook& look) {
    constexpr int corner = 3;  // pixels: the outline of a round letter stays farther from the corner
    const bool small = std::min(look.length(SideOf::top), look.length(SideOf::left)) < small_square;
    const int enough = small ? 5 : 3;
    for (const SideOf side : {SideOf::top, SideOf::bottom}) {
        for (const int from : {0, look.length(side) - corner}) {
            int seen = 0;
            for (int along = from; along < from + corner; ++along) {
                for (int depth = 0; depth < corner; ++depth) seen += look.inked(side, along, depth) ? 1 : 0;
            }
            if (seen < enough) return false;
        }
    }
    return true;
}

/// Letters of a blurred copy melt into something like a square, which is dark only where strokes pass. `depth` is how
/// far from the outer edge a side is looked for.
bool is_evenly_dark(const Raster& plane, const Box& box, int depth) {
    std::vector<int> darkness;
    const auto look = [&](int x, int y, int dx, int dy) {
        int darkest = 255;
        for (int k = 0; k <= depth; ++k) darkest = std::min<int>(darkest, plane.row(y + k * dy)[x + k * dx]);
        darkness.push_back(255 - darkest);
    };
    for (int x = box.x; x < box.right(); ++x) {
        look(x, box.y, 0, 1);
        look(x, box.bottom() - 1, 0, -1);
    }
    for (int y = box.y; y < box.bottom(); ++y) {
        look(box.x, y, 1, 0);
        look(box.right() - 1, y, -1, 0);
    }
    std::sort(darkness.begin(), darkness.end());
    return darkness[darkness.size() / 10] >= evenness_of_sides * darkness[darkness.size() / 2];
}

/// How many of the eight lines that could go on beyond the corners do.
int lines_that_go_on(const FrameLook& look) {
    int count = 0;
    for (const SideOf side : all_sides) {
        const int length = look.length(side);
        const int reach = std::max(4, static_cast<int>(goes_on * length));
        for (const bool before : {true, false}) {
            int run = 0;
            for (; run < reach; ++run) {
                const int along = before ? -2 - run : length + 1 + run;
                bool inked = false;
                for (int depth = -1; depth <= 2; ++depth) inked = inked || look.inked(side, along, depth);
                if (!inked) break;
            }
            count += run == reach ? 1 : 0;
        }
    }
    return count;
}

/// A solid square in the middle with a bare ring around it: the finder of a QR code.
bool has_solid_core(const Raster& ink, const Box& box) {
    const Box core{box.x + 3 * box.width / 8, box.y + 3 * box.height / 8, box.width / 4, box.height / 4};
    int inked = 0;
    for (int y = core.y; y < core.bottom(); ++y) {
        for (int x = core.x; x < core.right(); ++x) inked += ink.row(y)[x] != 0 ? 1 : 0;
    }
    return inked >= solid_core * static_cast<double>(core.area());
}

/// Ink close to the left or the right: the next letter of a word.
bool stands_in_a_word(const FrameLook& look, int reach) {
    return std::max(look.share(SideOf::left, -reach, -3, look.length(SideOf::left) / 4),
                    look.share(SideOf::right, -reach, -3, look.length(SideOf::right) / 4)) > 0.3;
}

struct SideLimits {
    int least;
    int most;
    int letter_gap;

    bool allow(const Box& box) const {
        const int shorter = std::min(box.width, box.height);
        const int longer = std::max(box.width, box.height);
        return shorter >= least && longer <= most && longer <= side_ratio * shorter;
    }
};

/// The share of the frame's sides that is inked; nullopt where a side is not straight, or a corner is round.
std::optional<double> straight_sides(const FrameLook& look) {
    double sum = 0;
    for (const SideOf side : all_sides) {
        const double share = look.share(side, -1, 2);
        if (share < inked_side) return std::nullopt;
        sum += share / 4;
    }
    if (sum < inked_frame || !has_square_corners(look)) return std::nullopt;
    return sum;
}

std::optional<CheckBoxFrame> frame_at(const Raster& plane, const Raster& ink, const Box& seed,
                                      const SideLimits& limits) {
    const Box box = snapped_to_edges(ink, seed);
    if (!limits.allow(box)) return std::nullopt;
    const FrameLook look(ink, box);
    const auto inked = straight_sides(look);
    if (!inked) return std::nullopt;
    const int thickness = frame_thickness(look);
    if (thickness > std::max(3.0, thickest_side * std::min(box.width, box.height))) return std::nullopt;
    double within = 0;
    double without = 0;
    for (const SideOf side : all_sides) {
        const double share = look.share(side, thickness + 2, thickness + 2, thickness + 3);
        const double outside = look.share(side, -lane, -3);
        if (share > crowded_within || outside > crowded_without) return std::nullopt;
        within += share / 4;
        without += outside / 4;
    }
    // E and l that touch make a square too.
    if (within > bare && stands_in_a_word(look, limits.letter_gap)) return std::nullopt;
    if (within > crowded_frame || without > crowded_around || lines_that_go_on(look) > 1 || has_solid_core(ink, box) ||
        !is_evenly_dark(plane, box, thickness))
        return std::nullopt;
    return CheckBoxFrame{box, thickness, *inked};
}

/// Rows of ink without a break from (x, y) on, up or down; small gaps do not end them.
int extent_from(const Raster& ink, int x, int y, int step, int most) {
    int extent = 0;
    int gap = 0;
    for (int k = 0; k <= most && gap <= torn; ++k) {
        const int row = y + step * k;
        if (row < 0 || row >= ink.height()) break;
        bool inked = false;
        for (int column = std::max(0, x - 1); column <= std::min(x + 1, ink.width() - 1); ++column)
            inked = inked || ink.row(row)[column] != 0;
        gap = inked ? 0 : gap + 1;
        if (inked) extent = k + 1;
    }
    return extent;
}

/// Frames of which the run [begin, end) of row y is the top or the bottom.
std::optional<CheckBoxFrame> frame_on(const Raster& plane, const Raster& ink, int y, int begin, int end,
                                      const SideLimits& limits) {
    for (const int step : {1, -1}) {
        const int left = extent_from(ink, begin + 1, y, step, limits.most + torn);
        if (left < limits.least - snapped) continue;
        const int right = extent_from(ink, end - 2, y, step, limits.most + torn);
        if (right < limits.least - snapped) continue;
        for (const int height : {std::min(left, right), std::max(left, right)}) {
            const Box seed{begin, step > 0 ? y : y - height + 1, end - begin, height};
            if (auto frame = frame_at(plane, ink, seed, limits)) return frame;
        }
    }
    return std::nullopt;
}

bool is_known(const std::vector<CheckBoxFrame>& frames, int x, int y) {
    return std::any_of(frames.rbegin(), frames.rend(), [&](const CheckBoxFrame& frame) {
        const Box& box = frame.box;
        return x >= box.x - 2 && x < box.right() + 2 && y >= box.y - 2 && y < box.bottom() + 2;
    });
}

std::vector<CheckBoxFrame> hollow_frames(const Raster& plane, const Raster& ink, const SideLimits& limits) {
    std::vector<CheckBoxFrame> frames;
    const int stride = limits.least - 2 * snapped;
    for (int y = 0; y < ink.height(); ++y) {
        const std::uint8_t* row = ink.row(y);
        // Any run of that length covers one of these columns: only those are looked at.
        for (int x = stride; x < ink.width() && frames.size() < most_boxes; x += stride) {
            if (row[x] == 0 && row[x - 1] == 0 && row[x - 2] == 0) continue;
            int begin = x;
            for (int gap = 0; begin > 0 && gap <= torn; --begin) gap = row[begin - 1] != 0 ? 0 : gap + 1;
            int end = x;
            for (int gap = 0; end < ink.width() && gap <= torn; ++end) gap = row[end] != 0 ? 0 : gap + 1;
            while (begin < end && row[begin] == 0) ++begin;
            while (begin < end && row[end - 1] == 0) --end;
            const int length = end - begin;
            if (length >= limits.least - snapped && length <= limits.most + snapped && !is_known(frames, begin, y)) {
                if (auto frame = frame_on(plane, ink, y, begin, end, limits)) frames.push_back(*frame);
            }
            while (x + stride < end) x += stride;
        }
    }
    return frames;
}

/// Solid squares as large as hollow ones of the page.
std::vector<CheckBoxFrame> solid_frames(const Raster& ink, const std::vector<CheckBoxFrame>& hollow) {
    std::vector<CheckBoxFrame> frames;
    const auto alike = [](int a, int b) { return std::abs(a - b) <= std::max(2.0, as_large * b); };
    for (const Piece& piece : find_pieces(ink).pieces) {
        const Box& box = piece.box;
        if (piece.area < solid * static_cast<double>(box.area())) continue;
        if (std::none_of(hollow.begin(), hollow.end(), [&](const CheckBoxFrame& frame) {
                return alike(box.width, frame.box.width) && alike(box.height, frame.box.height);
            }))
            continue;
        if (const auto inked = straight_sides(FrameLook(ink, box))) frames.push_back({box, 0, *inked});
    }
    return frames;
}

bool is_next_cell(const Box& a, const Box& b) {
    const int gap = std::max(a.x - b.right(), b.x - a.right());
    const int shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return gap <= next_cell * std::min(a.width, b.width) && 10 * shared >= 7 * std::min(a.height, b.height);
}

}  // namespace

std::vector<CheckBoxFrame> find_check_box_frames(const Raster& plane, const Raster& ink, double x_height) {
    const SideLimits limits{std::max(12, static_cast<int>(shortest_side * x_height)),
                            std::max(12, static_cast<int>(longest_side * x_height)),
                            std::max(4, static_cast<int>(in_a_word * x_height))};
    if (ink.width() < limits.least || ink.height() < limits.least) return {};
    std::vector<CheckBoxFrame> found = hollow_frames(plane, ink, limits);
    if (found.empty()) return {};
    const std::vector<CheckBoxFrame> filled = solid_frames(ink, found);
    found.insert(found.end(), filled.begin(), filled.end());
    std::vector<CheckBoxFrame> alone;
    for (std::size_t k = 0; k < found.size(); ++k) {
        bool in_row = false;
        for (std::size_t j = 0; j < found.size() && !in_row; ++j)
            in_row = j != k && is_next_cell(found[k].box, found[j].box);
        if (!in_row) alone.push_back(found[k]);
    }
    return alone;
}

}  // namespace sohoa::ocr
