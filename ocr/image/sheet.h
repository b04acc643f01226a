#pragma once
#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/paper_tint.h"

namespace sohoa::ocr {

/// The sheet of paper within a scan, as a flat plane of its own.
struct Sheet {
    Size size;             ///< pixels, at the scan's resolution
    Transform to_scan;     ///< from pixels of the sheet to pixels of the scan
    bool cut_out = false;  ///< the sheet is part of the scan and was squared up; else it is the scan itself
};

/// Finds a bright sheet on a darker ground (a phone photo on a desk, a small paper on an open scanner) and squares it
/// up.
///
/// The scan is seen by how much it is like paper: bright, and of the paper's own colour (`tint`), so that light wood
/// and cloth are ground. Otsu's threshold parts sheet and ground; straight lines are fitted to the four sides of the
/// largest bright shape. Unless the scan's rim is mostly dark and the shape is a clean quadrilateral of a quarter of
/// the scan or more, the sheet is the whole scan: flat scans stay as they are. Corners are good to about 0.3 % of the
/// side. Bent sheets are squared up by their corners only. Cost ≈ 4 ms.
Sheet find_sheet(const Raster& scan, const PaperTint& tint);

}  // namespace sohoa::ocr
