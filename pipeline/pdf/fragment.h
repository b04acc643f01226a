#pragma once
#include <string>

#include "base/result.h"
#include "ocr/page_reading.h"
#include "scanners/page.h"

namespace sohoa::pdf {

/// How page images are coded.
struct Coding {
    int jpeg_quality = 80;  ///< for pages that did not arrive as JPEG
};

/// A finished one-page PDF, as bytes: the scan untouched and upright (by the page's /Rotate or the image's matrix), and
/// the invisible text on the ink. It is the unit of resume: deterministic, self-contained but for the shared text font,
/// which `join` adds. Page size is pixels / dpi in points; pages scanned askew are shown straight on a larger sheet
/// (levelling.h). Fails with pdf_failed, out_of_memory.
Result<std::string> make_fragment(const scanners::Page& page, const ocr::PageReading& reading, const Coding& coding);

}  // namespace sohoa::pdf
