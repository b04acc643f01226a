#pragma once
#include <vector>

#include "ocr/page_reading.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// QR codes and barcodes of a page, boxes in scan pixels, in order of position (top to bottom, left to right).
std::vector<Code> read_codes(const scanners::Page& page);

}  // namespace sohoa::ocr
