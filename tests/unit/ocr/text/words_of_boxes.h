#pragma once
#include <string>
#include <vector>

#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Ink of which each box is one piece, full of ink.
inline Pieces pieces_of(const std::vector<Box>& boxes) {
    Pieces ink;
    for (const Box& box : boxes) ink.pieces.push_back({box, static_cast<int>(box.area())});
    return ink;
}

/// A line of one word that covers all the boxes.
inline Line line_over(const std::string& text, const std::vector<Box>& boxes) {
    Box all;
    for (const Box& box : boxes) all = bounding(all, box);
    Line line;
    line.words.push_back({all, {}, text, 0.9, ""});
    return line;
}

}  // namespace sohoa::ocr
