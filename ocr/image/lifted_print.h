#pragma once
#include <string_view>
#include <vector>

#include "ocr/image/planes.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

/// Adds a region of the reading plane, carried to the scan.
void add_region(Planes& planes, std::string_view kind, const Box& on_reading_plane, double confidence);

/// Degrees by which lines fall to the right on the scan once it is turned upright: of a sheet that was squared up, the
/// way it lay at the middle of the page; of a bent one, on the whole.
double skew_on_scan(const Planes& planes);

/// Takes what is printed to be filled in out of the reading plane (check boxes, rules, leaders) and specks with it, and
/// keeps it as rules and regions. `small_print` is the height of the smallest letters in pixels, 0 where not known.
void lift_print_to_write_on(Planes& planes, const Raster& scan, const std::vector<Seal>& seals, double small_print,
                            PreparationRecord* record);

}  // namespace sohoa::ocr
