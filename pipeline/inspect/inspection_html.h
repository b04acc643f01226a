#pragma once
#include <string>
#include <vector>

#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

/// One HTML page, Vietnamese with English beside it, for the pages of a file: the scan with what was found beside the
/// reading plane, then every step with its plane and time. Pictures are named relative to the page's folder. Nothing is
/// loaded from elsewhere.
std::string inspection_html(const std::vector<Inspection>& pages);

}  // namespace sohoa::inspect
