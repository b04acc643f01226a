#pragma once
#include <string>

#include "base/result.h"

namespace sohoa::inspect {

/// Makes a folder ready for the pictures of an inspection of `file` and puts an index page into it that says it is not
/// finished. Only a new or empty folder is taken, or one that an inspection made, whether or not it came to its end:
/// pictures have fixed names and must never go over anybody's files. Temporary files of a killed inspection are
/// removed; the folder must be locked by the caller. Fails with output_is_input, output_exists, output_unwritable,
/// disk_full.
Result<void> take_inspection_folder(const std::string& folder, const std::string& file);

}  // namespace sohoa::inspect
