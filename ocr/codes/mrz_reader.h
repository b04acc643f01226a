#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/codes/mrz_layout.h"

namespace sohoa::ocr {

/// A machine readable zone on a plane.
struct MrzReading {
    MrzFormat format = MrzFormat::td1;
    std::vector<std::string> lines;
    bool valid = false;                   ///< every check digit holds, and the cells speak for no other text
    double confidence = 0;                ///< 0 … 1: of the least certain character that no check digit covers: names
    std::vector<double> line_confidence;  ///< 0 … 1 for each line: of its least certain unchecked character
    std::vector<std::string> failed;      ///< check digits that do not hold, where it is not valid
    std::vector<Quad> rows;               ///< where each line stands, in pixels of the plane
    int turn = 0;  ///< clockwise turn of the plane in degrees that makes the zone upright: 0, 90, 180, 270
};

/// Reads the zones of a grey plane, dark on light, whichever way they run (mrz_rows.h), best of all from capitals of
/// ten pixels on. Zones whose check digits do not hold are told with what they seem to say, `valid` not set; rows of
/// one pitch that are no zone are left out. Total: whatever the plane shows. Cost without a zone ≈ 15 ms for an A4 page
/// at 200 dpi, with one 20 ms more.
std::vector<MrzReading> read_mrz(const Raster& grey);

}  // namespace sohoa::ocr
