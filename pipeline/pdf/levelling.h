#pragma once
#include <string>

#include "ocr/page_reading.h"
#include "pipeline/pdf/page_geometry.h"

namespace sohoa::pdf {

/// How a page scanned askew is shown straight: its content is turned about its middle on a sheet large enough for all
/// of it. The image's own bytes are not touched. Programs that read text by its place (poppler's pdftotext, Evince)
/// join the words of different lines where lines lean over a page's width by more than a line's height.
struct Levelling {
    double degrees = 0;  ///< clockwise, by which the page's lines fall to the right now; 0: shown as it is
    double width = 0;    ///< of the sheet, PDF units
    double height = 0;

    /// The image's operators, turned.
    std::string turned(const std::string& operators, const PageGeometry& page) const;
    /// A direction in pixels (y down), turned.
    Point turned(Point direction) const;
    /// A pixel's place on the sheet, y upwards.
    Point on_sheet(Point pixel, const PageGeometry& page) const;
};

/// Turned by the angle that half of the page's lines reach, each weighed by its length; pages that lean by less than
/// 0.4° or more than 20°, and pages without text, stay as they are.
Levelling levelling_of(const ocr::PageReading& reading, const PageGeometry& page);

}  // namespace sohoa::pdf
