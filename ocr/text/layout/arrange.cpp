#include "ocr/text/layout/arrange.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/bands.h"
#include "ocr/text/layout/columns.h"
#include "ocr/text/layout/name_lines.h"
#include "ocr/text/layout/named_parts.h"
#include "ocr/text/layout/noise.h"
#include "ocr/text/layout/open_tables.h"
#include "ocr/text/layout/signature_panel.h"
#include "ocr/text/layout/tables.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

constexpr double new_block = 1.0;  ///< white between lines, in heights of letters, that ends a block
constexpr int deepest = 6;         ///< columns within columns, frames within frames

class Arranger {
public:
    Arranger(std::vector<TextPiece> pieces, const std::vector<Rule>& rules)
        : pieces_(std::move(pieces)), rules_(rules) {
        for (const Box& box : tables_of(rules)) tables_.push_back(box);
    }

    std::vector<Block> arranged() {
        std::vector<int> all(pieces_.size());
        for (std::size_t k = 0; k < all.size(); ++k) all[k] = static_cast<int>(k);
        height_ = usual_height(pieces_);
        arrange_area(all, {}, 0);
        for (Block& block : blocks_) gather(block);
        return std::move(blocks_);
    }

    std::vector<Region> take_tables() { return std::move(found_tables_); }

private:
    const TextPiece& piece(int k) const { return pieces_[static_cast<std::size_t>(k)]; }

    /// The pieces in the tables of an area are put behind one piece a table that stands for them.
    std::vector<int> with_tables_folded(const std::vector<int>& chosen, const Box& within) {
        std::vector<int> result = chosen;
        for (std::size_t t = 0; t < tables_.size(); ++t) {
            const Box& table = tables_[t];
            if (folded_.count(t) != 0 || (!within.empty() && intersection(table, within) != table)) continue;
            std::vector<int> inside;
            std::vector<int> outside;
            for (const int k : result) {
                const Point centre = piece(k).box.centre();
                const bool in =
                    centre.x >= table.x && centre.x < table.right() && centre.y >= table.y && centre.y < table.bottom();
                (in ? inside : outside).push_back(k);
            }
            if (inside.empty()) continue;
            folded_[t] = inside;
            TextPiece stand_in;
            stand_in.box = table;
            stand_in.height = height_;
            stand_in.baseline = table.bottom();
            stand_in.table = static_cast<int>(t);
            pieces_.push_back(std::move(stand_in));
            outside.push_back(static_cast<int>(pieces_.size()) - 1);
            result = std::move(outside);
        }
        return result;
    }

    void arrange_area(const std::vector<int>& chosen, const Box& within, int depth, bool in_column = false) {
        const std::vector<int> order = depth < deepest ? with_tables_folded(chosen, within) : chosen;
        const std::vector<Band> bands = bands_of(pieces_, order);
        const std::vector<ColumnZone> zones =
            depth < deepest ? column_zones(pieces_, bands, height_) : std::vector<ColumnZone>{};
        std::size_t band = 0;
        for (const ColumnZone& zone : zones) {
            if (in_column && zone.kind == ColumnPair::letterhead) continue;
            add_bands({bands.begin() + at(band), bands.begin() + at(zone.begin)}, depth);
            add_zone(zone, depth);
            band = zone.end;
        }
        add_bands({bands.begin() + at(band), bands.end()}, depth);
    }

    static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

    /// Bands of one column, and the tables without upright rules among them.
    void add_bands(const std::vector<Band>& bands, int depth) {
        std::size_t band = 0;
        for (const OpenTable& table : open_tables(pieces_, bands, rules_, height_)) {
            for (; band < table.begin; ++band) add_band(bands[band].pieces, depth);
            add_open_table(table);
            band = table.end;
        }
        for (; band < bands.size(); ++band) add_band(bands[band].pieces, depth);
    }

    void add_open_table(const OpenTable& table) {
        constexpr double confidence = 0.7;  // no rule says so
        end_block();
        Region region{"table", table.box, confidence, {}, {}, {}};
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (const OpenCell& cell : table.rows[row]) {
                region.cells.push_back(
                    {cell.area, std::nullopt, static_cast<int>(row), cell.column, 1, cell.column_span});
                for (const auto& line : rows_of(pieces_, cell.pieces)) add_line(line_of(pieces_, line), "table");
            }
        }
        found_tables_.push_back(std::move(region));
        end_block();
    }

    void add_band(const std::vector<int>& chosen, int depth) {
        std::vector<int> text;
        for (const int k : chosen) {
            if (piece(k).table < 0) text.push_back(k);
        }
        for (const auto& row : rows_of(pieces_, text)) add_line(line_of(pieces_, row));
        for (const int k : chosen) {
            if (piece(k).table >= 0) add_table(static_cast<std::size_t>(piece(k).table), depth);
        }
    }

    void add_table(std::size_t table, int depth) {
        const auto cells = cells_of(tables_[table], rules_, pieces_, folded_[table]);
        end_block();
        if (cells.size() < 2) {
            arrange_area(folded_[table], tables_[table], depth + 1);
            end_block();
            return;
        }
        for (const auto& cell : cells) {
            for (const auto& row : rows_of(pieces_, cell)) add_line(line_of(pieces_, row), "table");
        }
        end_block();
    }

    void add_zone(const ColumnZone& zone, int depth) {
        end_block();
        const std::size_t first = blocks_.size();
        arrange_area(zone.left, {}, depth + 1, true);
        end_block();
        const std::size_t middle = blocks_.size();
        arrange_area(zone.right, {}, depth + 1, true);
        end_block();
        if (zone.kind == ColumnPair::letterhead) name_letterhead(first, middle);
        if (zone.kind == ColumnPair::signature) name_signature(first, middle);
    }

    void name_letterhead(std::size_t first, std::size_t middle) {
        name_lines(blocks_, middle, blocks_.size(),
                   [](const Line& line) { return says_place_and_date(line.text) ? "place_date" : "letterhead_motto"; });
        // What follows the number is what the paper is about.
        bool below_number = false;
        name_lines(blocks_, first, middle, [&](const Line& line) {
            if (says_number(line.text)) return below_number = true, "number";
            return below_number ? "" : "letterhead_issuer";
        });
    }

    /// Strokes of the signature between the signer's title and name.
    void drop_scribbles(std::size_t first) {
        for (std::size_t b = first; b < blocks_.size(); ++b) std::erase_if(blocks_[b].lines, is_scribble);
        const auto empty = [](const Block& block) { return block.lines.empty(); };
        blocks_.erase(std::remove_if(blocks_.begin() + static_cast<std::ptrdiff_t>(first), blocks_.end(), empty),
                      blocks_.end());
    }

    void name_signature(std::size_t first, std::size_t middle) {
        drop_scribbles(middle);
        name_lines(blocks_, middle, blocks_.size(), [](const Line&) { return "signature"; });
        // The last line of the text may end above the recipients.
        bool recipients = false;
        name_lines(blocks_, first, middle, [&](const Line& line) {
            recipients = recipients || says_recipients(line.text);
            return recipients ? "recipients" : "";
        });
    }

    void end_block() { open_ = false; }

    void add_line(Line line, const std::string& role = "") {
        const auto goes_on = [&] {
            if (!open_ || blocks_.back().role != role) return false;
            if (!role.empty()) return true;
            const Box& above = blocks_.back().lines.back().box;
            return line.box.y - above.bottom() < new_block * height_ && line.box.bottom() > above.y;
        };
        if (!goes_on()) blocks_.push_back({role, {}, {}});
        blocks_.back().lines.push_back(std::move(line));
        open_ = true;
    }

    std::vector<TextPiece> pieces_;
    const std::vector<Rule>& rules_;
    std::vector<Box> tables_;
    std::map<std::size_t, std::vector<int>> folded_;  ///< what a table holds, by its number
    double height_ = 0;
    std::vector<Block> blocks_;
    std::vector<Region> found_tables_;  ///< without upright rules
    bool open_ = false;
};

}  // namespace

Arrangement arrange(const std::vector<Line>& lines, const std::vector<Rule>& rules, Size plane) {
    std::vector<TextPiece> pieces = without_noise(pieces_of(lines));
    Arrangement arrangement;
    arrangement.regions = take_signature_panels(pieces);
    Arranger arranger(cut_at_rules(std::move(pieces), rules), rules);
    arrangement.blocks = arranger.arranged();
    for (Region& table : arranger.take_tables()) arrangement.regions.push_back(std::move(table));
    name_parts(arrangement.blocks, plane);
    return arrangement;
}

}  // namespace sohoa::ocr
