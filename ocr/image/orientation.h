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
/// Lines run along the axis whose ink profile is sharper (see skew.h); which end is up is told by Leptonica's ascender
/// test on the levelled letters: more strokes stand out above small letters than below them, in Vietnamese all the
/// more. Where the test is undecided (forms, cards, near-empty pages) the page is left as it came, unless its lines
/// clearly run up or down.
Orientation find_orientation(const Letters& letters);

}  // namespace sohoa::ocr
