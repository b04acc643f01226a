#pragma once
#include <cstddef>
#include <vector>

#include "ocr/codes/mrz_reader.h"
#include "ocr/image/preparation.h"
#include "ocr/text/recogniser.h"

namespace sohoa::ocr {

inline constexpr double sure_turn = 0.5;  ///< confidence below which the turn of a page is a guess

/// One of a page's sheets, turned upright.
struct UprightSheet {
    Planes planes;
    std::vector<MrzReading> zones;  ///< machine readable zones, in pixels of the reading plane
};

/// Prepares one of a page's sheets and turns it upright. A machine readable zone whose check digits hold says for
/// certain how a sheet stands. Without one letters tell how most pages stand; the others are read both ways
/// (turn_by_reading.h), and where that does not help either, `orientation_confidence` stays below `sure_turn`. Noise is
/// told there as well (`legible`): it would keep a recogniser busy for minutes.
UprightSheet upright_sheet(const Preparation& preparation, std::size_t sheet, PageRecogniser& recogniser,
                           PreparationRecord* record = nullptr);

}  // namespace sohoa::ocr
