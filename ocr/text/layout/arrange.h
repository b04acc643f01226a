#pragma once
#include <vector>

#include "ocr/image/rules.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// The text of a page in order, and regions that only its text tells.
struct Arrangement {
    std::vector<Block> blocks;
    /// Panels of digital signatures, with their texts, and tables without upright rules, with their cells.
    std::vector<Region> regions;
};

/// Blocks in the order a person reads them aloud, with roles where they are certain: the left column of a letterhead,
/// then the right one, body, tables row by row, recipients, signature.
///
/// `lines` as a recogniser found them and `rules` as they were lifted out, in pixels of one level plane of `plane`
/// size. Every word of `lines` stands in exactly one block. Total: any words give blocks; no words give none.
Arrangement arrange(const std::vector<Line>& lines, const std::vector<Rule>& rules, Size plane);

}  // namespace sohoa::ocr
