#pragma once
#include <string>
#include <vector>

namespace sohoa::scanners {

/// File names that are the pages of one document.
struct PageSequence {
    std::vector<std::string> names;  ///< in page order
    std::string stem;                ///< what the names have in common before the number; may be empty
};

/// Groups names (in natural order) by what stands before the number at their end: "a_001.tif", "a_002.tif" are the
/// pages of "a". A name without a number, or the only one of its kind, is a sequence of its own with its own stem.
std::vector<PageSequence> group_numbered(const std::vector<std::string>& names);

}  // namespace sohoa::scanners
