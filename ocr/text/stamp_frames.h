#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/image/rules.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Whether a line of text runs through a side of a frame: it was pressed over the text, and is no table. `x_height` of
/// the page's small letters in pixels.
bool is_written_across(const Box& frame, double x_height, const std::vector<Line>& lines);

/// Frames among the rules of a level plane of `dpi` that text runs through and that are no larger than stamps (115 × 70
/// mm): those of incoming mail, which many offices press where there is room and, where there is none, over the first
/// lines. Copies and scans in black and white leave nothing else to tell them by.
std::vector<Box> stamp_frames(const std::vector<Rule>& rules, double x_height, double dpi,
                              const std::vector<Line>& lines);

/// The rules that are no part of these frames.
std::vector<Rule> rules_outside(const std::vector<Box>& frames, const std::vector<Rule>& rules);

/// Takes what the stamp says out of the lines: those that stand within it whole, and of the others the words beyond the
/// margin of the text. A region of the kind "stamp" in pixels of the plane, with that text.
Region take_stamp(const Box& frame, double x_height, std::vector<Line>& lines);

}  // namespace sohoa::ocr
