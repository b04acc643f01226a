#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// Gives roles to blocks in reading order that have none yet, where they are certain. Blocks are cut where the role
/// changes.
///
/// - "letterhead_motto": the motto above all else on papers of one column.
/// - "title": below a letterhead, lines in the middle of the page, the first of them in capitals ("QUYẾT ĐỊNH"), with
///   the lines under it that say what of ("Về việc …").
/// - "form": blocks of which half the lines begin with a label and a colon, where they are half of the page's lines
///   without a role.
/// - "body": below the title or whom a letter goes to, all that has no role; elsewhere paragraphs as wide as the print.
///   What follows recipients or a signature has none.
/// - "header", "footer": a page number alone at the edge of the page. `plane` in pixels.
void name_parts(std::vector<Block>& blocks, Size plane);

}  // namespace sohoa::ocr
