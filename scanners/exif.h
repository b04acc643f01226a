#pragma once
#include <string_view>

#include "scanners/orientation.h"
#include "scanners/resolution.h"

namespace sohoa::scanners {

/// What the EXIF block of a picture says that matters for a paper.
struct ExifFacts {
    Orientation orientation;
    Resolution resolution;
};

/// `block` begins with "Exif\0\0" or directly with the TIFF header; a broken block says nothing.
ExifFacts read_exif(std::string_view block);

}  // namespace sohoa::scanners
