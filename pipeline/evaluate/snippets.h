#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/raster.h"
#include "pipeline/evaluate/worst.h"

namespace sohoa::evaluate {

/// The box of a page with a margin around it, upright, at most 1 000 pixels wide, as a JPEG file; empty when the box
/// lies outside the page.
std::string snippet_jpeg(const Raster& page, const Box& box, int turn);

/// One JPEG file for each place, in the same order; empty where the place is unknown or the scan cannot be decoded.
/// Each page is decoded once.
std::vector<std::string> cut_snippets(const std::vector<Place>& places);

/// RFC 4648, with padding.
std::string base64(std::string_view bytes);

}  // namespace sohoa::evaluate
