#pragma once
#include <cstdint>
#include <string_view>

#include "samples/maker/scan_levels.h"
#include "tests/turns/turned_page.h"

namespace sohoa::turns {

/// The first page of a paper of the maker, scanned upright at `level`; `face` is "front" or "back" of a card.
LevelPage made_page(std::string_view kind, maker::Level level, std::uint64_t seed, int dpi, std::string_view face = {});

}  // namespace sohoa::turns
