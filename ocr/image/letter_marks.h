#pragma once
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// Small pieces of ink that stand over letters and under them: the marks of Vietnamese vowels, the dots of i and j.
struct LetterMarks {
    int above = 0;
    int below = 0;

    int sum() const { return above + below; }
};

/// Counts the marks of level lines of text. Of Vietnamese marks about one in six is the dot below; in other Latin
/// writing nearly all stand above. Digits have none, so numbers, commas, dashes and slashes, which stand beside them,
/// say nothing; rows of dots to write on are left out. `letter` as in line_axis.h.
LetterMarks count_letter_marks(const std::vector<Box>& boxes, double letter);

}  // namespace sohoa::ocr
