#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/raster.h"
#include "scanners/orientation.h"
#include "scanners/page.h"
#include "scanners/resolution.h"

namespace sohoa::scanners {

/// A picture as its file stores it: neither turned nor given a dpi yet.
struct DecodedImage {
    Raster pixels;
    Resolution resolution;  ///< of the stored picture
    Orientation orientation;
    std::optional<OriginalImage> original;
    std::vector<Problem> problems;
};

/// The page: turned as the orientation says, with a resolution, every problem naming file and page.
Page page_of(DecodedImage image, const std::string& file, int number);

}  // namespace sohoa::scanners
