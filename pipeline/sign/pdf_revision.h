#pragma once
#include <string>

#include "base/result.h"
#include "pipeline/sign/incremental_update.h"

class QPDF;

namespace sohoa::sign {

/// Opens `path` into `pdf` for reading: objects are loaded as they are asked for. A file whose cross-references are
/// damaged is refused, because nothing can be appended to it that every reader finds. Throws what qpdf throws.
void open_unrepaired(QPDF& pdf, const std::string& path);

/// Fails with file_damaged where the file is no place to append to. Throws what qpdf throws.
Result<LastRevision> last_revision(QPDF& pdf, const std::string& path);

}  // namespace sohoa::sign
