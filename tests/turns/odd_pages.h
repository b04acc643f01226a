#pragma once
#include <vector>

#include "tests/turns/turned_page.h"

namespace sohoa::turns {

/// Level pages whose way up is hard to tell, or whose lines are: numbers only, English only, capitals only, sheets laid
/// across, empty forms, a line or two on an empty sheet, columns that line up as well as the lines do.
std::vector<LevelPage> odd_pages(int dpi);

}  // namespace sohoa::turns
