#pragma once
#include "base/raster.h"

namespace sohoa::scanners {

/// How a stored picture is to be shown: first mirrored left to right, then turned clockwise.
struct Orientation {
    int turn = 0;  ///< 0, 90, 180 or 270 degrees
    bool mirrored = false;
    bool operator==(const Orientation&) const = default;
};

/// Of the EXIF and TIFF tag "Orientation" (1 … 8); any other value is "as stored".
Orientation orientation_of_tag(int value);

/// First `first`, then turned clockwise by `degrees` more.
Orientation then_turned(Orientation first, int degrees);

/// Takes the raster and gives it back as it is to be shown. A turn needs a second raster for a moment, mirroring none.
Raster oriented(Raster raster, Orientation orientation);

}  // namespace sohoa::scanners
