#pragma once
#include <optional>
#include <vector>

#include "ocr/image/pieces.h"
#include "ocr/image/planes.h"
#include "ocr/text/line_recogniser.h"

namespace sohoa::ocr {

/// What is written in a place of a page.
struct PlaceImage {
    LineImage own;      ///< nothing but the place's own ink
    LineImage as_seen;  ///< with what reaches in from the lines around
};

/// Copies of places, each a quad in pixels of the scan; nullopt where no ink of the size of letters stands in the
/// place. `ink` of the reading plane.
std::vector<std::optional<PlaceImage>> place_images(const Planes& planes, const Pieces& ink,
                                                    const std::vector<Quad>& places);

}  // namespace sohoa::ocr
