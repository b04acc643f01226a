#pragma once
#include <cstddef>

#include "base/raster.h"
#include "ocr/image/plane_map.h"
#include "ocr/image/preparation_record.h"
#include "ocr/image/rules.h"
#include "ocr/page_reading.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// What a stamp says, by itself.
struct StampPrint {
    std::size_t region = 0;  ///< its place among Planes::regions
    Box box;                 ///< in pixels of the reading plane
    Raster grey;             ///< what stands in the box, of any ink, dark on light
};

/// The planes of one page. The scan itself stays where it is (scanners::Page::pixels).
struct Planes {
    Raster
        reading;  ///< grey, upright, level and flat; coloured ink faded, shading divided out, rules and leaders lifted
    double reading_dpi = 0;             ///< of the reading plane
    PlaneMap reading_to_scan;           ///< from pixels of the reading plane to pixels of the scan
    int orientation = 0;                ///< as in PageReading
    double orientation_confidence = 0;  ///< 0 … 1; below 0.5 it is a guess
    double skew = 0;                    ///< as in PageReading
    bool blank = false;
    Quality quality;
    double x_height = 0;          ///< height of small letters in pixels of the reading plane; 0 where it is not known
    std::size_t pieces = 0;       ///< of ink that may be letters, on the survey
    bool legible = true;          ///< false where a great many pieces were tried and none is a letter: noise, a texture
    std::vector<Rule> rules;      ///< lines lifted out of the reading plane, in its pixels
    std::vector<Region> regions;  ///< seals, tables, slots, … as far as found; boxes in scan pixels
    std::vector<StampPrint> stamps;
    std::vector<Problem> problems;
};

/// Finds orientation, skew and bend, and makes the reading plane. Total: any raster gives planes, a blank one too.
/// `record` is told each step.
Planes prepare(const scanners::Page& page, PreparationRecord* record = nullptr);

/// The same where the turn that makes the page upright is known: 0, 90, 180 or 270 degrees clockwise.
Planes prepare(const scanners::Page& page, int turn, PreparationRecord* record = nullptr);

}  // namespace sohoa::ocr
