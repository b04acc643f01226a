#pragma once
#include <vector>

#include "ocr/image/pieces.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Where numbers of one to three digits may stand that no word of `lines` covers, from the top down, in pixels of the
/// level plane: a recogniser's layout passes over columns of single digits, as they stand before the rows of a table.
///
/// Each stands free of other ink, level with a word on its right or left or between two lines of them, and at least two
/// others, read or not, stand above or below it at the same place across. At most 800. `x_height` of the page's small
/// letters; 0 gives none.
std::vector<Box> unread_numbers(const Pieces& ink, double x_height, const std::vector<Line>& lines);

/// Where page numbers may stand that no word of `lines` covers: one to three digits at the head or the foot of a page
/// of `page` pixels, all by themselves in their row, with nothing read beyond them. At most one at either end.
std::vector<Box> unread_page_numbers(const Pieces& ink, Size page, double x_height, const std::vector<Line>& lines);

/// Whether what was read at such a place may be believed: one word, surely read, of one to three digits or a cross.
bool is_lone_number(const std::vector<Line>& read);

}  // namespace sohoa::ocr
