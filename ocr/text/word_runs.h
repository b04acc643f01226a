#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"

namespace sohoa::ocr {

/// Words of a line that stand beside each other without a wide blank between them.
struct WordRun {
    std::size_t group = 0;  ///< index into LineInk::groups
    std::size_t first = 0;  ///< index into the words of the group's line
    std::size_t end = 0;    ///< behind the last
};

/// The words for which `wanted` is true, each with a word before and behind it, for a network reads better with some
/// text around; runs that meet become one. `wanted` is given the group and the word's index in its line. At most
/// `most` runs.
std::vector<WordRun> runs_around(const LineInk& of, const std::function<bool(std::size_t, std::size_t)>& wanted,
                                 std::size_t most);

/// Words that were read with less than `sure` confidence, to be read a second time by a better and slower network. At
/// most 200 runs.
std::vector<WordRun> doubtful_words(const LineInk& of, const std::vector<Line>& lines, double sure);

/// Lines set so tight that hooks and circumflexes of one reach between the letters of the line above are read wrongly
/// as they stand: a recogniser is given all ink of a line's box, and takes the next line's hats for dots below. These
/// are words that were read with less than `sure` confidence, in groups into whose box ink of others reaches, as `of`
/// tells it. At most 80 runs.
std::vector<WordRun> tangled_words(const LineInk& of, const std::vector<Line>& lines, double sure);

/// Words whose box leaves out marks above their letters: marks of Vietnamese capitals and vowels rise well above the
/// letters of other languages, and what a recogniser cuts off makes another letter (ộ as ô, ề as ê). At most 200 runs.
std::vector<WordRun> cut_words(const LineInk& of, const std::vector<Line>& lines);

}  // namespace sohoa::ocr
