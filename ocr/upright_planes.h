#pragma once
#include "ocr/image/planes.h"
#include "ocr/text/recogniser.h"

namespace sohoa::ocr {

inline constexpr double sure_turn = 0.5;  ///< confidence below which the turn of a page is a guess

/// Prepares a page and turns it upright. Letters tell how most pages stand; the others are read both ways
/// (turn_by_reading.h), and where that does not help either, `orientation_confidence` stays below `sure_turn`.
Planes upright_planes(const scanners::Page& page, PageRecogniser& recogniser, PreparationRecord* record = nullptr);

}  // namespace sohoa::ocr
