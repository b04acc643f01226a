#include "pipeline/evaluate/edit_distance.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>

namespace sohoa::evaluate {

namespace {

constexpr std::size_t word_bits = 64;
constexpr std::size_t no_band = std::numeric_limits<std::size_t>::max() / 4;

/// Vertical differences of 64 rows of a column: where the score rises and where it falls by one.
struct Rows {
    std::uint64_t rises = ~std::uint64_t{0};
    std::uint64_t falls = 0;
};

/// Moves 64 rows one column on. `matches` marks the rows whose pattern symbol equals the column's; `above` is the
/// horizontal difference in the row over the first. Answers the horizontal difference in the row of `bottom`.
int advance(Rows& rows, std::uint64_t matches, int above, std::uint64_t bottom) {
    const std::uint64_t from_above_falls = above < 0 ? 1 : 0;
    const std::uint64_t from_above_rises = above > 0 ? 1 : 0;
    const std::uint64_t vertical = matches | rows.falls;
    matches |= from_above_falls;
    const std::uint64_t diagonal = (((matches & rows.rises) + rows.rises) ^ rows.rises) | matches;
    std::uint64_t right_rises = rows.falls | ~(diagonal | rows.rises);
    std::uint64_t right_falls = rows.rises & diagonal;
    const int below = (right_rises & bottom) != 0 ? 1 : (right_falls & bottom) != 0 ? -1 : 0;
    right_rises = (right_rises << 1U) | from_above_rises;
    right_falls = (right_falls << 1U) | from_above_falls;
    rows.rises = right_falls | ~(vertical | right_rises);
    rows.falls = right_rises & vertical;
    return below;
}

/// A pattern made ready for comparing. For each symbol the blocks of 64 rows that hold it, so that a large alphabet
/// (the words of a long document) costs memory by the pattern's length only.
class Pattern {
public:
    explicit Pattern(std::u32string_view symbols) : length_(symbols.size()) {
        for (std::size_t row = 0; row < symbols.size(); ++row) {
            auto& places = places_[symbols[row]];
            const std::size_t block = row / word_bits;
            if (places.empty() || places.back().block != block) places.push_back({block, 0});
            places.back().rows |= std::uint64_t{1} << (row % word_bits);
        }
    }

    /// Calls on_column(j, score of the whole pattern after j symbols of text) for every column in which the band
    /// reaches the pattern's last row. Scores within the band are exact, others are upper bounds. `first_row` is the
    /// price of a text symbol before the pattern: 1 compares with a whole text, 0 lets the pattern start anywhere.
    template <class OnColumn>
    void run(std::u32string_view text, int first_row, std::size_t band, OnColumn on_column) const {
        const std::size_t blocks = (length_ + word_bits - 1) / word_bits;
        const std::uint64_t last_row = std::uint64_t{1} << ((length_ - 1) % word_bits);
        const auto last_in_band = [&](std::size_t column) { return std::min(blocks - 1, (column + band) / word_bits); };
        std::vector<Rows> rows(blocks);
        std::size_t last = last_in_band(0);
        std::size_t score = std::min(length_, (last + 1) * word_bits);
        for (std::size_t column = 0; column < text.size(); ++column) {
            const std::size_t first = column > band ? std::min(blocks - 1, (column - band) / word_bits) : 0;
            if (const std::size_t next = last_in_band(column); next > last) {
                score += std::min(length_, (next + 1) * word_bits) - (last + 1) * word_bits;
                last = next;
            }
            int difference = first == 0 ? first_row : 1;
            auto place = first_place(text[column], first);
            for (std::size_t block = first; block <= last; ++block) {
                std::uint64_t matches = 0;
                if (place.at != place.end && place.at->block == block) matches = (place.at++)->rows;
                const bool bottom = block == blocks - 1;
                difference =
                    advance(rows[block], matches, difference, bottom ? last_row : std::uint64_t{1} << (word_bits - 1));
            }
            score = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(score) + difference);
            if (last == blocks - 1) on_column(column + 1, score);
        }
    }

private:
    struct Place {
        std::size_t block;
        std::uint64_t rows;
    };
    struct Places {
        const Place* at;
        const Place* end;
    };

    Places first_place(char32_t symbol, std::size_t block) const {
        const auto found = places_.find(symbol);
        if (found == places_.end()) return {nullptr, nullptr};
        const Place* begin = found->second.data();
        const Place* end = begin + found->second.size();
        return {std::lower_bound(begin, end, block, [](const Place& p, std::size_t b) { return p.block < b; }), end};
    }

    std::size_t length_;
    std::unordered_map<char32_t, std::vector<Place>> places_;
};

void drop_common_ends(std::u32string_view& a, std::u32string_view& b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

/// One pass of edit_distance_with_free within `band` diagonals to either side; an upper bound, exact up to the band.
std::size_t banded_with_free(std::u32string_view truth, const std::vector<bool>& free, std::u32string_view output,
                             std::size_t band) {
    constexpr std::size_t far = std::numeric_limits<std::size_t>::max() / 2;
    std::vector<std::size_t> above(output.size() + 1, far);
    std::vector<std::size_t> row(output.size() + 1, far);
    for (std::size_t column = 0; column <= std::min(band, output.size()); ++column) above[column] = column;
    for (std::size_t line = 1; line <= truth.size(); ++line) {
        const std::size_t price = free[line - 1] ? 0 : 1;
        const std::size_t first = line > band ? line - band : 0;
        const std::size_t last = std::min(output.size(), line + band);
        if (first > 0) row[first - 1] = far;
        for (std::size_t column = first; column <= last; ++column) {
            std::size_t best = above[column] + price;
            if (column > 0) {
                const bool same = truth[line - 1] == output[column - 1];
                best = std::min({best, above[column - 1] + (same ? 0 : price), row[column - 1] + 1});
            }
            row[column] = best;
        }
        if (last < output.size()) row[last + 1] = far;
        std::swap(above, row);
    }
    return above[output.size()];
}

/// A truth, or a part of one that begins at `first`, with what it costs to lose or change each of its symbols.
struct Priced {
    std::u32string_view symbols;
    const std::vector<bool>& free;
    std::size_t first;

    std::uint32_t price(std::size_t k) const { return !free.empty() && free[first + k] ? 0 : 1; }
    Priced part(std::size_t begin, std::size_t count) const {
        return {symbols.substr(begin, count), free, first + begin};
    }
};

/// For each length the price of the whole truth against that many symbols from the output's begin, or from its end.
std::vector<std::uint32_t> prices(const Priced& truth, std::u32string_view output, bool from_end) {
    const auto at = [&](std::size_t k, std::size_t size) { return from_end ? size - 1 - k : k; };
    std::vector<std::uint32_t> row(output.size() + 1);
    for (std::size_t column = 0; column < row.size(); ++column) row[column] = static_cast<std::uint32_t>(column);
    for (std::size_t line = 0; line < truth.symbols.size(); ++line) {
        const std::size_t place = at(line, truth.symbols.size());
        const std::uint32_t price = truth.price(place);
        std::uint32_t diagonal = row[0];
        row[0] += price;
        for (std::size_t column = 1; column < row.size(); ++column) {
            const bool same = truth.symbols[place] == output[at(column - 1, output.size())];
            const std::uint32_t best =
                std::min({diagonal + (same ? 0 : price), row[column] + price, row[column - 1] + 1});
            diagonal = row[column];
            row[column] = best;
        }
    }
    return row;
}

/// Appends a cheapest way, found in the table of all prices.
void align_at_once(const Priced& truth, std::u32string_view output, std::vector<Step>& steps) {
    const std::size_t width = output.size() + 1;
    std::vector<std::uint32_t> cost((truth.symbols.size() + 1) * width);
    const auto at = [&](std::size_t line, std::size_t column) -> std::uint32_t& { return cost[line * width + column]; };
    const auto change = [&](std::size_t line, std::size_t column) {
        return truth.symbols[line - 1] == output[column - 1] ? 0 : truth.price(line - 1);
    };
    for (std::size_t column = 0; column < width; ++column) at(0, column) = static_cast<std::uint32_t>(column);
    for (std::size_t line = 1; line <= truth.symbols.size(); ++line) {
        const std::uint32_t price = truth.price(line - 1);
        at(line, 0) = at(line - 1, 0) + price;
        for (std::size_t column = 1; column < width; ++column) {
            at(line, column) = std::min({at(line - 1, column - 1) + change(line, column), at(line - 1, column) + price,
                                         at(line, column - 1) + 1});
        }
    }
    const auto begin = static_cast<std::ptrdiff_t>(steps.size());
    std::size_t line = truth.symbols.size();
    std::size_t column = output.size();
    while (line > 0 || column > 0) {
        if (line > 0 && column > 0 && at(line, column) == at(line - 1, column - 1) + change(line, column)) {
            steps.push_back(truth.symbols[line - 1] == output[column - 1] ? Step::same : Step::changed);
            --line;
            --column;
        } else if (line > 0 && at(line, column) == at(line - 1, column) + truth.price(line - 1)) {
            steps.push_back(Step::lost);
            --line;
        } else {
            steps.push_back(Step::added);
            --column;
        }
    }
    std::reverse(steps.begin() + begin, steps.end());
}

void align(const Priced& truth, std::u32string_view output, std::vector<Step>& steps) {
    constexpr std::size_t cells_at_once = std::size_t{1} << 22;
    const std::size_t half = truth.symbols.size() / 2;
    if (half == 0 || truth.symbols.size() <= cells_at_once / (output.size() + 1)) {
        align_at_once(truth, output, steps);
        return;
    }
    const Priced before = truth.part(0, half);
    const Priced behind = truth.part(half, truth.symbols.size() - half);
    const std::vector<std::uint32_t> to_middle = prices(before, output, false);
    const std::vector<std::uint32_t> from_middle = prices(behind, output, true);
    std::size_t middle = 0;
    for (std::size_t k = 0; k <= output.size(); ++k) {
        const auto through = [&](std::size_t column) {
            return to_middle[column] + from_middle[output.size() - column];
        };
        if (through(k) < through(middle)) middle = k;
    }
    align(before, output.substr(0, middle), steps);
    align(behind, output.substr(middle), steps);
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    drop_common_ends(a, b);
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty()) return b.size();
    const Pattern pattern(a);
    std::size_t band = std::max(word_bits, b.size() - a.size());
    while (true) {
        std::size_t distance = 0;
        pattern.run(b, 1, band, [&](std::size_t column, std::size_t score) {
            if (column == b.size()) distance = score;
        });
        if (distance <= band || band >= b.size()) return distance;
        band *= 2;
    }
}

std::size_t edit_distance_with_free(std::u32string_view truth, const std::vector<bool>& free,
                                    std::u32string_view output) {
    const auto free_symbols = static_cast<std::size_t>(std::count(free.begin(), free.end(), true));
    if (free_symbols == 0) return edit_distance(truth, output);
    const std::size_t longer = std::max(truth.size(), output.size());
    // A path that costs d strays from the diagonal by at most d priced steps and one step for each free symbol.
    std::size_t allowed = std::max(word_bits, longer - std::min(truth.size(), output.size()));
    while (true) {
        const std::size_t distance = banded_with_free(truth, free, output, allowed + free_symbols);
        if (distance <= allowed || allowed >= longer) return distance;
        allowed *= 2;
    }
}

Nearest nearest_part(std::u32string_view pattern, std::u32string_view text) {
    if (pattern.empty() || text.empty()) return {pattern.size(), 0, 0};
    Nearest nearest{pattern.size(), 0, 0};
    Pattern(pattern).run(text, 0, no_band, [&](std::size_t column, std::size_t score) {
        if (score < nearest.distance) nearest = {score, 0, column};
    });
    // Where the part begins: from its end backwards, the first place that costs no more.
    const std::size_t reach = std::min(nearest.end, pattern.size() + nearest.distance);
    const std::u32string backward(pattern.rbegin(), pattern.rend());
    std::u32string before(text.substr(nearest.end - reach, reach));
    std::reverse(before.begin(), before.end());
    nearest.begin = nearest.end;
    bool found = false;
    Pattern(backward).run(before, 1, no_band, [&](std::size_t column, std::size_t score) {
        if (found || score != nearest.distance) return;
        nearest.begin = nearest.end - column;
        found = true;
    });
    return nearest;
}

std::vector<Step> alignment(std::u32string_view truth, std::u32string_view output, const std::vector<bool>& free) {
    std::vector<Step> steps;
    align({truth, free, 0}, output, steps);
    return steps;
}

}  // namespace sohoa::evaluate
