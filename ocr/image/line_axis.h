#pragma once
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// How many letters say that lines of text run across, and how many that they run up or down.
struct LineAxis {
    int across = 0;
    int along = 0;

    int voters() const { return across + along; }
    /// 1 where all say across, -1 where all say up or down, 0 where nothing is known.
    double lean() const { return voters() > 0 ? static_cast<double>(across - along) / voters() : 0; }
};

/// Asks each letter for its nearest neighbour: the next letter of the line stands nearer than the next line, whatever
/// the letter is. Columns of numbers, which make as sharp an ink profile as lines do, do not mislead it. Holds for
/// skews within about 15°. `boxes` are connected pieces of ink, `letter` is the usual longer side of one
/// (`usual_letter`), in their pixels.
LineAxis find_line_axis(const std::vector<Box>& boxes, double letter);

/// The longer side that pieces of print usually have, the same for every quarter turn: the median over the length of
/// sides, in pixels, so that dots and specks count little. 0 without pieces.
double usual_letter(const std::vector<Box>& boxes);

/// A whole letter rather than a mark, a dot or a picture.
bool is_letter_sized(const Box& box, double letter);

}  // namespace sohoa::ocr
