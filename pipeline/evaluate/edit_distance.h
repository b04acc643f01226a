#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

/// Distances between sequences of symbols: code points of a text, or numbers given to its words.
namespace sohoa::evaluate {

/// Smallest number of insertions, deletions and substitutions that turn one sequence into the other.
///
/// Bit vectors of Myers 1999 in the block form of Hyyrö 2003, within Ukkonen's band, which is doubled until the
/// distance fits. Cost O(d·n/64) for a distance d: two pages of 10 000 characters take under 10 ms
/// with a tenth of them wrong, and about 50 ms where nothing agrees.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

/// The same, where the symbols of `truth` marked in `free` may be lost or read as anything at no cost; what stands
/// in the output beyond one symbol for each of them costs as usual. `free` has one entry for each symbol of `truth`.
/// Cost O((d + number of free symbols)·n).
std::size_t edit_distance_with_free(std::u32string_view truth, const std::vector<bool>& free,
                                    std::u32string_view output);

struct Nearest {
    std::size_t distance = 0;
    std::size_t begin = 0;  ///< the part is text[begin, end)
    std::size_t end = 0;
};

/// The part of `text` with the smallest edit distance to `pattern`; the first of equals. An empty text gives the
/// pattern's length. Cost O(pattern·text/64).
Nearest nearest_part(std::u32string_view pattern, std::u32string_view text);

/// One step of an alignment: symbols of both sides (same, changed), of the truth only (lost) or of the output (added).
enum class Step { same, changed, lost, added };

/// A cheapest way from `truth` to `output`, where the symbols of `truth` marked in `free` (none, or one entry for each)
/// may be lost or changed at no cost. Cost O(truth·output); long sequences are halved where the way crosses the middle
/// (Hirschberg 1975), which keeps memory linear: under 20 MB for 20 000 symbols of each, which take seconds.
std::vector<Step> alignment(std::u32string_view truth, std::u32string_view output, const std::vector<bool>& free = {});

}  // namespace sohoa::evaluate
