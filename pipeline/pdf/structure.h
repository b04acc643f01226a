#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace sohoa::pdf {

/// What `verify` says about a PDF as a file, without its signatures.
struct Structure {
    int pages = 0;
    int pages_with_text = 0;        ///< pages with a text layer
    std::string claimed_pdfa;       ///< "2u", "3u", …; empty when the file claims nothing
    std::vector<Problem> findings;  ///< what breaks the claim or the file, worst first; empty = nothing found
};

/// Checks what can be checked without a full validator: readable cross references, XMP and its PDF/A claim, output
/// intent, fonts with ToUnicode, no encryption, scripts, outside files or forbidden filters, /ID, metadata that agrees
/// with Info. Never opens anything but the file. Fails with file_missing, file_unreadable, file_damaged,
/// password_needed.
Result<Structure> check_structure(const std::string& path);

}  // namespace sohoa::pdf
