#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"
#include "ocr/text/word_images.h"

namespace sohoa::ocr {

/// What is to be read a second time, by a better and slower network: words that were read with less than `sure`
/// confidence, each with a word before and behind it, for a network reads better with some text around. At most 200.
std::vector<WordRun> doubtful_words(const LineInk& of, const std::vector<Line>& lines, double sure);

/// Writes beside each of these words what was read the second time, where the same word stands there. `again` is what
/// was read of `image`, in pixels of the plane.
void note_second_reading(const WordImage& image, std::vector<Word> again, std::vector<Line>& lines);

}  // namespace sohoa::ocr
