#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"
#include "ocr/text/line_recogniser.h"

namespace sohoa::ocr {

/// As many as a page is given without asking whether they are writing at all.
constexpr std::size_t few_strips = 60;
constexpr std::size_t most_strips = 1200;

/// Where writing may stand that no word of `lines` covers: boxes of letters beside each other, from the top down, in
/// pixels of the level plane of `size` whose ink `ink` is. A recogniser's own layout passes over lines that touch
/// leaders, seals or rules, and over columns of numbers.
///
/// A strip holds a few pieces of ink of the size of letters. `x_height` of the page's small letters in pixels; 0 gives
/// no strips. At most `most_strips`.
std::vector<Box> unread_strips(const Pieces& ink, Size size, double x_height, const std::vector<Line>& lines);

/// A strip by itself: where lines stand tight nothing of its neighbours is left in it.
struct StripImage {
    Box place;        ///< on the plane: the strip's ink and some paper around it
    double base = 0;  ///< where its letters stand, in pixels from the top of the plane
    LineImage image;
};

/// Copies of strips with nothing but their own ink. `plane` is grey and level, of `dpi`.
std::vector<StripImage> strip_images(const Raster& plane, double dpi, const Pieces& ink, double x_height,
                                     const std::vector<Line>& lines, const std::vector<Box>& strips);

/// What was read of a strip as a line in pixels of the plane; none without words.
std::vector<Line> lines_read(const StripImage& strip, std::vector<Word> words);

/// Whether a word's box is several lines high though none of the letters in it is.
bool is_of_many_lines(const Box& word, const Pieces& ink, double x_height);

/// Takes out unsure words that are several lines high though none of their letters is: small print set tight is taken
/// for one line of large letters. What stands there is found again by unread_strips.
void take_words_of_many_lines(const Pieces& ink, double x_height, std::vector<Line>& lines);

}  // namespace sohoa::ocr
