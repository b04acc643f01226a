#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/plane_map.h"
#include "ocr/image/seals.h"

namespace sohoa::ocr {

enum class Tick { empty, ticked, unsure };

/// A printed square to tick.
struct CheckBox {
    Box frame;  ///< the square's outer edge, in pixels of the plane; a tick may reach out of it
    Tick tick = Tick::unsure;
    double confidence = 0;  ///< 0 … 1, that this is a check box in that state
};

/// Finds the squares to tick on a level plane and lifts them with their ticks: they become paper in `plane` and in its
/// mask `ink` (255 ink, 0 paper), where they would be read as letters and brackets.
///
/// A check box has four straight thin sides of about one length (2.4 to 8 mm beside print of 13 pt), four square
/// corners, next to nothing along its sides within and without. So O, D, 0 and Q (round corners), the finder of a QR
/// code (a square within the square), cells of tables (sides that go on) and rows of cells for one character each are
/// none. A solid square counts, as a filled one, beside hollow ones of its size only. What looks like a lone typed
/// digit stays in the plane, and its box is unsure.
///
/// The tick is looked for on the scan itself, of which `plane_to_scan` tells the place: a pen's colour has faded in the
/// plane. Under one of the `seals` the red channel tells; a grey scan leaves such a box unsure. Cost ≈ 2 ms for A4 at
/// 200 dpi. `x_height` is the height of small letters in pixels.
std::vector<CheckBox> lift_check_boxes(Raster& plane, Raster& ink, const Raster& scan, const PlaneMap& plane_to_scan,
                                       const std::vector<Seal>& seals, double x_height);

}  // namespace sohoa::ocr
