#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/page_reading.h"
#include "ocr/text/word_images.h"

/// Which of two readings of the same words is kept.
namespace sohoa::ocr {

/// Whether two boxes on one line can be of the same word.
bool stand_alike(const Box& a, const Box& b);

/// Where the same words stand, the surer one of each two is kept; else the reading that is surer as a whole, if it says
/// about as much. `read` is what was read of `image`, in pixels of the plane.
void take_surer_words(const WordImage& image, std::vector<Word> read, std::vector<Line>& lines);

/// Words that say the same but for their marks take the place of those of an image whose marks were cut off.
void take_marks(const WordImage& image, const std::vector<Word>& again, std::vector<Line>& lines);

/// Adds lines read where there may have been no writing at all: only sure words are believed. What was read of some
/// letters of their words before goes. Tells whether any of them was believed.
bool add_believable(std::vector<Line> read, std::vector<Line>& lines);

/// Takes away what stands in a word's place though it is read there already: the less sure one of two words that say
/// the same but for their marks, the sign that a word ends with, and what was hardly read where a sure word stands.
/// Lines may be left without words.
void take_what_was_read_twice(std::vector<Line>& lines);

}  // namespace sohoa::ocr
