#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "samples/maker/household.h"
#include "samples/maker/paper.h"

namespace sohoa::maker {

/// Kind ids of every paper that can be made. "chung_thuc_ban_sao" gives certified copies, whose truth keeps the kind of
/// what was copied.
const std::vector<std::string>& kinds();

struct PaperOrder {
    std::string_view kind;
    int most_pages = 1;
    int dpi = 300;
    std::string_view face = {};      ///< of a card: "front", "back", "both"; empty: by lot
    std::string_view original = {};  ///< of a certified copy: kind of what is copied; empty: by lot
    std::string_view lay = {};       ///< of a card: one of card_lays(), "any"; empty: one face, or both level on A4
};

/// Makes one paper that speaks of `house` (papers under NĐ 30/2020 speak of nobody). The same order, household and
/// random stream give the same paper. Throws std::invalid_argument for a kind that is not in kinds().
Paper make_paper(const PaperOrder& order, const Household& house, const Random& random);

/// The same for a household by lot.
Paper make_paper(const PaperOrder& order, std::uint64_t seed);
Paper make_paper(std::string_view kind, std::uint64_t seed, int most_pages, int dpi);

}  // namespace sohoa::maker
