#pragma once
#include <vector>

#include "ocr/page_reading.h"

/// What the writers of ALTO and hOCR say of a page's layout beyond its blocks.
namespace sohoa::ocr {

/// Degrees counter-clockwise by which a line's text is turned in the scan: 0, 90 (it runs upwards), 180, 270. Told by
/// its baseline; where that has no length, `page_turn`.
int turn_of(const Line& line, int page_turn);

/// The table in which a block of role "table" stands: the region of that kind that shares most with it. Null for other
/// blocks and where no such region touches it.
const Region* table_of(const Block& block, const PageReading& page);

/// The lines of a block of a table, in their order, one block for each run of lines whose middles lie in the same cell;
/// a line in no cell stands by itself. Lines without words are left out; boxes are those of the lines.
std::vector<Block> cell_texts(const Block& block, const Region& table);

}  // namespace sohoa::ocr
