#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/result.h"

namespace sohoa::service {

/// Of a data file (sohoa/1) what somebody needs who shows the pages: `pages` with index, width, height, orientation,
/// skew and quality but without what is written on them, and the names of the `missing` fields that nobody added since.
/// One pass over the file; in memory stands what is given. Fails with file_unreadable, file_damaged.
Result<nlohmann::ordered_json> data_outline(const std::string& path);

}  // namespace sohoa::service
