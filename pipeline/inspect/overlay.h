#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bilingual.h"
#include "base/raster.h"
#include "ocr/page_reading.h"

namespace sohoa::inspect {

/// How a kind of find is drawn.
struct Mark {
    std::string_view kind;  ///< of a region; or "word", "doubtful", "code", "part"
    Bilingual name;
    std::array<std::uint8_t, 3> colour;  ///< RGB
};

/// All of them, in the order of a legend.
const std::vector<Mark>& marks();

/// The scan in colour with everything that was found framed, each find where it stands on the scan.
Raster overlay_of(const Raster& scan, const ocr::PageReading& reading);

/// How many of a mark's kind a reading has.
int count_of(std::string_view kind, const ocr::PageReading& reading);

}  // namespace sohoa::inspect
