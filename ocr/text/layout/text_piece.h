#pragma once
#include <vector>

#include "ocr/page_reading.h"

/// Layout: from words that stand somewhere on a level page to lines and blocks in the order a person reads them aloud.
/// Everything here is in pixels of the reading plane.
namespace sohoa::ocr {

/// Words that follow each other on one line without a wide gap: the smallest thing that layout moves as a whole.
struct TextPiece {
    std::vector<Word> words;  ///< left to right; empty for a table
    Box box;
    double height = 0;    ///< of its letters with their marks, pixels
    double baseline = 0;  ///< y in the middle of the piece
    double slope = 0;     ///< of the baseline
    int table = -1;       ///< stands for the table of this number

    double baseline_at(double x) const { return baseline + slope * (x - box.centre().x); }
};

/// Lines as the recogniser grouped them, cut where a gap is wider than about one letter's height: it joins what stands
/// at the same height in different columns.
std::vector<TextPiece> pieces_of(const std::vector<Line>& lines);

/// The height that half of the pieces reach; 0 without pieces.
double usual_height(const std::vector<TextPiece>& pieces);

/// The text of the words with single blanks.
std::string text_of(const TextPiece& piece);

}  // namespace sohoa::ocr
