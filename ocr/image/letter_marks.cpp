#include "ocr/image/letter_marks.h"

#include <algorithm>
#include <cmath>

#include "ocr/image/line_axis.h"

namespace sohoa::ocr {

namespace {

constexpr int smallest_mark = 2;       // pixels
constexpr double largest_mark = 0.55;  // letters; more is a letter
constexpr double nearest_line = 0.35;  // letters: a mark is no farther from its letter
constexpr double sunk = 0.15;          // letters: boxes of skewed print overlap
constexpr double dot_pitch = 1.0;      // letters: dots to write on follow one another more closely

bool by_top(const Box& a, const Box& b) {
    return a.y != b.y ? a.y < b.y : a.x < b.x;
}

/// Sorted by top, with a bound on how much higher than a place a box that reaches it can begin.
struct Sorted {
    std::vector<Box> boxes;
    int highest = 0;

    void add(const Box& box) {
        boxes.push_back(box);
        highest = std::max(highest, box.height);
    }
    void sort() { std::sort(boxes.begin(), boxes.end(), by_top); }

    template <class Use>
    void for_rows(double from, double to, Use use) const {
        const int first = static_cast<int>(from) - highest - 1;
        auto at = std::lower_bound(boxes.begin(), boxes.end(), first, [](const Box& b, int y) { return b.y < y; });
        for (; at != boxes.end() && at->y <= to; ++at) use(*at);
    }
};

/// One of a row of dots: two others alike stand close by on the same level.
bool is_of_a_row(const Box& mark, const Sorted& small, double letter) {
    int alike = 0;
    const Point centre = mark.centre();
    small.for_rows(mark.y - letter, mark.bottom() + letter, [&](const Box& other) {
        const Point at = other.centre();
        const double apart = std::abs(at.x - centre.x);
        if (apart > 0 && apart < dot_pitch * letter && std::abs(at.y - centre.y) < 0.2 * letter) ++alike;
    });
    return alike >= 2;
}

}  // namespace

LetterMarks count_letter_marks(const std::vector<Box>& boxes, double letter) {
    Sorted letters;
    Sorted small;
    for (const Box& box : boxes) {
        const int side = std::max(box.width, box.height);
        if (is_letter_sized(box, letter))
            letters.add(box);
        else if (side >= smallest_mark && side <= largest_mark * letter)
            small.add(box);
    }
    letters.sort();
    small.sort();
    LetterMarks found;
    for (const Box& mark : small.boxes) {
        const double middle = mark.centre().x;
        double over = nearest_line * letter;  // paper to the letter it stands over
        double under = over;
        bool stands_over = false;
        bool stands_under = false;
        letters.for_rows(mark.y - letter, mark.bottom() + letter, [&](const Box& body) {
            if (middle < body.x || middle > body.right()) return;
            const double to_body = body.y - mark.bottom();
            const double from_body = mark.y - body.bottom();
            if (to_body >= -sunk * letter && to_body < over) {
                over = to_body;
                stands_over = true;
            }
            if (from_body >= -sunk * letter && from_body < under) {
                under = from_body;
                stands_under = true;
            }
        });
        if (stands_over == stands_under || is_of_a_row(mark, small, letter)) continue;
        ++(stands_over ? found.above : found.below);
    }
    return found;
}

}  // namespace sohoa::ocr
