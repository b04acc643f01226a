#pragma once
#include <cstddef>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/pieces.h"
#include "ocr/image/rules.h"
#include "ocr/page_reading.h"
#include "ocr/text/line_recogniser.h"

namespace sohoa::ocr {

/// Where a line of text was read in scraps, to be read by itself with a sure word on either side.
struct TornStretch {
    std::size_t line = 0;  ///< index into the lines: to which the words belong
    Box gap;               ///< between the sure words, as high as the line's small letters
    Box place;             ///< of the image on the plane
    LineImage image;
    std::vector<Word> beside;  ///< the sure words: left of the gap, right of it, or both
};

/// Seals, signatures and folds across a line of text mislead a recogniser's layout: words under them are left out,
/// taken into the line above or cut in two, though the letters can be read. Such stretches lie between sure words that
/// stand on one base, or at the end of them, and hold ink that no word accounts for or words that stand askew. No
/// stretch reaches over an upright rule or a blank as wide as between columns. At most 40.
///
/// `plane` is grey and level, of `dpi`, `ink` its pieces, `x_height` of its small letters in pixels; 0 gives none.
/// Where `wanted` is not empty, only stretches of the lines k with wanted[k] are told.
std::vector<TornStretch> torn_stretches(const Raster& plane, double dpi, const Pieces& ink,
                                        const std::vector<Rule>& rules, double x_height, const std::vector<Line>& lines,
                                        const std::vector<bool>& wanted = {});

/// Puts what was read of a stretch, in pixels of the plane, in the place of the scraps, if it says more than they do.
/// Lines may be left without words. True if all of it was read so surely that reading it again is no use.
bool mend_stretch(const TornStretch& stretch, std::vector<Word> read, std::vector<Line>& lines);

}  // namespace sohoa::ocr
