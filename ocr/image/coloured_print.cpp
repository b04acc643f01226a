#include "ocr/image/coloured_print.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <opencv2/core.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr int faded = 45;  ///< grey levels that coloured ink is lighter in the reading plane than to the eye
constexpr int pale = 165;  ///< of 255, to the eye: lighter lines are ornament and security print
constexpr int dark = 110;  ///< of 255: what is darker in the reading plane is black ink

// Heights and distances in small letters of the page (x-heights) or in the line's own letters.
constexpr double lowest_letter = 0.7;
constexpr double highest_letter = 7;
constexpr double widest_gap = 1.6;  // of the line's letters
constexpr double largest_height_ratio = 2;
constexpr double off_baseline = 0.07;  // of the line's letters
constexpr double share_on_baseline = 0.6;
constexpr double least_filled = 0.35;  // of the line's length by letters
constexpr double most_black = 0.04;    // share of the line's box
constexpr std::size_t enough_letters = 5;
constexpr double marks_above = 0.65;  // Vietnamese marks stand above and below the letters
constexpr double marks_below = 0.35;
constexpr double largest_enclosure = 0.4;  // of the page's width: larger frames are of the page, not of a stamp
constexpr int fringe = 2;                  // pixels: the soft edge of a stroke

/// Letters of one line, from left to right.
struct ColouredLine {
    std::vector<Box> letters;

    Box box() const {
        Box all;
        for (const Box& letter : letters) all = bounding(all, letter);
        return all;
    }
    double height() const {
        std::vector<int> heights;
        for (const Box& letter : letters) heights.push_back(letter.height);
        const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
        std::nth_element(heights.begin(), middle, heights.end());
        return *middle;
    }
};

bool is_coloured_letter(const Piece& piece, double x_height) {
    const Box& box = piece.box;
    if (box.height < lowest_letter * x_height || box.height > highest_letter * x_height) return false;
    if (box.width > 6 * box.height || 8 * box.width < box.height) return false;
    return 10LL * piece.area > box.area();
}

bool stand_side_by_side(const Box& left, const Box& right) {
    const int shared = std::min(left.bottom(), right.bottom()) - std::max(left.y, right.y);
    const int lower = std::min(left.height, right.height);
    const int higher = std::max(left.height, right.height);
    return 2 * shared >= lower && higher <= largest_height_ratio * lower &&
           right.x - left.right() <= widest_gap * higher && right.x - left.right() > -lower;
}

std::vector<ColouredLine> coloured_lines_of(std::vector<Box> letters) {
    std::sort(letters.begin(), letters.end(),
              [](const Box& a, const Box& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<ColouredLine> lines;
    for (const Box& letter : letters) {
        const auto line = std::find_if(lines.rbegin(), lines.rend(), [&](const ColouredLine& l) {
            return stand_side_by_side(l.letters.back(), letter);
        });
        if (line == lines.rend()) {
            lines.push_back({{letter}});
        } else {
            line->letters.push_back(letter);
        }
    }
    return lines;
}

/// Letters that stand on the straight line which most of them share (descenders hang below it).
bool share_a_baseline(const ColouredLine& line) {
    const double tolerance = std::max(1.5, off_baseline * line.height());
    const auto& letters = line.letters;
    std::size_t best = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (std::size_t j = i + 1; j < letters.size(); ++j) {
            const double run = letters[j].centre().x - letters[i].centre().x;
            const double slope = run > 0 ? (letters[j].bottom() - letters[i].bottom()) / run : 1;
            if (std::abs(slope) > 0.03) continue;  // the plane is level
            std::size_t on = 0;
            for (const Box& letter : letters) {
                const double at = letters[i].bottom() + slope * (letter.centre().x - letters[i].centre().x);
                if (std::abs(letter.bottom() - at) <= tolerance) ++on;
            }
            best = std::max(best, on);
        }
    }
    return best >= enough_letters &&
           static_cast<double>(best) >= share_on_baseline * static_cast<double>(letters.size());
}

bool is_filled(const ColouredLine& line) {
    double width = 0;
    for (const Box& letter : line.letters) width += letter.width;
    return width >= least_filled * line.box().width;
}

double black_share(const Raster& reading, const Box& wanted) {
    const Box box = intersection(wanted, {0, 0, reading.width(), reading.height()});
    if (box.empty()) return 1;
    long long black = 0;
    for (int y = box.y; y < box.bottom(); ++y) {
        black += std::count_if(reading.row(y) + box.x, reading.row(y) + box.right(),
                               [](std::uint8_t value) { return value < dark; });
    }
    return static_cast<double>(black) / static_cast<double>(box.area());
}

bool encloses(const Box& frame, const Box& box) {
    return frame.x <= box.x && frame.y <= box.y && frame.right() >= box.right() && frame.bottom() >= box.bottom();
}

Raster coloured_mask_of(const Raster& reading, const Raster& luma, int lightest) {
    Raster mask(reading.width(), reading.height(), 1);
    cv::Mat by_colour;
    cv::subtract(mat_of(reading), mat_of(luma), by_colour);
    cv::bitwise_and(by_colour > faded, mat_of(luma) < lightest, mat_of(mask));
    return mask;
}

/// The darkness of the strokes, to which the line is stretched: half of its coloured pixels are darker.
int stroke_of(const Raster& luma, const Raster& mask, const Box& box) {
    std::vector<std::uint8_t> values;
    for (int y = box.y; y < box.bottom(); ++y) {
        for (int x = box.x; x < box.right(); ++x) {
            if (mask.row(y)[x] != 0) values.push_back(luma.row(y)[x]);
        }
    }
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void darken(Raster& reading, const Raster& luma, const Raster& mask, const Box& box) {
    const double stretch = 200.0 / std::max(40, 255 - stroke_of(luma, mask, box));
    for (int y = box.y; y < box.bottom(); ++y) {
        std::uint8_t* out = reading.row(y);
        for (int x = box.x; x < box.right(); ++x) {
            bool near = false;
            for (int dy = -fringe; dy <= fringe && !near; ++dy) {
                const int row = std::clamp(y + dy, 0, mask.height() - 1);
                for (int dx = -fringe; dx <= fringe && !near; ++dx) {
                    near = mask.row(row)[std::clamp(x + dx, 0, mask.width() - 1)] != 0;
                }
            }
            if (!near) continue;
            const double value = 255 - (255 - luma.row(y)[x]) * std::max(1.0, stretch);
            out[x] = std::min(out[x], static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0)));
        }
    }
}

}  // namespace

std::vector<Box> restore_coloured_print(Raster& reading, const Raster& luma, const std::vector<Seal>& seals,
                                        double x_height) {
    const Raster letters_mask = coloured_mask_of(reading, luma, pale);
    std::vector<Box> letters;
    std::vector<Box> frames;
    for (const Piece& piece : find_pieces(letters_mask).pieces) {
        if (is_coloured_letter(piece, x_height)) letters.push_back(piece.box);
        const bool may_enclose = piece.box.width < largest_enclosure * reading.width() &&
                                 piece.box.height > 3 * x_height && piece.box.width > 6 * x_height;
        if (may_enclose) frames.push_back(piece.box);
    }
    const Box page{0, 0, reading.width(), reading.height()};
    std::vector<Box> restored;
    for (const ColouredLine& line : coloured_lines_of(std::move(letters))) {
        if (line.letters.size() < enough_letters || !share_a_baseline(line) || !is_filled(line)) continue;
        const Box letters_box = line.box();
        if (black_share(reading, letters_box) > most_black) continue;
        if (std::any_of(frames.begin(), frames.end(), [&](const Box& f) { return encloses(f, letters_box); })) continue;
        if (std::any_of(seals.begin(), seals.end(), [&](const Seal& s) { return lies_in(s, letters_box); })) continue;
        const int above = static_cast<int>(std::lround(marks_above * line.height()));
        const int below = static_cast<int>(std::lround(marks_below * line.height()));
        restored.push_back(intersection({letters_box.x - fringe, letters_box.y - above, letters_box.width + 2 * fringe,
                                         letters_box.height + above + below},
                                        page));
    }
    if (restored.empty()) return restored;
    // Thin marks are paler than the letters they belong to.
    const Raster mask = coloured_mask_of(reading, luma, 255);
    for (const Box& box : restored) darken(reading, luma, mask, box);
    return restored;
}

}  // namespace sohoa::ocr
