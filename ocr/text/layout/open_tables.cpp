#include "ocr/text/layout/open_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/table_rows.h"

namespace sohoa::ocr {

namespace {

// In heights of the page's letters.
constexpr double narrowest_strip = 0.8;
constexpr double farthest_line = 2.2;        ///< white between lines of one table
constexpr double farthest_ruled_line = 5.0;  ///< where a level rule lies between them
constexpr std::size_t fewest_bands = 3;
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t fewest_rules = 3;  ///< between the rows of a table of two columns
constexpr double long_rule = 0.6;        ///< of the table's width
constexpr double covered_strip = 0.2;    ///< of its width: a word lies over it
constexpr double most_labels = 0.4;      ///< of the cells: more are a form

/// Columns of pixels [left, right) without words.
struct Strip {
    double left;
    double right;
    double width() const { return right - left; }
    double centre() const { return (left + right) / 2; }
};

using Strips = std::vector<Strip>;

class Finder {
public:
    Finder(std::vector<TextPiece>& pieces, const std::vector<Band>& bands, const std::vector<Rule>& rules,
           double height)
        : pieces_(pieces), bands_(bands), rules_(rules), height_(height) {}

    std::vector<OpenTable> all() {
        // Each is looked at from all bands above it: what begins at a band is worked out once.
        std::vector<std::optional<Stretch>> stretches;
        for (std::size_t begin = 0; begin < bands_.size(); ++begin) stretches.push_back(stretch_from(begin));
        std::vector<OpenTable> tables;
        for (std::size_t begin = 0; begin < bands_.size();) {
            const Stretch* stretch = stretches[begin] ? &*stretches[begin] : nullptr;
            // A line above the table may have a gap where the table has one too: its own first line tells more.
            for (std::size_t later = begin + 1; stretch != nullptr && later < stretch->end; ++later) {
                const std::optional<Stretch>& other = stretches[later];
                if (other && other->score() > stretch->score()) stretch = &*other;
            }
            std::optional<OpenTable> table = stretch != nullptr ? made(*stretch) : std::nullopt;
            begin = table ? table->end : begin + 1;
            if (table) tables.push_back(*std::move(table));
        }
        return tables;
    }

private:
    const TextPiece& piece(int k) const { return pieces_[static_cast<std::size_t>(k)]; }

    bool is_text(const Band& band) const {
        return std::none_of(band.pieces.begin(), band.pieces.end(), [&](int k) { return piece(k).table >= 0; });
    }

    Box around(const Band& band) const {
        Box box;
        for (const int k : band.pieces) box = bounding(box, piece(k).box);
        return box;
    }

    /// The strips between the pieces of a band.
    Strips strips_of(const Band& band) const {
        Strips strips;
        double right = -1;
        for (const int k : band.pieces) {
            const Box& box = piece(k).box;
            if (right >= 0 && box.x - right >= narrowest_strip * height_) strips.push_back({right, 1.0 * box.x});
            right = std::max<double>(right, box.right());
        }
        return strips;
    }

    /// What the words of a band leave of strips.
    Strips narrowed(const Strips& strips, const Band& band) const {
        Strips free = strips;
        for (const int k : band.pieces) {
            for (const Word& word : piece(k).words) {
                Strips rest;
                for (const Strip& strip : free) {
                    const Strip before{strip.left, std::min<double>(strip.right, word.box.x)};
                    const Strip behind{std::max<double>(strip.left, word.box.right()), strip.right};
                    for (const Strip& part : {before, behind}) {
                        if (part.width() >= narrowest_strip * height_) rest.push_back(part);
                    }
                }
                free = std::move(rest);
            }
        }
        return free;
    }

    std::vector<const Rule*> rules_between(std::size_t upper, const Box& area) const {
        const Band& above = bands_[upper];
        const Band& below = bands_[upper + 1];
        const double from = (above.top + above.bottom) / 2.0;
        const double to = (below.top + below.bottom) / 2.0;
        std::vector<const Rule*> found;
        for (const Rule& rule : rules_) {
            const double y = rule.box.centre().y;
            const int shared = std::min(rule.box.right(), area.right()) - std::max(rule.box.x, area.x);
            if (!rule.vertical && y > from && y < to && shared >= long_rule * area.width) found.push_back(&rule);
        }
        return found;
    }

    bool goes_on(std::size_t upper) const {
        const double white = bands_[upper + 1].top - bands_[upper].bottom;
        if (white < farthest_line * height_) return true;
        Box area = bounding(around(bands_[upper]), around(bands_[upper + 1]));
        return white < farthest_ruled_line * height_ && !rules_between(upper, area).empty();
    }

    /// Bands [begin, end) that leave strips free.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
        Strips strips;
        std::size_t score() const { return strips.size() * (end - begin); }
    };

    /// The one that leaves most strips free over most bands.
    std::optional<Stretch> stretch_from(std::size_t begin) const {
        if (!is_text(bands_[begin])) return std::nullopt;
        Strips strips = strips_of(bands_[begin]);
        Stretch best{begin, begin, {}};
        bool tolerated = false;
        for (std::size_t end = begin + 1; end < bands_.size() && !strips.empty(); ++end) {
            if (!is_text(bands_[end]) || !goes_on(end - 1)) break;
            Strips next = narrowed(strips, bands_[end]);
            // A heading over several columns parts groups of rows.
            const bool heading = bands_[end].pieces.size() <= 2 && next.size() < strips.size() && !tolerated &&
                                 end + 1 < bands_.size() && is_text(bands_[end + 1]) &&
                                 narrowed(strips, bands_[end + 1]).size() >= strips.size();
            tolerated = heading;
            if (heading) continue;
            strips = std::move(next);
            const Stretch stretch{begin, end + 1, dividing(strips, begin, end + 1)};
            if (stretch.score() > best.score()) best = stretch;
        }
        if (best.end < begin + fewest_bands) return std::nullopt;
        return best;
    }

    /// Of strips those that have words of two bands at least on both sides, up to the next strip.
    Strips dividing(const Strips& strips, std::size_t begin, std::size_t end) const {
        std::vector<std::size_t> filled(strips.size() + 1);
        for (std::size_t b = begin; b < end; ++b) {
            std::vector<bool> has(strips.size() + 1);
            for (const int k : bands_[b].pieces) {
                for (const Word& word : piece(k).words) has[column_of(strips, word.box.centre().x)] = true;
            }
            for (std::size_t c = 0; c < has.size(); ++c) filled[c] += has[c] ? 1 : 0;
        }
        Strips result;
        for (std::size_t c = 0; c < strips.size(); ++c) {
            if (filled[c] >= 2 && filled[c + 1] >= 2) {
                result.push_back(strips[c]);
            } else if (filled[c] < 2 && !result.empty() && filled[c + 1] >= 2) {
                result.back() = strips[c];
            }
        }
        return result;
    }

    static std::size_t column_of(const Strips& strips, double x) {
        const auto behind =
            std::find_if(strips.begin(), strips.end(), [&](const Strip& strip) { return x < strip.centre(); });
        return static_cast<std::size_t>(behind - strips.begin());
    }

    std::optional<OpenTable> made(const Stretch& stretch) {
        const auto& [begin, end, strips] = stretch;
        OpenTable table{begin, end, {}, {}};
        for (std::size_t b = begin; b < end; ++b) table.box = bounding(table.box, around(bands_[b]));
        std::vector<bool> ruled(end - begin);  // below the band
        for (std::size_t b = begin; b + 1 < end; ++b) ruled[b - begin] = !rules_between(b, table.box).empty();
        const auto rule_count = static_cast<std::size_t>(std::count(ruled.begin(), ruled.end(), true));
        if (strips.empty()) return std::nullopt;
        std::vector<TableLine> lines;
        for (std::size_t b = begin; b < end; ++b) lines.push_back(line_of(bands_[b], strips));
        if (!is_believable(lines, strips.size() + 1)) return std::nullopt;
        const std::vector<bool> starts = row_starts(lines, ruled, height_);
        const bool few_columns = strips.size() + 1 < fewest_columns && rule_count < fewest_rules;
        if (few_columns && !is_parallel_text(lines, starts)) return std::nullopt;
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (starts[k]) table.rows.emplace_back();
            add_line(begin + k, strips, table);
        }
        place_cells(table, strips, starts, begin);
        return table;
    }

    TableLine line_of(const Band& band, const Strips& strips) const {
        TableLine filled;
        filled.columns.resize(strips.size() + 1);
        filled.baseline = baseline_of(band);
        for (const int k : band.pieces) {
            const std::string text = text_of(piece(k));
            filled.labels += text.find(':') != std::string::npos ? 1 : 0;
            filled.signs = filled.signs || says_signer(text);
            for (const Word& word : piece(k).words) {
                const std::size_t column = column_of(strips, word.box.centre().x);
                filled.columns[column] = true;
                if (column == 0) filled.first += (filled.first.empty() ? "" : " ") + word.text;
                filled.spanning = filled.spanning || std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
                                      const int from = std::max(static_cast<int>(strip.left), word.box.x);
                                      const int to = std::min(static_cast<int>(strip.right), word.box.right());
                                      return to - from > covered_strip * strip.width();
                                  });
            }
        }
        filled.count = static_cast<std::size_t>(std::count(filled.columns.begin(), filled.columns.end(), true));
        return filled;
    }

    static bool is_believable(const std::vector<TableLine>& lines, std::size_t columns) {
        std::size_t full = 0;
        std::size_t cells = 0;
        std::size_t labels = 0;
        for (const TableLine& line : lines) {
            if (line.signs) return false;
            if (line.spanning) continue;
            full += line.count >= std::min(columns, fewest_columns) ? 1 : 0;
            cells += line.count;
            labels += line.labels;
        }
        return full >= fewest_bands && static_cast<double>(labels) <= most_labels * static_cast<double>(cells);
    }

    /// Two columns of text in paragraphs that begin at the same heights, as in contracts in two languages.
    static bool is_parallel_text(const std::vector<TableLine>& lines, const std::vector<bool>& starts) {
        constexpr std::size_t fewest_rows = 3;
        constexpr std::size_t longest_number = 4;
        std::size_t rows = 0;
        std::size_t both = 0;
        std::size_t numbered = 0;
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (!starts[k]) continue;
            ++rows;
            both += lines[k].count == 2 ? 1 : 0;
            numbered += to_utf32(lines[k].first).size() <= longest_number ? 1 : 0;
        }
        const auto level =
            std::count_if(lines.begin(), lines.end(), [](const TableLine& line) { return line.count == 2; });
        return rows >= fewest_rows && lines.size() >= 2 * rows && 4 * both >= 3 * rows && 2 * numbered < rows &&
               5 * static_cast<std::size_t>(level) >= 3 * lines.size();
    }

    double baseline_of(const Band& band) const {
        std::vector<double> values;
        for (const int k : band.pieces) values.push_back(piece(k).baseline);
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
        return values[values.size() / 2];
    }

    /// Deals what a band holds to the cells of the last row.
    void add_line(std::size_t band, const Strips& strips, OpenTable& table) {
        std::vector<OpenCell>& row = table.rows.back();
        for (const int k : bands_[band].pieces) {
            for (const auto& [part, first, last] : parted(k, strips)) {
                auto cell = std::find_if(row.begin(), row.end(), [&, at = static_cast<int>(first)](const OpenCell& c) {
                    return at >= c.column && at < c.column + c.column_span;
                });
                if (cell == row.end()) {
                    const auto behind =
                        std::find_if(row.begin(), row.end(),
                                     [&, at = static_cast<int>(first)](const OpenCell& c) { return c.column > at; });
                    cell = row.insert(behind, {{}, {}, static_cast<int>(first), static_cast<int>(last - first) + 1});
                }
                cell->pieces.push_back(part);
            }
        }
    }

    struct Part {
        int piece;
        std::size_t first;  ///< column
        std::size_t last;
    };

    /// A piece cut where a strip lies between two of its words; whole where it is a line over several columns.
    std::vector<Part> parted(int k, const Strips& strips) {
        const auto column = [&](const Word& word) { return column_of(strips, word.box.centre().x); };
        const std::vector<Word> words = piece(k).words;
        const std::size_t first = column(words.front());
        const std::size_t last = column(words.back());
        if (first == last) return {{k, first, last}};
        for (std::size_t w = 1; w < words.size(); ++w) {
            if (column(words[w]) == column(words[w - 1])) continue;
            const double blank = words[w].box.x - words[w - 1].box.right();
            if (blank < 0.9 * narrowest_strip * height_) return {{k, first, last}};
        }
        std::vector<Part> parts;
        for (std::size_t from = 0; from < words.size();) {
            std::size_t to = from;
            TextPiece part = piece(k);
            part.words.clear();
            part.box = {};
            for (; to < words.size() && column(words[to]) == column(words[from]); ++to) {
                part.words.push_back(words[to]);
                part.box = bounding(part.box, words[to].box);
            }
            part.baseline = piece(k).baseline_at(part.box.centre().x);
            pieces_.push_back(std::move(part));
            parts.push_back({static_cast<int>(pieces_.size()) - 1, column(words[from]), column(words[from])});
            from = to;
        }
        return parts;
    }

    /// Gives the cells their places: from the middle of one strip to that of the next, half way to the rows around.
    void place_cells(OpenTable& table, const Strips& strips, const std::vector<bool>& starts, std::size_t begin) const {
        std::vector<int> edges{table.box.x};
        for (const Strip& strip : strips) edges.push_back(static_cast<int>(std::lround(strip.centre())));
        edges.push_back(table.box.right());
        std::size_t row = 0;
        int top = table.box.y;
        for (std::size_t k = 0; k < starts.size();) {
            std::size_t next = k + 1;
            while (next < starts.size() && !starts[next]) ++next;
            const int bottom = next < starts.size() ? (bands_[begin + next - 1].bottom + bands_[begin + next].top) / 2
                                                    : table.box.bottom();
            for (OpenCell& cell : table.rows[row]) {
                const int left = edges[static_cast<std::size_t>(cell.column)];
                const int right =
                    edges[static_cast<std::size_t>(cell.column) + static_cast<std::size_t>(cell.column_span)];
                cell.area = {left, top, right - left, bottom - top};
            }
            top = bottom;
            k = next;
            ++row;
        }
    }

    std::vector<TextPiece>& pieces_;
    const std::vector<Band>& bands_;
    const std::vector<Rule>& rules_;
    double height_;
};

}  // namespace

std::vector<OpenTable> open_tables(std::vector<TextPiece>& pieces, const std::vector<Band>& bands,
                                   const std::vector<Rule>& rules, double height) {
    return Finder(pieces, bands, rules, height).all();
}

}  // namespace sohoa::ocr
