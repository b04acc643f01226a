#include "ocr/text/stamp_frames.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "ocr/text/stamp_text.h"

namespace sohoa::ocr {

namespace {

constexpr double widest_stamp = 115;  // mm
constexpr double highest_stamp = 70;  // mm
// In small letters.
constexpr double one_text = 1;    // a blank between words, less than what a side of a table leaves free
constexpr double wide_line = 15;  // lines that tell where the margins are
constexpr double beyond_margin = 0.5;

bool lies_in(const Box& area, Point p) {
    return p.x >= area.x && p.x < area.right() && p.y >= area.y && p.y < area.bottom();
}

/// Where most wide lines outside of a frame begin and end.
struct Margins {
    double left = 0;
    double right = 0;
    bool known = false;
};

Margins margins_beside(const Box& frame, double x_height, const std::vector<Line>& lines) {
    std::vector<int> left;
    std::vector<int> right;
    for (const Line& line : lines) {
        Box box;
        bool meets = false;
        for (const Word& word : line.words) {
            box = bounding(box, word.box);
            meets = meets || lies_in(frame, word.box.centre());
        }
        if (meets || box.width < wide_line * x_height) continue;
        left.push_back(box.x);
        right.push_back(box.right());
    }
    if (left.empty()) return {};
    // Not the outermost: a stroke in the margin is no text.
    const auto few = static_cast<std::ptrdiff_t>(left.size() / 5);
    std::nth_element(left.begin(), left.begin() + few, left.end());
    std::nth_element(right.begin(), right.end() - 1 - few, right.end());
    return {1.0 * *(left.begin() + few), 1.0 * *(right.end() - 1 - few), true};
}

}  // namespace

bool is_written_across(const Box& frame, double x_height, const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        for (std::size_t k = 1; k < line.words.size(); ++k) {
            const Box& left = line.words[k - 1].box;
            const Box& right = line.words[k].box;
            const bool through = lies_in(frame, left.centre()) != lies_in(frame, right.centre());
            if (through && right.x - left.right() < one_text * x_height) return true;
        }
    }
    return false;
}

std::vector<Box> stamp_frames(const std::vector<Rule>& rules, double x_height, double dpi,
                              const std::vector<Line>& lines) {
    if (x_height <= 0) return {};
    std::vector<Box> frames = tables_of(rules);
    std::erase_if(frames, [&](const Box& frame) {
        const bool stamp_sized = frame.width <= widest_stamp / 25.4 * dpi && frame.height <= highest_stamp / 25.4 * dpi;
        return !stamp_sized || !is_written_across(frame, x_height, lines);
    });
    return frames;
}

std::vector<Rule> rules_outside(const std::vector<Box>& frames, const std::vector<Rule>& rules) {
    std::vector<Rule> others;
    std::copy_if(rules.begin(), rules.end(), std::back_inserter(others), [&](const Rule& rule) {
        return std::none_of(frames.begin(), frames.end(),
                            [&](const Box& frame) { return bounding(frame, rule.box) == frame; });
    });
    return others;
}

Region take_stamp(const Box& frame, double x_height, std::vector<Line>& lines) {
    constexpr double confidence = 0.5;  // nothing but its place over the text says so
    const Margins margins = margins_beside(frame, x_height, lines);
    std::vector<Line> said;
    for (Line& line : lines) {
        const auto within = [&](const Word& word) { return lies_in(frame, word.box.centre()); };
        const bool whole = std::all_of(line.words.begin(), line.words.end(), within);
        const auto of_stamp = [&](const Word& word) {
            const double x = word.box.centre().x;
            const bool beyond = margins.known && (x < margins.left - beyond_margin * x_height ||
                                                  x > margins.right + beyond_margin * x_height);
            return within(word) && (whole || beyond);
        };
        const auto first = std::stable_partition(line.words.begin(), line.words.end(),
                                                 [&](const Word& word) { return !of_stamp(word); });
        if (first == line.words.end()) continue;
        said.emplace_back();
        said.back().words.assign(std::make_move_iterator(first), std::make_move_iterator(line.words.end()));
        line.words.erase(first, line.words.end());
    }
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
    std::stable_sort(said.begin(), said.end(),
                     [](const Line& a, const Line& b) { return a.words.front().box.y < b.words.front().box.y; });
    return {"stamp", frame, confidence, stamp_text_of(said), {}, {}};
}

}  // namespace sohoa::ocr
