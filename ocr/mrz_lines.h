#pragma once
#include <vector>

#include "ocr/codes/mrz_reader.h"
#include "ocr/image/plane_map.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// A zone read on a plane, as part of a page's reading.
Mrz mrz_of(const MrzReading& reading, const PlaneMap& plane_to_scan);

/// Puts the lines of a zone where the recogniser of text saw something else: what stands within the zone goes, and a
/// block of role "mrz" takes its place in the reading order, at the end where nothing stood there.
void write_mrz_lines(const MrzReading& reading, const PlaneMap& plane_to_scan, std::vector<Block>& blocks);

}  // namespace sohoa::ocr
