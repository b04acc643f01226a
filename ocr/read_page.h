#pragma once
#include <optional>
#include <vector>

#include "base/result.h"
#include "ocr/page_reading.h"
#include "ocr/text/recogniser.h"
#include "scanners/page.h"

namespace sohoa::ocr {

/// Everything a page says: planes, codes, text. Fails only when nothing at all could be done; a page that is blank or
/// hard to read is a reading with `blank` or problems; those of the scan itself stand among them, and one that lost
/// content is `doubtful` at best. `record` is told each step.
Result<PageReading> read_page(const scanners::Page& page, PageRecogniser& recogniser,
                              PreparationRecord* record = nullptr);

/// Reads places of a page again, each by its grammar: in the order of `places`, nullopt where nothing that fits can be
/// read. The page is prepared anew and turned as read_page turns it.
Result<std::vector<std::optional<GrammarReading>>> reread_page(const scanners::Page& page, PageRecogniser& recogniser,
                                                               const std::vector<RereadPlace>& places);

}  // namespace sohoa::ocr
