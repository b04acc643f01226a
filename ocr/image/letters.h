#pragma once
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// The connected pieces of ink that may be print: no frames, seals, pictures, borders or dust.
struct Letters {
    std::vector<Box> boxes;  ///< one for each piece, top to bottom
    Raster ink;              ///< how dark such pieces and their rims are: 0 paper … 255 black
    /// Height of small letters such as "n" in pixels: the height most pieces share. 0 with fewer than 30 pieces.
    double x_height = 0;
};

/// Picks the letters from a mask (255 ink, 0 paper) of about 150 dpi and the grey plane it was made of. Where almost
/// all ink hangs together (tables, bad copies) everything counts as letters.
Letters find_letters(const Raster& ink, const Raster& grey);

/// The heights of small letters where lines run up or down, in pixels; 0 as above.
double lying_x_height(const Letters& letters);

/// The boxes of letters, with width and height exchanged where lines run up or down.
std::vector<Box> boxes_along_lines(const Letters& letters, bool lying);

}  // namespace sohoa::ocr
