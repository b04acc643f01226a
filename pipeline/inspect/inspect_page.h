#pragma once
#include <string>

#include "base/result.h"
#include "ocr/text/recogniser.h"
#include "pipeline/inspect/inspection.h"
#include "scanners/page.h"

namespace sohoa::inspect {

/// Reads a page as `digitize` does and leaves what every step made of it: pictures `<prefix>-<step>.png` and
/// `<prefix>-found.png` in `folder` (which is there). Nothing is written before the page is read; then the folder is
/// marked unfinished. Texts of words and codes stay out of what is returned: it is made
/// to be shown to others. Fails with disk_full, output_unwritable, ocr_failed.
Result<Inspection> inspect_page(const scanners::Page& page, double decode_milliseconds, ocr::PageRecogniser& recogniser,
                                const std::string& folder, const std::string& prefix);

}  // namespace sohoa::inspect
