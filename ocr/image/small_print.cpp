#include "ocr/image/small_print.h"

#include <algorithm>
#include <numeric>

#include "ocr/image/leader_dots.h"

namespace sohoa::ocr {

namespace {

constexpr int lowest_print = 4;          // pixels: what is lower cannot be told from marks
constexpr double highest_print = 3;      // of the page's small letters
constexpr double widest_gap_beside = 1;  // of the higher letter
constexpr double height_ratio = 2.2;     // of letters side by side
constexpr std::size_t letters_of_a_line = 8;
constexpr double mark_height = 0.45;           // of a line's letters: less is a mark
constexpr double small_letters_share = 0.3;    // of a line's letters are at most as high as "n"
constexpr double share_with_ascenders = 0.15;  // of a line's letters, at least
constexpr double ascender = 1.3;               // times as high as small letters, at least
constexpr double share_of_page = 0.125;

bool beside(const Box& left, const Box& right) {
    const int shared = std::min(left.bottom(), right.bottom()) - std::max(left.y, right.y);
    const int lower = std::min(left.height, right.height);
    const int higher = std::max(left.height, right.height);
    const int gap = right.x - left.right();
    return 2 * shared > lower && higher <= height_ratio * lower && gap <= widest_gap_beside * higher && gap > -lower;
}

/// Letters joined to lines: each element leads to the first of its line.
class Chains {
public:
    explicit Chains(std::size_t count) : first_(count) { std::iota(first_.begin(), first_.end(), std::size_t{0}); }

    std::size_t first(std::size_t k) {
        while (first_[k] != k) k = first_[k] = first_[first_[k]];
        return k;
    }
    void join(std::size_t a, std::size_t b) {
        a = first(a);
        b = first(b);
        first_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> first_;
};

double quantile(std::vector<int>& values, double share) {
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// The height of small letters in a line, from the heights of all its pieces; 0 where none is clearly higher, as in a
/// row of dots.
double small_letters_of(std::vector<int>& heights) {
    const double usual = quantile(heights, 0.5);
    std::erase_if(heights, [&](int height) { return height < mark_height * usual; });
    const double small = quantile(heights, small_letters_share);
    const double high = quantile(heights, 1 - share_with_ascenders);
    return high >= ascender * small ? small : 0;
}

}  // namespace

double small_print_height(const std::vector<Box>& boxes, double x_height) {
    std::vector<Box> letters;
    for (const Box& box : without_leader_dots(boxes)) {
        if (box.height >= lowest_print && box.height <= highest_print * x_height && box.width <= 3 * box.height)
            letters.push_back(box);
    }
    std::sort(letters.begin(), letters.end(),
              [](const Box& a, const Box& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    Chains chains(letters.size());
    for (std::size_t k = 0; k < letters.size(); ++k) {
        const int reach = letters[k].right() + static_cast<int>(widest_gap_beside * height_ratio * letters[k].height);
        for (std::size_t next = k + 1; next < letters.size() && letters[next].x <= reach; ++next) {
            if (beside(letters[k], letters[next])) chains.join(k, next);
        }
    }
    std::vector<std::vector<int>> heights(letters.size());
    for (std::size_t k = 0; k < letters.size(); ++k) heights[chains.first(k)].push_back(letters[k].height);
    struct PrintLine {
        double height;
        std::size_t letters;
    };
    std::vector<PrintLine> lines;
    std::size_t all = 0;
    for (auto& of_line : heights) {
        if (of_line.size() < letters_of_a_line) continue;
        const std::size_t letters_in_line = of_line.size();
        const double height = small_letters_of(of_line);
        if (height == 0) continue;
        lines.push_back({height, letters_in_line});
        all += letters_in_line;
    }
    std::sort(lines.begin(), lines.end(), [](const PrintLine& a, const PrintLine& b) { return a.height < b.height; });
    std::size_t sum = 0;
    for (const PrintLine& line : lines) {
        sum += line.letters;
        if (static_cast<double>(sum) >= share_of_page * static_cast<double>(all)) return line.height;
    }
    return 0;
}

}  // namespace sohoa::ocr
