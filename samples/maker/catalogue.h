#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "samples/maker/paper.h"

namespace sohoa::maker {

/// Kind ids of every paper that can be made.
const std::vector<std::string>& kinds();

/// Makes one paper of a kind. The same kind, seed, pages and dpi give the same paper.
/// Throws std::invalid_argument for a kind that is not in kinds().
Paper make_paper(std::string_view kind, std::uint64_t seed, int most_pages, int dpi);

}  // namespace sohoa::maker
