#pragma once
#include <array>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/desk.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// What is wrong with the rim of a sheet that was found on a ground.
struct SheetDamage {
    bool corner_missing = false;  ///< torn off or folded over
    bool covered = false;         ///< something lies over a side: fingers, a pen
};

/// The sheet of paper within a scan, as a flat plane of its own.
struct Sheet {
    Size size;                   ///< pixels, at the scan's resolution
    Transform to_scan;           ///< from pixels of the sheet to pixels of the scan
    bool cut_out = false;        ///< the sheet is part of the scan and was squared up; else it is the scan itself
    std::array<bool, 4> cut{};   ///< top, right, bottom, left: of a cut-out sheet, the scan's edge cuts that side off
    SheetDamage damage;          ///< of a cut-out sheet
    std::vector<Quad> left_out;  ///< of the whole scan: quads of it that are sheets of their own
    std::shared_ptr<const Desk> desk;  ///< of the scan, where something around the sheet is not paper; else null
};

/// The sheets of a scan: one sheet of paper on a ground (a phone photo on a desk, a small paper on an open scanner);
/// else cards and small sheets that lie apart (cards.h), top to bottom, and the rest of the scan behind them, without
/// them; else the scan as it is. What lies on a ground is squared up to its true proportions (sheet_format.h).
///
/// The scan is seen by how much it is like paper (paper_likeness.h); of the straight edges with paper on one side four
/// are chosen that go round a quarter of the scan or more (sheet_outline.h). Corners are good to about 0.3 % of the
/// side. Bent sheets are squared up by their corners only. Cost ≈ 20 ms.
std::vector<Sheet> find_sheets(const Raster& scan, const PaperTint& tint);

/// The two sides of a fold that runs across a sheet, each as a sheet: left and right of it, or above and below where it
/// runs `lying`, from left to right. In the order in which they are named here.
std::array<Sheet, 2> sides_of_fold(const Sheet& sheet, Point from, Point to, bool lying);

}  // namespace sohoa::ocr
