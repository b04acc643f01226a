#pragma once
#include <vector>

#include "ocr/image/pieces.h"
#include "ocr/image/rules.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// A cell of a ruled table that should be read again by itself.
struct DoubtfulCell {
    Box area;  ///< of the cell
    Box ink;   ///< what is written in it
    bool many_lines = false;
    bool torn =
        false;  ///< its words miss ink, lie over each other or reach into other cells: any other reading is better
    double confidence = 0;  ///< of its words so far, each weighted by its letters; 0 without words
};

/// Cells whose writing `lines` tell badly: a recogniser that looks for lines across the page cuts and joins what stands
/// at different heights in cells beside each other, and passes over single digits. In reading order; no more than 400.
///
/// `ink` without the rules and `rules` in pixels of the level plane; `x_height` of the page's small letters, 0 gives no
/// cells.
std::vector<DoubtfulCell> doubtful_cells(const Pieces& ink, const std::vector<Rule>& rules, double x_height,
                                         const std::vector<Line>& lines);

/// Takes the words whose middle stands in `area` out of the lines; lines that lost all words stay empty.
void take_words(std::vector<Line>& lines, const Box& area);

/// Mean confidence of the words, each weighted by its letters; 0 without words.
double confidence_of(const std::vector<Line>& lines);

}  // namespace sohoa::ocr
