#pragma once
#include "ocr/image/letters.h"

namespace sohoa::ocr {

/// How a page stands, from its letters.
struct Orientation {
    int turn = 0;           ///< clockwise degrees that make the page upright: 0, 90, 180, 270
    double skew = 0;        ///< degrees by which lines then fall to the right
    double confidence = 0;  ///< 0 … 1 that `turn` is right; below 0.5 it is a guess
};

/// Which way up the text is.
///
/// Lines run the way in which letters stand closest together (line_axis.h); where letters do not say, along the axis
/// whose ink profile is sharper (skew.h). Which end is up is told by the marks over the letters of Vietnamese, which
/// are far more than those under them (letter_marks.h). Digits say nothing about it. Where letters and marks are few or
/// contradict one another the turn is a guess, and the page is left as it came or as it lies.
Orientation find_orientation(const Letters& letters);

/// The same where the turn is known.
Orientation find_orientation(const Letters& letters, int turn);

}  // namespace sohoa::ocr
