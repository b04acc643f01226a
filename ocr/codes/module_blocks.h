#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/codes/ink_map.h"

namespace sohoa::ocr {

struct ModuleBlock {
    Box box;
    double turn = 0;       ///< degrees clockwise by which its sides are turned from level, in (-45, 45]
    bool stacked = false;  ///< large enough for rows of bars (PDF417)
};

/// Blocks of ink that stand alone, fill a rectangle at some angle, and have eight edges a side or more, not all in one
/// direction: Data Matrix and PDF417, and other codes whose own marks were not found. Sides from 18 pixels, 1 : 4.5 at
/// most. Of text a few capitals and numbers are taken for such; of printed photographs larger patches.
std::vector<ModuleBlock> find_module_blocks(const InkMap& ink);

}  // namespace sohoa::ocr
