#include "ocr/image/line_axis.h"

#include <algorithm>
#include <limits>

namespace sohoa::ocr {

namespace {

constexpr int smallest_side = 5;  // pixels: dots and specks are no letters
constexpr double least_letter = 0.6;
constexpr double largest_letter = 2.5;
constexpr double farthest = 2.5;  // letters: the next piece beyond is not a neighbour
constexpr double shared_side = 0.5;
constexpr double clearly_nearer = 0.8;

constexpr int none = std::numeric_limits<int>::max();

/// Paper between the nearest neighbours of a letter, in pixels.
struct Gaps {
    int across = none;
    int along = none;
};

int overlap(int from, int to, int other_from, int other_to) {
    return std::min(to, other_to) - std::max(from, other_from);
}

void narrow(Gaps& gaps, const Box& a, const Box& b) {
    const int common_height = overlap(a.y, a.bottom(), b.y, b.bottom());
    const int common_width = overlap(a.x, a.right(), b.x, b.right());
    if (common_height > shared_side * std::min(a.height, b.height)) {
        gaps.across = std::min(gaps.across, std::max(0, -common_width));
    } else if (common_width > shared_side * std::min(a.width, b.width)) {
        gaps.along = std::min(gaps.along, std::max(0, -common_height));
    }
}

}  // namespace

double usual_letter(const std::vector<Box>& boxes) {
    std::vector<int> sides;
    long long whole = 0;
    for (const Box& box : boxes) {
        const int side = std::max(box.width, box.height);
        if (side < smallest_side) continue;
        sides.push_back(side);
        whole += side;
    }
    std::sort(sides.begin(), sides.end());
    long long sum = 0;
    for (const int side : sides) {
        sum += side;
        if (2 * sum >= whole) return side;
    }
    return 0;
}

bool is_letter_sized(const Box& box, double letter) {
    const int side = std::max(box.width, box.height);
    return side >= least_letter * letter && side <= largest_letter * letter;
}

LineAxis find_line_axis(const std::vector<Box>& boxes, double letter) {
    std::vector<Box> letters;
    for (const Box& box : boxes) {
        if (is_letter_sized(box, letter)) letters.push_back(box);
    }
    std::sort(letters.begin(), letters.end(),
              [](const Box& a, const Box& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    const int reach = static_cast<int>(farthest * letter);
    const int highest = static_cast<int>(largest_letter * letter);
    std::vector<Gaps> gaps(letters.size());
    for (std::size_t k = 0; k < letters.size(); ++k) {
        const Box& a = letters[k];
        for (std::size_t other = k + 1; other < letters.size(); ++other) {
            const Box& b = letters[other];
            if (b.y > a.y + highest + reach) break;
            if (b.x > a.right() + reach || b.right() < a.x - reach || b.y > a.bottom() + reach) continue;
            narrow(gaps[k], a, b);
            narrow(gaps[other], b, a);
        }
    }
    LineAxis axis;
    for (const Gaps& gap : gaps) {
        const auto across = static_cast<double>(gap.across);
        const auto along = static_cast<double>(gap.along);
        if (std::min(gap.across, gap.along) > reach) continue;
        if (across < clearly_nearer * along) ++axis.across;
        if (along < clearly_nearer * across) ++axis.along;
    }
    return axis;
}

}  // namespace sohoa::ocr
