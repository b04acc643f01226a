#pragma once
#include "ocr/image/planes.h"
#include "ocr/text/recogniser.h"

namespace sohoa::ocr {

/// The turn at which a page can be read, and how sure that is.
struct LegibleTurn {
    int turn = 0;           ///< clockwise degrees that make the scan upright
    double confidence = 0;  ///< 0 … 1; below 0.5 no turn reads clearly better than the others
    double legibility = 0;  ///< 0 … 1, at that turn (PageRecogniser::legibility)
};

/// Tells the turn of a page whose letters leave it in doubt, by reading a few pieces of lines the way `planes` stand,
/// upside down and, where neither can be read, lying on either side. Costs two to four readings of about 100 letters.
LegibleTurn turn_by_reading(const Planes& planes, PageRecogniser& recogniser);

}  // namespace sohoa::ocr
