#include "ocr/text/layout/table_rows.h"

#include <algorithm>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr std::ptrdiff_t rules_between_rows = 3;  ///< fewer part only some
constexpr double wide_white = 1.18;               ///< by the least distance of lines: between rows
constexpr double least_distance = 0.6;            ///< of lines, in heights of letters
constexpr double most_numbers = 0.6;              ///< of the first column's entries: they number the rows
constexpr std::size_t longest_number = 4;

std::size_t length_of(const std::string& text) {
    return to_utf32(text).size();
}

/// "1", "2.", "a)", "IV", "01": what numbers a row.
bool is_ordinal(const std::string& text) {
    std::u32string signs = to_utf32(text);
    while (!signs.empty() && (signs.back() == U'.' || signs.back() == U')' || signs.back() == U'/')) signs.pop_back();
    if (signs.empty() || signs.size() > longest_number) return false;
    if (std::all_of(signs.begin(), signs.end(), is_digit)) return true;
    const auto is_roman = [](char32_t c) { return c == U'I' || c == U'V' || c == U'X'; };
    return signs.size() == 1 || std::all_of(signs.begin(), signs.end(), is_roman);
}

/// Begins rows where the white above a line is wider than within rows. A number in the middle of its row's height
/// stands between two lines of the row and counts to the nearer. False where no two lines are near.
bool part_by_white(const std::vector<TableLine>& lines, double height, std::vector<bool>& starts) {
    std::vector<std::size_t> whole;  // the lines that are more than a number
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const bool number =
            lines[k].count == 1 && !lines[k].first.empty() && length_of(lines[k].first) <= longest_number;
        if (!number) whole.push_back(k);
    }
    const auto distance = [&](std::size_t upper, std::size_t lower) {
        return lines[lower].baseline - lines[upper].baseline;
    };
    double least = 0;
    for (std::size_t w = 1; w < whole.size(); ++w) {
        const double between = distance(whole[w - 1], whole[w]);
        if (!starts[whole[w]] && between > least_distance * height && (least == 0 || between < least)) least = between;
    }
    bool has_near = false;
    for (std::size_t w = 1; w < whole.size(); ++w) {
        const std::size_t upper = whole[w - 1];
        const std::size_t lower = whole[w];
        const bool parted = starts[lower] || distance(upper, lower) > wide_white * least;
        has_near = has_near || !parted;
        if (!parted) continue;
        std::size_t first = lower;
        while (first > upper + 1 && distance(upper, first - 1) > distance(first - 1, lower)) --first;
        starts[lower] = first == lower;
        starts[first] = true;
    }
    return has_near;
}

/// Rows begin with lines that fill nearly as many columns as any of theirs.
bool begin_well(const std::vector<TableLine>& lines, const std::vector<bool>& starts) {
    std::size_t rows = 0;
    std::size_t well = 0;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        if (!starts[k] || lines[k].spanning) continue;
        std::size_t most = 0;
        for (std::size_t j = k; j < lines.size() && (j == k || !starts[j]); ++j) most = std::max(most, lines[j].count);
        ++rows;
        well += 4 * lines[k].count >= 3 * most ? 1 : 0;
    }
    return rows >= 2 && 4 * well >= 3 * rows;
}

/// Where rules leave most rows one line high, a stretch of lines that all fill the same columns lacks a rule.
void part_where_rules_lack(const std::vector<TableLine>& lines, std::vector<bool>& starts) {
    std::size_t rows = 0;
    std::size_t single = 0;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        if (!starts[k]) continue;
        ++rows;
        single += k + 1 == lines.size() || starts[k + 1] ? 1 : 0;
    }
    if (2 * single <= rows) return;
    for (std::size_t k = 1; k < lines.size(); ++k) {
        if (lines[k].count >= 2 && lines[k].columns == lines[k - 1].columns) starts[k] = true;
    }
}

void part_by_first_column(const std::vector<TableLine>& lines, std::vector<bool>& starts) {
    std::size_t entries = 0;
    std::size_t numbers = 0;
    for (std::size_t k = 1; k < lines.size(); ++k) {
        if (lines[k].spanning || lines[k].first.empty()) continue;
        ++entries;
        numbers += is_ordinal(lines[k].first) ? 1 : 0;
    }
    const bool numbered = entries >= 2 && static_cast<double>(numbers) >= most_numbers * static_cast<double>(entries);
    for (std::size_t k = 1; k < lines.size(); ++k) {
        const bool goes_on = lines[k].first.empty() && (numbered || lines[k].count + 1 < lines[k].columns.size());
        if (!goes_on) starts[k] = true;
    }
}

}  // namespace

std::vector<bool> row_starts(const std::vector<TableLine>& lines, const std::vector<bool>& below, double height) {
    std::vector<bool> starts(lines.size());
    if (lines.empty()) return starts;
    starts[0] = true;
    for (std::size_t k = 1; k < lines.size(); ++k) {
        starts[k] = below[k - 1] || lines[k].spanning || lines[k - 1].spanning;
    }
    const auto rules = std::count(below.begin(), below.end(), true);
    if (3 * rules >= static_cast<std::ptrdiff_t>(lines.size()) && rules >= rules_between_rows) {
        part_where_rules_lack(lines, starts);
        return starts;
    }
    std::vector<bool> by_white = starts;
    if (part_by_white(lines, height, by_white) && begin_well(lines, by_white)) return by_white;
    part_by_first_column(lines, starts);
    return starts;
}

}  // namespace sohoa::ocr
