#pragma once
#include <optional>

#include "base/raster.h"

namespace sohoa::ocr {

/// A copy of a plane whose paper is plain white, where Tesseract would otherwise part paper from paper; nullopt for the
/// others, which are nearly all.
///
/// Tesseract divides a page at the threshold of Otsu (1979). With next to no ink on it, what is divided is the noise of
/// the paper and what shines through from its back, and the search for pictures among a million specks takes minutes.
std::optional<Raster> without_paper_noise(const Raster& plane);

}  // namespace sohoa::ocr
