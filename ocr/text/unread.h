#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Where writing may stand that no word of `lines` covers: strips one line high, from the top down, in pixels of the
/// level plane of `size` whose ink `ink` is. A recogniser's own layout passes over lines that touch leaders, seals or
/// rules.
///
/// A strip holds a few pieces of ink of the size of letters beside each other. `x_height` of the page's small letters
/// in pixels; 0 gives no strips. At most 60 strips, so that a page of hatching costs no more than a page of text.
std::vector<Box> unread_strips(const Pieces& ink, Size size, double x_height, const std::vector<Line>& lines);

/// Whether a word's box is several lines high though none of the letters in it is.
bool is_of_many_lines(const Box& word, const Pieces& ink, double x_height);

/// Takes out unsure words that are several lines high though none of their letters is: small print set tight is taken
/// for one line of large letters. What stands there is found again by unread_strips.
void take_words_of_many_lines(const Pieces& ink, double x_height, std::vector<Line>& lines);

}  // namespace sohoa::ocr
