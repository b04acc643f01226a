#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// Lifts leaders (rows of dots or dashes printed to be written on) out of a level plane: they become paper in `plane`
/// and in its mask `ink` (255 ink, 0 paper). Returns the box of each, in pixels of the plane.
///
/// A leader is a row of five or more small flat pieces of one size at an even distance with nothing between them; on
/// the same line shorter rows at that distance belong to it, so that what was typed over a leader does not save its
/// rest; eight or more set closer than eight tenths of a small letter are one whatever is written over them. Rows of a
/// screen or of ground print, which stand close above one another, stay, and so do rows much paler than the letters:
/// what is left of a guilloche once coloured ink has faded. Colons, three dots of an ellipsis, full stops, marks below
/// letters and hyphens between letters stay.
std::vector<Box> lift_leaders(Raster& plane, Raster& ink, double x_height);

}  // namespace sohoa::ocr
