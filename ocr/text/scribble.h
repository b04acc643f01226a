#pragma once
#include <vector>

#include "ocr/image/planes.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Takes words out of the lines that are strokes of signatures, seals and stamps: a few signs by themselves, all of
/// them unsure, within a region of that kind. Words in the midst of a line stay: there text goes on under the ink.
void take_scribble(const Planes& planes, std::vector<Line>& lines);

}  // namespace sohoa::ocr
