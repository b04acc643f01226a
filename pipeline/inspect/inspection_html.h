#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

/// One HTML page, Vietnamese with English beside it, for the pages of a file: the scan with what was found beside the
/// reading plane, then every step with its plane and time. Pictures are named relative to the page's folder. Nothing is
/// loaded from elsewhere.
std::string inspection_html(const std::vector<Inspection>& pages);

/// What stands there until the inspection is done.
std::string unfinished_inspection_html();

/// Whether the bytes are a page of one of these two functions.
bool is_inspection(std::string_view html);

}  // namespace sohoa::inspect
