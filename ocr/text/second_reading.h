#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "ocr/text/word_images.h"

namespace sohoa::ocr {

/// Writes beside each of these words what was read the second time, where the same word stands there. `again` is what
/// was read of `image`, in pixels of the plane.
void note_second_reading(const WordImage& image, std::vector<Word> again, std::vector<Line>& lines);

}  // namespace sohoa::ocr
