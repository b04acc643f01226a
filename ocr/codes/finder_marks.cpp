#include "ocr/codes/finder_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sohoa::ocr {

namespace {

constexpr double least_module = 1.4;  ///< pixels
constexpr double most_module = 14;    ///< pixels; larger ones are looked for on a reduced plane
constexpr int row_step = 2;

/// Five runs as a square mark has them. Blur makes dark runs longer and light ones shorter: dark and light modules are
/// each held against the mean of all with room to spare, as ZXing does.
bool is_square_mark(const std::array<int, 5>& runs) {
    const int total = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
    if (total < 7 * least_module) return false;
    const double module = total / 7.0;
    const double room = 0.6 * module + 0.5;
    return std::abs(runs[0] - module) < room && std::abs(runs[1] - module) < room &&
           std::abs(runs[2] - 3 * module) < 1.7 * room && std::abs(runs[3] - module) < room &&
           std::abs(runs[4] - module) < room;
}

bool is_bullseye(const std::array<int, 7>& runs) {
    int total = 0;
    for (const int run : runs) total += run;
    if (total < 7 * least_module) return false;
    const double module = total / 7.0;
    const double room = 0.5 * module + 0.5;
    return std::ranges::all_of(runs, [&](int run) { return std::abs(run - module) < room; });
}

/// N runs of equal pixels along a line through a pixel, that pixel in the middle one; nothing where the plane ends
/// first or a run is longer than `longest`.
template <std::size_t N>
std::optional<std::array<int, N>> runs_through(const InkMap& ink, int x, int y, int step_x, int step_y, int longest) {
    std::array<int, N> runs{};
    const bool middle = ink.dark(x, y);
    const auto walk = [&](int direction) {
        int at_x = x;
        int at_y = y;
        bool colour = middle;
        std::size_t run = N / 2;
        for (;;) {
            at_x += direction * step_x;
            at_y += direction * step_y;
            if (at_x < 0 || at_y < 0 || at_x >= ink.grey().cols || at_y >= ink.grey().rows) {
                return run == (direction < 0 ? 0 : N - 1);
            }
            if (ink.dark(at_x, at_y) != colour) {
                if (run == (direction < 0 ? 0 : N - 1)) return true;
                run = direction < 0 ? run - 1 : run + 1;
                colour = !colour;
            }
            if (++runs[run] > longest) return false;
        }
    };
    runs[N / 2] = 1;
    if (!walk(-1) || !walk(1)) return std::nullopt;
    return runs;
}

template <std::size_t N>
double total_of(const std::array<int, N>& runs) {
    double total = 0;
    for (const int run : runs) total += run;
    return total;
}

/// Where the middle run's middle lies from the pixel the walk began at.
template <std::size_t N, class IsMark>
bool looks_alike_across(const InkMap& ink, int x, int& y, double module, IsMark is_mark) {
    const int longest = static_cast<int>(7 * module) + 4;
    const auto column = runs_through<N>(ink, x, y, 0, 1, longest);
    if (!column || !is_mark(*column)) return false;
    const double ratio = total_of(*column) / (7 * module);
    if (ratio < 0.5 || ratio > 2) return false;
    // To the middle of the mark: half way between its ends.
    int top = y;
    while (top > 0 && ink.dark(x, top - 1) == ink.dark(x, y)) --top;
    y = top + (*column)[N / 2] / 2;
    for (const int slope : {1, -1}) {
        const auto diagonal = runs_through<N>(ink, x, y, 1, slope, longest);
        if (!diagonal || !is_mark(*diagonal)) return false;
    }
    return true;
}

void take_mark(std::vector<FinderMark>& marks, const FinderMark& mark) {
    for (const FinderMark& known : marks) {
        if (known.kind == mark.kind && std::abs(known.centre.x - mark.centre.x) < 2.5 * mark.module &&
            std::abs(known.centre.y - mark.centre.y) < 2.5 * mark.module) {
            return;
        }
    }
    marks.push_back(mark);
}

}  // namespace

std::vector<FinderMark> find_finder_marks(const InkMap& ink) {
    std::vector<FinderMark> marks;
    std::vector<int> runs;
    for (int row = row_step / 2; row < ink.grey().rows; row += row_step) {
        ink.runs_of_row(row, runs);
        int begin = 0;
        for (std::size_t k = 0; k + 5 <= runs.size(); ++k) {
            const std::array<int, 5> five{runs[k], runs[k + 1], runs[k + 2], runs[k + 3], runs[k + 4]};
            if (is_square_mark(five) && total_of(five) <= 7 * most_module) {
                const double module = total_of(five) / 7;
                const int x = begin + five[0] + five[1] + five[2] / 2;
                int y = row;
                if (looks_alike_across<5>(ink, x, y, module, is_square_mark)) {
                    take_mark(marks, {FinderMark::Kind::square, {x + 0.5, y + 0.5}, module, k % 2 == 0});
                }
            }
            if (k + 7 <= runs.size()) {
                const std::array<int, 7> seven{runs[k],     runs[k + 1], runs[k + 2], runs[k + 3],
                                               runs[k + 4], runs[k + 5], runs[k + 6]};
                if (is_bullseye(seven) && total_of(seven) <= 7 * most_module) {
                    const double module = total_of(seven) / 7;
                    const int x = begin + seven[0] + seven[1] + seven[2] + seven[3] / 2;
                    int y = row;
                    if (looks_alike_across<7>(ink, x, y, module, is_bullseye)) {
                        take_mark(marks, {FinderMark::Kind::bullseye, {x + 0.5, y + 0.5}, module, k % 2 != 0});
                    }
                }
            }
            begin += runs[k];
        }
    }
    return marks;
}

}  // namespace sohoa::ocr
