#pragma once
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// Boxes of ink without the dots of leaders: six and more pieces much smaller than letters, about as wide as high,
/// alike, level and near each other. A form has more of them than letters, and they would be taken for its print; where
/// they are less than a tenth of all boxes they stay.
std::vector<Box> without_leader_dots(const std::vector<Box>& boxes);

}  // namespace sohoa::ocr
