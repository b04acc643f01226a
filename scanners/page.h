#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/raster.h"

namespace sohoa::scanners {

/// Where pixels came from.
struct Source {
    std::string file;    ///< as the user named it
    std::string sha256;  ///< of the file's bytes, on receipt
    int page = 1;        ///< page within the file, from 1
};

/// The bytes a page image arrived in, where they can stand in a PDF as they are.
struct OriginalImage {
    enum class Coding {
        jpeg,    ///< baseline or progressive JPEG, grey or YCbCr, without CMYK
        bilevel  ///< the pixels are two-valued (black and white): code them without loss as CCITT G4
    };
    Coding coding = Coding::jpeg;
    std::string bytes;  ///< the JPEG file; empty for bilevel
    /// Clockwise turn in degrees (0, 90, 180, 270) and, before it, a mirroring left to right, that make the coded image
    /// equal to Page::pixels (EXIF orientation, PDF /Rotate).
    int turn = 0;
    bool mirrored = false;
};

/// A decoded page: the scan as delivered, after EXIF orientation and PDF /Rotate, before any change of ours.
struct Page {
    Raster pixels;             ///< RGB, or grey where the source has no colour
    double dpi = 0;            ///< pixels an inch, > 0; one value, taken from the longer side when x and y differ
    bool dpi_guessed = false;  ///< the source named none, or an absurd one
    Source source;
    std::optional<OriginalImage> original;
    std::vector<Problem> problems;  ///< what was odd and survived
};

}  // namespace sohoa::scanners
