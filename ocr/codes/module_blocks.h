#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/codes/ink_map.h"

namespace sohoa::ocr {

/// Blocks of ink that stand alone, fill a rectangle at some angle, and have as many edges along as across, eight a side
/// or more: Data Matrix codes, and the matrix codes whose own marks were not found. Sides from 18 pixels, 1 : 4.5 at
/// most. Of text a few capitals and numbers are taken for such; of printed photographs larger patches.
std::vector<Box> find_module_blocks(const InkMap& ink);

}  // namespace sohoa::ocr
