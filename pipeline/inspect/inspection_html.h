#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inspect/inspection.h"

namespace sohoa::inspect {

/// One HTML page, Vietnamese with English beside it, for what was inspected of a file: what is wrong and what to do,
/// the scan with what was found beside the reading plane, then, folded away, every figure, step and plane. Pictures are
/// named relative to the page's folder. Nothing is loaded from elsewhere.
std::string inspection_html(const InspectedFile& file);

/// What stands there until the inspection is done.
std::string unfinished_inspection_html();

/// Whether the bytes are a page of one of these two functions.
bool is_inspection(std::string_view html);

/// Whether they are one that shows a page of a file.
bool shows_pages(std::string_view html);

}  // namespace sohoa::inspect
