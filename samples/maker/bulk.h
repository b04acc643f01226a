#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "samples/maker/scan_levels.h"

namespace sohoa::maker {

/// Pages for measuring and training: `count` papers, kinds in turn, each at every level asked for.
struct BulkOrder {
    std::string folder;
    int count = 10;
    std::vector<std::string> kinds;
    std::vector<Level> levels;
    std::uint64_t seed = 1;
    int dpi = 300;
    std::vector<std::string> lays = {};  ///< of cards, in turn (card_lays.h); empty: as PaperOrder has it
};

/// Writes `<stem>.<level>.jpg` (`.png` for clean), `<stem>.txt` and `<stem>.truth.json`; the stem is
/// `<kind>-<number>`. Fails when a file cannot be written.
Result<void> make_pages(const BulkOrder& order);

}  // namespace sohoa::maker
