#pragma once
#include <string>

#include "base/result.h"
#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

/// Looks whether a folder may take the pictures of an inspection of `file`: only a new or empty one, or one that an
/// inspection made, whether or not it came to its end. Pictures have fixed names and must never go over anybody's
/// files. Temporary files of a killed inspection are removed; the folder must be locked by the caller. Fails with
/// output_is_input, output_exists.
Result<void> take_inspection_folder(const std::string& folder, const std::string& file);

/// Puts an index page into the folder that says that it is not finished: to be called before the first picture goes
/// over one of an earlier inspection. Fails with output_unwritable, disk_full.
Result<void> mark_unfinished(const std::string& folder);

/// Nothing could be inspected: the index page says why, unless one of an earlier inspection stands there whole.
Result<void> leave_failure(const std::string& folder, const InspectedFile& file);

}  // namespace sohoa::inspect
