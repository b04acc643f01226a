#include "ocr/text/faded_ornaments.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr double doubtful_word = 0.65;
constexpr double clear_print = 0.85;
constexpr std::size_t ornament_signs = 3;   // of a word
constexpr std::size_t enough_to_tell = 20;  // sure words
constexpr double as_dark_as_print = 0.7;
constexpr int lightest_ink = 220;  // of 255

/// Of the ink in a box, the darkest quarter's lightest; 0 where there is none.
int darkness_of(const Raster& plane, const Box& box) {
    const Box within = intersection(box, {0, 0, plane.width(), plane.height()});
    std::vector<std::uint8_t> ink;
    for (int y = within.y; y < within.bottom(); ++y)
        std::copy_if(plane.row(y) + within.x, plane.row(y) + within.right(), std::back_inserter(ink),
                     [](std::uint8_t level) { return level < lightest_ink; });
    if (ink.empty()) return 0;
    const auto quarter = ink.begin() + static_cast<std::ptrdiff_t>(ink.size() / 4);
    std::nth_element(ink.begin(), quarter, ink.end());
    return 255 - *quarter;
}

}  // namespace

void take_faded_ornaments(const Raster& plane, std::vector<Line>& lines) {
    std::vector<int> print;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            if (word.confidence >= clear_print) print.push_back(darkness_of(plane, word.box));
        }
    }
    if (print.size() < enough_to_tell) return;
    const auto middle = print.begin() + static_cast<std::ptrdiff_t>(print.size() / 2);
    std::nth_element(print.begin(), middle, print.end());
    const double least = as_dark_as_print * *middle;
    const auto is_ornament = [&](const Word& word) {
        return word.confidence < doubtful_word && to_utf32(word.text).size() <= ornament_signs &&
               darkness_of(plane, word.box) < least;
    };
    std::erase_if(lines,
                  [&](const Line& line) { return std::all_of(line.words.begin(), line.words.end(), is_ornament); });
}

}  // namespace sohoa::ocr
