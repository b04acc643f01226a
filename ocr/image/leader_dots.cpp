#include "ocr/image/leader_dots.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sohoa::ocr {

namespace {

/// Of a dot's size: how far the next dot of a leader is at most, and how many of them stand in a row at least.
constexpr double next_dot = 5;
constexpr double between_dots = 0.6;  // letters of a word stand closer
constexpr int least_row_of_dots = 6;
constexpr double least_share_of_dots = 0.1;  // of all pieces: fewer do no harm
constexpr std::size_t remembered = 4;        // pieces of each row of pixels
constexpr double same_dot = 1.6;             // the larger of two beside each other, of the smaller
constexpr double largest_dot = 0.4;          // of letters
constexpr double letters_from = 0.95;        // of all pieces, by size: a form may have many more dots than letters

/// The longer side that few pieces exceed; 0 without pieces.
int size_of_letters(const std::vector<Box>& boxes) {
    if (boxes.empty()) return 0;
    std::vector<int> sizes;
    for (const Box& box : boxes) sizes.push_back(std::max(box.width, box.height));
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(letters_from * static_cast<double>(sizes.size() - 1));
    std::nth_element(sizes.begin(), at, sizes.end());
    return *at;
}

/// Marks the dots of leaders: small pieces about as wide as high, alike and level with each other in a row.
std::vector<bool> leader_dots(const std::vector<Box>& boxes) {
    std::vector<std::size_t> dots;
    const double largest = largest_dot * size_of_letters(boxes);
    int lowest = 0;
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        const Box& box = boxes[k];
        const bool is_round = box.width <= 2 * box.height && box.height <= 2 * box.width;
        if (!is_round || std::max(box.width, box.height) > largest) continue;
        dots.push_back(k);
        lowest = std::max(lowest, static_cast<int>(box.centre().y));
    }
    std::sort(dots.begin(), dots.end(), [&](std::size_t a, std::size_t b) { return boxes[a].x < boxes[b].x; });
    // The last pieces so far in each row of pixels: writing stands on the leader among its dots.
    std::vector<std::array<int, remembered>> last(static_cast<std::size_t>(lowest) + 3);
    for (auto& row : last) row.fill(-1);
    std::vector<int> before(boxes.size(), -1);
    std::vector<int> length(boxes.size(), 1);
    const auto size_of = [&](std::size_t k) { return std::max(boxes[k].width, boxes[k].height); };
    for (const std::size_t k : dots) {
        const auto row = static_cast<std::size_t>(boxes[k].centre().y) + 1;
        for (const std::size_t near_row : {row, row - 1, row + 1}) {
            for (const int candidate : last[near_row]) {
                if (candidate < 0) break;
                const auto other = static_cast<std::size_t>(candidate);
                const int smaller = std::min(size_of(k), size_of(other));
                const int larger = std::max(size_of(k), size_of(other));
                const int apart = boxes[k].x - boxes[other].right();
                if (larger > same_dot * smaller) continue;  // writing on the leader
                if (apart >= between_dots * larger && apart <= next_dot * smaller && length[other] >= length[k]) {
                    before[k] = candidate;
                    length[k] = length[other] + 1;
                }
                break;  // the next one of its size is beside it, or it is no dot of a row
            }
        }
        std::rotate(last[row].begin(), last[row].end() - 1, last[row].end());
        last[row].front() = static_cast<int>(k);
    }
    std::vector<bool> is_dot(boxes.size());
    for (auto k = dots.rbegin(); k != dots.rend(); ++k) {
        if (length[*k] < least_row_of_dots && !is_dot[*k]) continue;
        is_dot[*k] = true;
        if (before[*k] >= 0) is_dot[static_cast<std::size_t>(before[*k])] = true;
    }
    return is_dot;
}

}  // namespace

std::vector<Box> without_leader_dots(const std::vector<Box>& boxes) {
    const std::vector<bool> is_dot = leader_dots(boxes);
    const auto count = static_cast<double>(std::count(is_dot.begin(), is_dot.end(), true));
    if (count < least_share_of_dots * static_cast<double>(boxes.size())) return boxes;
    std::vector<Box> rest;
    for (std::size_t k = 0; k < boxes.size(); ++k) {
        if (!is_dot[k]) rest.push_back(boxes[k]);
    }
    return rest;
}

}  // namespace sohoa::ocr
