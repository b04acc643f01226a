#pragma once
#include <cstddef>

#include "ocr/image/preparation.h"
#include "ocr/text/recogniser.h"

namespace sohoa::ocr {

inline constexpr double sure_turn = 0.5;  ///< confidence below which the turn of a page is a guess

/// Prepares one of a page's sheets and turns it upright. Letters tell how most pages stand; the others are read both
/// ways (turn_by_reading.h), and where that does not help either, `orientation_confidence` stays below `sure_turn`.
/// Noise is told there as well (`legible`): it would keep a recogniser busy for minutes.
Planes upright_planes(const Preparation& preparation, std::size_t sheet, PageRecogniser& recogniser,
                      PreparationRecord* record = nullptr);

}  // namespace sohoa::ocr
