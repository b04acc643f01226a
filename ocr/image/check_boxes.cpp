#include "ocr/image/check_boxes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "ocr/image/check_box_frames.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

// Shares of the frame's side or of what it encloses.
constexpr double reach_of_ticks = 0.75;
constexpr double ticked_ink = 0.035;
constexpr double ticked_extent = 0.4;
constexpr double empty_ink = 0.015;
constexpr double empty_extent = 0.2;
constexpr double ink_on_paper = 0.72;  // of the paper's brightness: darker is ink
constexpr double least_digit = 0.3;
constexpr double highest_digit = 0.88;
constexpr double widest_digit = 0.74;  // of its height: 0.62 in Times, 0.7 in Arial; ticks and crosses are wider
constexpr double doubt = 0.5;          // of the confidence, where the state is unsure
constexpr int soft_edge = 2;           // pixels: the soft edge of a stroke

Box grown(const Box& box, int by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

int side_of(const Box& frame) {
    return std::min(frame.width, frame.height);
}

/// What a frame encloses, off the soft edges of its sides.
Box enclosed(const CheckBoxFrame& frame) {
    return grown(frame.box, -(frame.thickness + 1));
}

/// The scan within a box of the plane, at the plane's resolution: each pixel's weakest channel, in which ink of any
/// colour is dark, or the red one, in which seals are not. The paper's tint does no harm: `ink_seen` compares with the
/// box's own paper.
Raster seen_on_scan(const Raster& scan, const PlaneMap& plane_to_scan, const Box& box, bool red_only) {
    constexpr std::array<double, 2> samples{0.25, 0.75};
    Raster seen(box.width, box.height, 1);
    for (int y = 0; y < box.height; ++y) {
        for (int x = 0; x < box.width; ++x) {
            int sum = 0;
            for (const double dy : samples) {
                for (const double dx : samples) {
                    const Point at = plane_to_scan.apply(Point{box.x + x + dx, box.y + y + dy});
                    const int column = std::clamp(static_cast<int>(at.x), 0, scan.width() - 1);
                    const int row = std::clamp(static_cast<int>(at.y), 0, scan.height() - 1);
                    const std::uint8_t* pixel = scan.row(row) + static_cast<std::ptrdiff_t>(column) * scan.channels();
                    sum += red_only ? *pixel : *std::min_element(pixel, pixel + scan.channels());
                }
            }
            seen.row(y)[x] = static_cast<std::uint8_t>(sum / 4);
        }
    }
    return seen;
}

Raster ink_seen(const Raster& seen, int paper) {
    return darker_than(seen, ink_on_paper * paper);
}

int paper_of(const Raster& seen) {
    std::vector<std::uint8_t> values(seen.data(), seen.data() + seen.bytes());
    const auto bright = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 4 / 5);
    std::nth_element(values.begin(), bright, values.end());
    return *bright;
}

/// A mask within a box; what lies outside the mask is paper.
Raster cut_from(const Raster& mask, const Box& box) {
    Raster part(box.width, box.height, 1);
    for (int y = 0; y < box.height; ++y) {
        for (int x = 0; x < box.width; ++x) {
            const int column = box.x + x;
            const int row = box.y + y;
            const bool outside = column < 0 || row < 0 || column >= mask.width() || row >= mask.height();
            part.row(y)[x] = outside ? std::uint8_t{0} : mask.row(row)[column];
        }
    }
    return part;
}

/// Upright pieces within the frame that touch no side, narrow as digits.
bool may_be_digits(const Pieces& within, const Size& room, int side) {
    int digits = 0;
    for (const Piece& piece : within.pieces) {
        const Box& box = piece.box;
        if (std::max(box.width, box.height) < empty_extent * side) continue;
        const bool free = box.x > 0 && box.y > 0 && box.right() < room.width && box.bottom() < room.height;
        const bool upright = box.height >= least_digit * side && box.height <= highest_digit * side &&
                             box.width <= widest_digit * box.height;
        if (!free || !upright) return false;
        ++digits;
    }
    return digits == 1 || digits == 2;
}

Tick tick_within(const CheckBoxFrame& frame, const Raster& scan, const PlaneMap& plane_to_scan, bool under_seal) {
    if (frame.thickness == 0) return Tick::ticked;
    const int side = side_of(frame.box);
    const Box around = grown(frame.box, side / 4);
    const Box within = enclosed(frame);
    const Raster seen = seen_on_scan(scan, plane_to_scan, around, under_seal);
    const Raster ink = ink_seen(seen, paper_of(seen));
    const Raster inside =
        cut_from(ink, {within.x - around.x + 1, within.y - around.y + 1, within.width - 2, within.height - 2});
    const Pieces found = find_pieces(inside);
    long long area = 0;
    int extent = 0;
    for (const Piece& piece : found.pieces) {
        area += piece.area;
        extent = std::max({extent, piece.box.width, piece.box.height});
    }
    const double share = static_cast<double>(area) / static_cast<double>(inside.bytes());
    if (share < empty_ink && extent < empty_extent * side) return Tick::empty;
    if (share < ticked_ink || extent < ticked_extent * side) return Tick::unsure;
    if (under_seal && scan.channels() == 1) return Tick::unsure;
    return may_be_digits(found, inside.size(), side) ? Tick::unsure : Tick::ticked;
}

/// Whitens the frame, and the pieces that hang on it or stand in it, where they do not reach far out of it.
void lift(Raster& plane, Raster& ink, const CheckBoxFrame& frame, bool keep_what_is_within) {
    const int reach = static_cast<int>(reach_of_ticks * side_of(frame.box));
    const Box around = grown(frame.box, reach);
    const Box within = enclosed(frame);
    const Pieces found = find_pieces(cut_from(ink, around));
    const auto on_plane = [&](const Box& box) {
        return Box{box.x + around.x, box.y + around.y, box.width, box.height};
    };
    std::vector<bool> whole(found.pieces.size());
    for (std::size_t k = 0; k < whole.size(); ++k) {
        const Box& box = found.pieces[k].box;
        const bool ends = box.x > 0 && box.y > 0 && box.right() < around.width && box.bottom() < around.height;
        whole[k] = ends && !intersection(on_plane(box), frame.box).empty();
    }
    const Box page{0, 0, plane.width(), plane.height()};
    const auto is_in = [](const Box& box, int x, int y) {
        return x >= box.x && x < box.right() && y >= box.y && y < box.bottom();
    };
    std::vector<Box> lifted;
    for (const Run& run : found.runs) {
        const bool of_box = whole[static_cast<std::size_t>(run.piece)];
        const bool inner = is_in(within, run.begin + around.x, run.y + around.y) &&
                           is_in(within, run.end - 1 + around.x, run.y + around.y) &&
                           intersection(on_plane(found.pieces[static_cast<std::size_t>(run.piece)].box), within) ==
                               on_plane(found.pieces[static_cast<std::size_t>(run.piece)].box);
        if (inner && keep_what_is_within) continue;
        Box strip = on_plane({run.begin, run.y, run.end - run.begin, 1});
        if (!of_box) strip = intersection(strip, frame.box);
        if (!strip.empty()) lifted.push_back(strip);
    }
    for (const Box& strip : lifted) {
        const Box visible = intersection(strip, page);
        if (!visible.empty()) std::fill_n(ink.row(visible.y) + visible.x, visible.width, std::uint8_t{0});
    }
    for (const Box& strip : lifted) {
        const Box soft = intersection(grown(strip, soft_edge), page);
        for (int y = soft.y; y < soft.bottom(); ++y) {
            for (int x = soft.x; x < soft.right(); ++x) {
                if (ink.row(y)[x] == 0) plane.row(y)[x] = 255;
            }
        }
    }
}

}  // namespace

std::vector<CheckBox> lift_check_boxes(Raster& plane, Raster& ink, const Raster& scan, const PlaneMap& plane_to_scan,
                                       const std::vector<Seal>& seals, double x_height) {
    std::vector<CheckBox> boxes;
    for (const CheckBoxFrame& frame : find_check_box_frames(plane, ink, x_height)) {
        const bool under_seal = std::any_of(seals.begin(), seals.end(), [&](const Seal& seal) {
            return !intersection(box_of(seal), frame.box).empty();
        });
        const Tick tick = tick_within(frame, scan, plane_to_scan, under_seal);
        boxes.push_back({frame.box, tick, frame.certainty * (tick == Tick::unsure ? doubt : 1)});
        lift(plane, ink, frame, tick == Tick::unsure);
    }
    return boxes;
}

}  // namespace sohoa::ocr
