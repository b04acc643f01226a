#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/line_ink.h"
#include "ocr/text/word_images.h"

namespace sohoa::ocr {

/// Lines set so tight that hooks and circumflexes of one reach between the letters of the line above are read wrongly
/// as they stand: a recogniser is given all ink of a line's box, and takes the next line's hats for dots below. These
/// are the groups of words into whose box ink of others reaches, as `of` tells it, and among whose words is one that
/// was read with less than `sure` confidence. At most 80.
std::vector<WordRun> tangled_words(const LineInk& of, const std::vector<Line>& lines, double sure);

}  // namespace sohoa::ocr
