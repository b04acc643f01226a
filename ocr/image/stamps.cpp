#include "ocr/image/stamps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr double seen_dpi = 100;
constexpr int coloured_by = 28;       // grey levels between the reading plane and that with colour
constexpr int lightest_colour = 210;  // of 255
constexpr int lightest_grey = 190;    // of 255
// Millimetres.
constexpr double narrowest = 13;
constexpr double widest = 115;
constexpr double lowest = 5;
constexpr double highest = 70;
constexpr double longest_gap = 2.5;
constexpr double least_run = 4;
constexpr double thickest_line = 2;
constexpr double off_corner = 2.5;
constexpr double beside_line = 0.8;
constexpr double within_frame = 1.7;
constexpr double beyond_corner = 4;
// Shares.
constexpr double steepest = 0.11;             // of a line's length
constexpr double as_long = 0.75;              // of the longer of two opposite sides
constexpr double least_side = 0.55;           // of a side that is seen
constexpr double least_frame = 0.75;          // of the whole frame
constexpr double most_filled = 0.7;           // of a side, just within the frame
constexpr double least_print_within = 0.015;  // of the area within
constexpr double most_print_within = 0.5;     // of the area within
constexpr double goes_on_beyond = 0.8;        // of the stretch beyond a corner
constexpr double known_share = 0.6;           // of the stamp's area
constexpr double highest_to_width = 1.6;
constexpr double least_askew = 0.014;       // slope of a grey stamp on a level page
constexpr double as_askew_as_others = 0.5;  // of the slope of other lines of the page
constexpr double grey_confidence = 0.6;

struct Strictness {
    double parallel;    ///< between the slopes of opposite sides
    int most_going_on;  ///< of the eight stretches beyond the corners: sides of a table's cell go on
};
constexpr Strictness of_colour{0.04, 2};
constexpr Strictness of_grey{0.01, 0};

/// A nearly level line, from left to right.
struct LevelLine {
    cv::Point2d left;
    cv::Point2d right;
    double length() const { return right.x - left.x; }
    double slope() const { return (right.y - left.y) / length(); }
};

/// Ink at seen_dpi: a pixel is inked where one of the plane's below it is, so that thin frames are whole.
struct Ink {
    cv::Mat mask;
    int factor = 1;  ///< plane pixels a pixel
    double mm = 1;   ///< pixels
};

Ink ink_at(double dpi) {
    Ink ink;
    ink.factor = std::max(1, static_cast<int>(std::lround(dpi / seen_dpi)));
    ink.mm = dpi / ink.factor / 25.4;
    return ink;
}

Ink reduced_ink(const cv::Mat& inked, double dpi) {
    Ink ink = ink_at(dpi);
    const cv::Size size(inked.cols / ink.factor, inked.rows / ink.factor);
    const cv::Mat whole = inked(cv::Rect(0, 0, size.width * ink.factor, size.height * ink.factor));
    cv::resize(whole, ink.mask, size, 0, 0, cv::INTER_AREA);
    ink.mask = ink.mask > 0;
    return ink;
}

Ink coloured_ink(const Raster& reading, const Raster& with_colour, double dpi) {
    const cv::Mat luma = mat_of(with_colour);
    cv::Mat faded;
    cv::subtract(mat_of(reading), luma, faded);
    return reduced_ink((faded > coloured_by) & (luma < lightest_colour), dpi);
}

Ink grey_ink(const Raster& reading, double dpi) {
    return reduced_ink(mat_of(reading) < lightest_grey, dpi);
}

/// Where a line's ink lies at one of its ends, from `begin` to `end`.
double height_at(const std::vector<Run>& line, const Box& box, int begin, int end) {
    long long sum = 0;
    long long count = 0;
    for (const Run& run : line) {
        const int shared = std::min(run.end, end) - std::max(run.begin, begin);
        if (shared <= 0) continue;
        sum += 1LL * run.y * shared;
        count += shared;
    }
    return count > 0 ? static_cast<double>(sum) / static_cast<double>(count) : box.y + box.height / 2.0;
}

std::vector<LevelLine> level_lines(const Ink& ink) {
    const auto pixels = [&](double mm) { return std::max(3, static_cast<int>(std::lround(mm * ink.mm))); };
    // A line laid askew goes in steps: made thicker, they overlap.
    cv::Mat lines;
    cv::dilate(ink.mask, lines, cv::getStructuringElement(cv::MORPH_RECT, {1, 3}));
    cv::morphologyEx(lines, lines, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {pixels(longest_gap), 1}));
    cv::morphologyEx(lines, lines, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {pixels(least_run), 1}));
    const Pieces pieces = find_pieces(raster_of(lines));
    std::vector<std::vector<Run>> runs(pieces.pieces.size());
    for (const Run& run : pieces.runs) runs[static_cast<std::size_t>(run.piece)].push_back(run);
    std::vector<LevelLine> found;
    for (std::size_t k = 0; k < runs.size(); ++k) {
        const auto& [box, area] = pieces.pieces[k];
        if (box.width < narrowest * ink.mm || box.width > widest * ink.mm) continue;
        if (box.height > steepest * box.width + thickest_line * ink.mm + 2) continue;
        if (area > (thickest_line * ink.mm + 2) * box.width) continue;
        const int part = std::max(2, box.width / 8);
        const double left = height_at(runs[k], box, box.x, box.x + part);
        const double right = height_at(runs[k], box, box.right() - part, box.right());
        const double slope = (right - left) / (box.width - part);
        const double half = part / 2.0;
        found.push_back({{1.0 * box.x, left - slope * half}, {1.0 * box.x + box.width, right + slope * half}});
    }
    return found;
}

class FrameCheck {
public:
    explicit FrameCheck(const Ink& ink, const Strictness& strictness) : ink_(ink), strictness_(strictness) {}

    /// The share of the frame that is seen; 0 where it is none of a stamp.
    double share_of(const LevelLine& top, const LevelLine& bottom) const {
        const double height = (bottom.left.y + bottom.right.y - top.left.y - top.right.y) / 2;
        const double width = std::max(top.length(), bottom.length());
        if (height < lowest * ink_.mm || height > highest * ink_.mm || height > highest_to_width * width) return 0;
        if (std::min(top.length(), bottom.length()) < as_long * width) return 0;
        if (std::abs(top.slope() - bottom.slope()) > strictness_.parallel) return 0;
        const double slope = (top.slope() + bottom.slope()) / 2;
        const double slack = off_corner * ink_.mm + 0.05 * height;
        if (std::abs(bottom.left.x - top.left.x + slope * height) > slack ||
            std::abs(bottom.right.x - top.right.x + slope * height) > slack)
            return 0;
        const std::array<std::array<cv::Point2d, 2>, 4> sides{
            {{top.left, top.right}, {top.right, bottom.right}, {bottom.right, bottom.left}, {bottom.left, top.left}}};
        const cv::Point2d middle = (top.left + top.right + bottom.left + bottom.right) / 4;
        double seen = 0;
        int going_on = 0;
        for (const auto& [from, to] : sides) {
            const double share = covered(from, to, beside_line * ink_.mm);
            if (share < least_side) return 0;
            seen += share / 4;
            const cv::Point2d along = (to - from) / cv::norm(to - from);
            cv::Point2d inwards(-along.y, along.x);
            if (inwards.dot(middle - from) < 0) inwards = -inwards;
            // A second line within the first fills one of two lanes.
            const cv::Point2d off = along * (2 * within_frame * ink_.mm);
            double filled = 1;
            for (const double depth : {1.0, 1.6}) {
                const cv::Point2d in = inwards * (depth * within_frame * ink_.mm);
                filled = std::min(filled, covered(from + in + off, to + in - off, 0));
            }
            if (filled > most_filled) return 0;
            const cv::Point2d gap = along * (beside_line * ink_.mm);
            const cv::Point2d reach = along * (beyond_corner * ink_.mm);
            going_on += covered(to + gap, to + reach, 1) > goes_on_beyond ? 1 : 0;
            going_on += covered(from - gap, from - reach, 1) > goes_on_beyond ? 1 : 0;
        }
        return seen < least_frame || going_on > strictness_.most_going_on ? 0 : seen;
    }

    /// The share of the area within that is inked.
    double print_within(const cv::Rect& box) const {
        const int rim = static_cast<int>(within_frame * ink_.mm);
        const cv::Rect inner = cv::Rect(box.x + rim, box.y + rim, box.width - 2 * rim, box.height - 2 * rim) &
                               cv::Rect(0, 0, ink_.mask.cols, ink_.mask.rows);
        if (inner.empty()) return 0;
        return static_cast<double>(cv::countNonZero(ink_.mask(inner))) / static_cast<double>(inner.area());
    }

private:
    /// The share of places along a stretch with ink no farther than `reach` pixels across.
    double covered(cv::Point2d from, cv::Point2d to, double reach) const {
        const double length = cv::norm(to - from);
        if (length < 1) return 0;
        const cv::Point2d along = (to - from) / length;
        const cv::Point2d across(-along.y, along.x);
        int inked = 0;
        const int places = std::max(2, static_cast<int>(length));
        for (int k = 0; k < places; ++k) {
            const cv::Point2d at = from + along * (length * (k + 0.5) / places);
            bool ink = false;
            for (double off = -std::floor(reach); off <= reach && !ink; ++off) ink = is_inked(at + across * off);
            inked += ink ? 1 : 0;
        }
        return 1.0 * inked / places;
    }
    bool is_inked(cv::Point2d at) const {
        const int x = static_cast<int>(std::lround(at.x));
        const int y = static_cast<int>(std::lround(at.y));
        return x >= 0 && y >= 0 && x < ink_.mask.cols && y < ink_.mask.rows && ink_.mask.at<std::uint8_t>(y, x) != 0;
    }

    const Ink& ink_;
    Strictness strictness_;
};

struct Frame {
    cv::Rect box;  ///< in pixels of the ink
    double share = 0;
    double slope = 0;
    std::size_t top = 0;  ///< of the lines
    std::size_t bottom = 0;
};

cv::Rect box_around(const LevelLine& top, const LevelLine& bottom) {
    const double left = std::min(top.left.x, bottom.left.x);
    const double right = std::max(top.right.x, bottom.right.x);
    const double above = std::min(top.left.y, top.right.y);
    const double below = std::max(bottom.left.y, bottom.right.y);
    return {cv::Point(static_cast<int>(left), static_cast<int>(above) - 1),
            cv::Point(static_cast<int>(std::ceil(right)), static_cast<int>(std::ceil(below)) + 2)};
}

std::vector<Frame> frames_among(const std::vector<LevelLine>& lines, const Ink& ink, const Strictness& strictness) {
    const FrameCheck check(ink, strictness);
    std::vector<Frame> frames;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 0; j < lines.size(); ++j) {
            if (lines[j].left.y <= lines[i].left.y) continue;
            const double share = check.share_of(lines[i], lines[j]);
            if (share <= 0) continue;
            const cv::Rect box = box_around(lines[i], lines[j]);
            const double print = check.print_within(box);
            if (print < least_print_within || print > most_print_within) continue;
            frames.push_back({box, share, (lines[i].slope() + lines[j].slope()) / 2, i, j});
        }
    }
    // A frame within a frame is a cell or a second line of the same stamp.
    std::sort(frames.begin(), frames.end(), [](const Frame& a, const Frame& b) {
        return a.box.area() != b.box.area() ? a.box.area() > b.box.area() : a.box.y < b.box.y;
    });
    std::vector<Frame> outer;
    for (const Frame& frame : frames) {
        const bool known = std::any_of(outer.begin(), outer.end(),
                                       [&](const Frame& other) { return !(other.box & frame.box).empty(); });
        if (!known) outer.push_back(frame);
    }
    return outer;
}

/// Printed boxes lie as the other lines of the page do.
bool lies_askew(const Frame& frame, const std::vector<LevelLine>& lines) {
    if (std::abs(frame.slope) < least_askew) return false;
    for (const LevelLine& line : lines) {
        const bool of_frame = frame.box.contains(cv::Point((line.left + line.right) / 2));
        if (!of_frame && line.slope() * frame.slope > 0 &&
            std::abs(line.slope()) > as_askew_as_others * std::abs(frame.slope))
            return false;
    }
    return true;
}

}  // namespace

std::vector<Stamp> find_stamps(const Raster& reading, const Raster& with_colour, const std::vector<Seal>& seals,
                               double dpi) {
    std::vector<Stamp> stamps;
    if (dpi < seen_dpi / 2 || std::min(reading.width(), reading.height()) < dpi) return stamps;
    const auto add = [&](const Frame& frame, const Ink& ink, double confidence) {
        const Box box{frame.box.x * ink.factor, frame.box.y * ink.factor, frame.box.width * ink.factor,
                      frame.box.height * ink.factor};
        const auto covers = [&](const Box& other) {
            return static_cast<double>(intersection(other, box).area()) > known_share * static_cast<double>(box.area());
        };
        if (std::any_of(seals.begin(), seals.end(),
                        [&](const Seal& seal) { return box_of(seal).area() > box.area() && covers(box_of(seal)); }) ||
            std::any_of(stamps.begin(), stamps.end(), [&](const Stamp& stamp) { return covers(stamp.box); }))
            return;
        stamps.push_back({box, confidence});
    };
    if (!with_colour.empty()) {
        const Ink ink = coloured_ink(reading, with_colour, dpi);
        for (const Frame& frame : frames_among(level_lines(ink), ink, of_colour)) add(frame, ink, 0.95 * frame.share);
    }
    const Ink ink = grey_ink(reading, dpi);
    const std::vector<LevelLine> lines = level_lines(ink);
    for (const Frame& frame : frames_among(lines, ink, of_grey)) {
        if (lies_askew(frame, lines)) add(frame, ink, grey_confidence * frame.share);
    }
    return stamps;
}

}  // namespace sohoa::ocr
