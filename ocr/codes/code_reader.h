#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// QR codes and barcodes of a page, boxes in scan pixels, in order of position (top to bottom, left to right).
///
/// Work is bounded by pixels looked at, not by time: the same pixels give the same codes, and the page is only read.
/// docs/codes.md says how it goes and what it costs; a page without codes takes 0.05 of a bare Tesseract page on
/// average, 0.3 at worst (benchmarks/codes.py).
std::vector<Code> read_codes(const scanners::Page& page);

}  // namespace sohoa::ocr
