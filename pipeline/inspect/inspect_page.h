#pragma once
#include <string>

#include "base/result.h"
#include "ocr/text/recogniser.h"
#include "pipeline/inspect/inspection.h"
#include "scanners/page.h"

namespace sohoa::inspect {

/// Reads a page as `digitize` does and leaves what every step made of it: pictures `<prefix>-<step>.png` and
/// `<prefix>-found.png` in `folder` (which is there). Nothing is written before the page is read; then the folder is
/// marked unfinished. Texts of words stay out of what is returned: it is made to be shown to others. So unless
/// `show_personal`, no picture is left of a page that shows a card or a personal number, those of an earlier inspection
/// are removed, and codes are masked. Fails with disk_full, output_unwritable, ocr_failed.
Result<Inspection> inspect_page(const scanners::Page& page, double decode_milliseconds, ocr::PageRecogniser& recogniser,
                                const std::string& folder, const std::string& prefix, bool show_personal);

}  // namespace sohoa::inspect
