#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Words of one line without a wide blank between them.
struct WordGroup {
    std::size_t line = 0;   ///< index into the lines
    std::size_t first = 0;  ///< of its words
    std::size_t end = 0;    ///< behind the last
    Box box;                ///< of the words
    double base = 0;        ///< where its letters stand, in pixels from the top
    double small = 0;       ///< height of its small letters in pixels
};

/// Which words each piece of ink on a level page belongs to: letters to the word in whose box they stand, marks to the
/// nearest letter above or below them, commas and dots to the letter before them. Below letters stand dots alone; dots
/// above stand over narrow letters. A descender that touches the next line is parted from it.
class LineInk {
public:
    /// `x_height` of the page's small letters in pixels, above 0; `height` of the page.
    LineInk(Pieces ink, const std::vector<Line>& lines, int height, double x_height);

    /// The pieces, those that were parted included.
    const Pieces& ink() const { return ink_; }
    const std::vector<WordGroup>& groups() const { return groups_; }
    double x_height() const { return x_height_; }
    /// Index of the group that a piece belongs to; -1 where nobody can tell.
    int owner(std::size_t piece) const { return owners_[piece]; }

private:
    void give_letters(const std::vector<Line>& lines, int height);
    void find_settings();
    void part_touching_lines();
    void give_marks(int height);

    double x_height_;
    Pieces ink_;
    std::vector<WordGroup> groups_;
    std::vector<int> owners_;
};

/// Lowers the tops and raises the bottoms of words' boxes to their own ink: where lines stand tight a recogniser's
/// boxes reach over their neighbours. `of` tells the ink of the same lines.
void shrink_boxes(const LineInk& of, std::vector<Line>& lines);

/// A round small piece of ink where small letters are `small` pixels high.
bool is_dot(const Piece& piece, double small);

}  // namespace sohoa::ocr
