#include "ocr/text/layout/columns.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/vietnamese.h"
#include "ocr/text/layout/anchors.h"
#include "ocr/text/layout/row_facts.h"

namespace sohoa::ocr {

namespace {

// All in heights of the page's letters.
constexpr double narrowest_gap = 0.45;
constexpr double list_spacing = 1.7;      ///< between lines of one list, box to box
constexpr double head_spacing = 2.2;      ///< between the first lines of a zone
constexpr double letterhead_spacing = 3;  ///< between lines of a letterhead
constexpr double signature_spacing = 14;  ///< room for seal and signature between title and name
constexpr double torn_line = 2;           ///< a gap within one line
constexpr double aligned_baselines = 0.35;
constexpr double same_centre = 0.8;
constexpr std::size_t enough_centred = 3;  ///< centred lines on each side, where both stand on the same baselines

struct Gap {
    double left;
    double right;
    double width() const { return right - left; }
    double centre() const { return (left + right) / 2; }
};

class ZoneFinder {
public:
    ZoneFinder(const std::vector<TextPiece>& pieces, const std::vector<Band>& bands, double height)
        : pieces_(pieces), bands_(bands), height_(height), row_reader_(pieces) {}

    /// The zone with the most bands that starts at `begin` or reaches up from it, no further than `floor`.
    std::optional<ColumnZone> at(std::size_t begin, std::size_t floor) const {
        std::optional<ColumnZone> best;
        const auto look = [&](const Gap& gap, std::size_t first_pair) {
            auto zone = grown(begin, first_pair, floor, gap, letterhead_spacing);
            if (!zone || zone->kind != ColumnPair::letterhead) {
                zone = grown(begin, first_pair, floor, gap, signature_spacing);
            }
            if (zone && (!best || zone->end - zone->begin > best->end - best->begin)) best = std::move(zone);
        };
        for (const Gap& gap : gaps_in(bands_[begin].pieces)) look(gap, begin + 1);
        // Two sides that never share a height: a signer's head above the recipients, the name below them.
        if (!best && begin + 1 < bands_.size() &&
            bands_[begin + 1].top - bands_[begin].bottom < head_spacing * height_) {
            std::vector<int> both = bands_[begin].pieces;
            both.insert(both.end(), bands_[begin + 1].pieces.begin(), bands_[begin + 1].pieces.end());
            for (const Gap& gap : gaps_in(both)) look(gap, begin + 2);
            // Columns and people stand beside one another: a line alone above them is over both.
            if (best && (best->kind == ColumnPair::columns || best->kind == ColumnPair::people)) best.reset();
        }
        return best;
    }

private:
    const TextPiece& piece(int k) const { return pieces_[static_cast<std::size_t>(k)]; }

    bool has_table(const Band& band) const {
        return std::any_of(band.pieces.begin(), band.pieces.end(), [&](int k) { return piece(k).table >= 0; });
    }

    std::vector<Gap> gaps_in(std::vector<int> chosen) const {
        std::vector<Gap> gaps;
        if (std::any_of(chosen.begin(), chosen.end(), [&](int k) { return piece(k).table >= 0; })) return gaps;
        std::sort(chosen.begin(), chosen.end(), [&](int a, int b) { return piece(a).box.x < piece(b).box.x; });
        double reach = piece(chosen.front()).box.right();
        for (const int k : chosen) {
            const Box& box = piece(k).box;
            if (box.x - reach >= narrowest_gap * height_) gaps.push_back({reach, 1.0 * box.x});
            reach = std::max<double>(reach, box.right());
        }
        return gaps;
    }

    /// The gap as far as the band leaves it free; nullopt where the band stands in it.
    std::optional<Gap> narrowed(const Gap& gap, const Band& band) const {
        if (has_table(band)) return std::nullopt;
        Gap left_free = gap;
        int before = -1;
        int behind = -1;
        for (const int k : band.pieces) {
            const Box& box = piece(k).box;
            if (box.centre().x < gap.centre()) {
                if (box.right() > left_free.left) before = k;
                left_free.left = std::max<double>(left_free.left, box.right());
            } else {
                if (box.x < left_free.right) behind = k;
                left_free.right = std::min<double>(left_free.right, box.x);
            }
        }
        if (left_free.width() < narrowest_gap * height_) return std::nullopt;
        if (before >= 0 && behind >= 0 && is_torn_line(before, behind, left_free, gap)) return std::nullopt;
        return left_free;
    }

    /// True where two pieces are one line that runs through the gap and is torn, by a seal say: a narrow gap between
    /// like letters on one baseline where the columns were far apart.
    bool is_torn_line(int before, int behind, const Gap& between, const Gap& columns) const {
        const TextPiece& a = piece(before);
        const TextPiece& b = piece(behind);
        return between.width() < torn_line * height_ && between.width() < 0.25 * columns.width() &&
               std::abs(a.baseline - b.baseline) < aligned_baselines * height_ &&
               std::abs(a.height - b.height) < 0.25 * height_ && !says_motto(text_of(b));
    }

    struct Sides {
        std::vector<int> left;
        std::vector<int> right;
    };

    Sides sides_of(std::size_t begin, std::size_t end, const Gap& gap) const {
        Sides sides;
        for (std::size_t b = begin; b < end; ++b) {
            for (const int k : bands_[b].pieces) {
                (piece(k).box.centre().x < gap.centre() ? sides.left : sides.right).push_back(k);
            }
        }
        return sides;
    }

    Box around(const std::vector<int>& chosen) const {
        Box box;
        for (const int k : chosen) box = bounding(box, piece(k).box);
        return box;
    }

    using Rows = std::vector<std::vector<int>>;

    bool any_row(const Rows& rows, bool RowFacts::*says) const {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row_reader_.facts_of(row).*says; });
    }

    bool any_row_of(const std::vector<int>& chosen, bool RowFacts::*says) const {
        return any_row(rows_of(pieces_, chosen), says);
    }

    std::optional<ColumnPair> kind_of(const Sides& sides, bool at_top) const {
        if (sides.left.empty() || sides.right.empty()) return std::nullopt;
        const Rows left = rows_of(pieces_, sides.left);
        const Rows right = rows_of(pieces_, sides.right);
        if (is_letterhead(left, right)) return ColumnPair::letterhead;
        if (any_row(left, &RowFacts::recipients)) return ColumnPair::signature;
        const bool left_signs = any_row(left, &RowFacts::signer);
        const bool right_signs = any_row(right, &RowFacts::signer);
        if (right_signs && (left_signs || centred(right) || listed(left))) return ColumnPair::signature;
        if (left_signs && centred(left) && centred(right)) return ColumnPair::signature;
        if (same_labels(left, right)) return ColumnPair::people;
        if (filled(left) && filled(right)) return ColumnPair::columns;
        // At the head of a page an agency's name stands on the left in capitals, whatever stands beside it.
        if (at_top && left.size() >= 2 && right.size() >= 2 && in_capitals(sides.left) && has_words(sides.left) &&
            on_one_axis(left) && on_one_axis(right)) {
            return ColumnPair::columns;
        }
        if (at_top && flush_apart(left, right)) return ColumnPair::columns;
        const bool long_enough = left.size() >= enough_centred && right.size() >= enough_centred;
        if ((apart(left, right) || long_enough) && centred(left) && centred(right)) return ColumnPair::columns;
        return std::nullopt;
    }

    /// The motto on the right, and an agency that begins at its height on the left.
    bool is_letterhead(const Rows& left, const Rows& right) const {
        if (any_row(left, &RowFacts::motto)) return false;
        const auto motto =
            std::find_if(right.begin(), right.end(), [&](const auto& row) { return row_reader_.facts_of(row).motto; });
        if (motto == right.end()) return false;
        const auto highest = std::min_element(left.begin(), left.end(),
                                              [&](const auto& a, const auto& b) { return around(a).y < around(b).y; });
        return around(*highest).y < around(*motto).bottom() + letterhead_spacing * height_;
    }

    /// Two people or parcels side by side: the same labels ("Dân tộc:", "Nơi cư trú:") in both columns.
    bool same_labels(const Rows& left, const Rows& right) const {
        const auto labels_of = [&](const Rows& rows) {
            std::vector<std::string> labels;
            for (const auto& row : rows) {
                if (const std::string& label = row_reader_.facts_of(row).label; !label.empty()) labels.push_back(label);
            }
            return labels;
        };
        const std::vector<std::string> first = labels_of(left);
        const std::vector<std::string> second = labels_of(right);
        const auto shared = std::count_if(first.begin(), first.end(), [&](const std::string& label) {
            return std::find(second.begin(), second.end(), label) != second.end();
        });
        return shared >= 2 && 2 * shared >= static_cast<std::ptrdiff_t>(std::min(first.size(), second.size()));
    }

    /// Most lines are points of a list.
    bool listed(const Rows& rows) const {
        const auto points = std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
            return piece(row.front()).words.front().text.front() == '-';
        });
        return 2 * points > static_cast<std::ptrdiff_t>(rows.size());
    }

    template <class Value>
    double spread(const Rows& rows, Value value) const {
        double least = value(around(rows.front()));
        double most = least;
        for (const auto& row : rows) {
            least = std::min(least, value(around(row)));
            most = std::max(most, value(around(row)));
        }
        return most - least;
    }

    bool on_one_axis(const Rows& rows) const {
        return spread(rows, [](const Box& b) { return b.centre().x; }) < 2 * same_centre * height_;
    }

    /// Lines of different length about one vertical axis.
    bool centred(const Rows& rows) const {
        return rows.size() >= 2 && on_one_axis(rows) &&
               spread(rows, [](const Box& b) { return 1.0 * b.x; }) > 2 * same_centre * height_;
    }

    /// A block of words flush left and one flush right, ragged inside: who writes, and what and when.
    bool flush_apart(const Rows& left, const Rows& right) const {
        if (left.size() < 2 || right.size() < 2) return false;
        const auto lefts = [](const Box& b) { return 1.0 * b.x; };
        const auto rights = [](const Box& b) { return 1.0 * b.right(); };
        std::vector<int> of_right;
        for (const auto& row : right) of_right.insert(of_right.end(), row.begin(), row.end());
        return spread(left, lefts) < same_centre * height_ && spread(right, rights) < same_centre * height_ &&
               spread(left, rights) > 2 * same_centre * height_ && spread(right, lefts) > 2 * same_centre * height_ &&
               has_words(of_right);
    }

    /// Most lines of the one side have no line of the other at their height.
    bool apart(const Rows& left, const Rows& right) const {
        std::size_t level = 0;
        for (const auto& a : left) {
            for (const auto& b : right) {
                if (std::abs(piece(a.front()).baseline - piece(b.front()).baseline) < aligned_baselines * height_)
                    ++level;
            }
        }
        return 2 * level <= std::min(left.size(), right.size());
    }

    /// Text set in a column: many lines, most of them as wide as the column.
    bool filled(const Rows& rows) const {
        if (rows.size() < 5) return false;
        Box column;
        for (const auto& row : rows) column = bounding(column, around(row));
        const auto wide = std::count_if(rows.begin(), rows.end(), [&](const auto& row) {
            return row.size() == 1 && around(row).width > 0.8 * column.width;
        });
        return column.width > 10 * height_ && 3 * wide >= 2 * static_cast<std::ptrdiff_t>(rows.size());
    }

    /// Bands [begin, first_pair) have pieces on both sides of the gap.
    std::optional<ColumnZone> grown(std::size_t begin, std::size_t first_pair, std::size_t floor, Gap gap,
                                    double spacing) const {
        std::size_t end = first_pair;
        std::size_t last_pair = first_pair;
        Gap at_last_pair = gap;
        while (end < bands_.size() && bands_[end].top - bands_[end - 1].bottom < spacing * height_) {
            const auto next = narrowed(gap, bands_[end]);
            if (!next) break;
            gap = *next;
            ++end;
            const Sides sides = sides_of(end - 1, end, gap);
            if (!sides.left.empty() && !sides.right.empty()) {
                last_pair = end;
                at_last_pair = gap;
            }
        }
        const std::size_t top = reached_up(begin, floor, at_last_pair);
        const Sides sides = sides_of(top, last_pair, at_last_pair);
        auto kind = kind_of(sides, top == 0);
        if (!kind) {
            // What tells the kind may stand in the last lines, where one side is alone.
            kind = kind_of(sides_of(top, end, gap), top == 0);
            if (!kind || *kind == ColumnPair::columns) return std::nullopt;
        }
        ColumnZone zone{*kind == ColumnPair::signature ? first_anchored(top, last_pair, at_last_pair) : top,
                        last_pair,
                        *kind,
                        {},
                        {}};
        extend_down(zone, end, at_last_pair, sides);
        Sides whole = sides_of(zone.begin, zone.end, at_last_pair);
        zone.left = std::move(whole.left);
        zone.right = std::move(whole.right);
        return zone;
    }

    /// The highest band from which lines of one side go on to the first pair: a signer's head that is longer than the
    /// recipients', a motto that starts higher than the agency.
    std::size_t reached_up(std::size_t begin, std::size_t floor, const Gap& gap) const {
        while (begin > floor && narrowed(gap, bands_[begin - 1]) &&
               bands_[begin].top - bands_[begin - 1].bottom < head_spacing * height_) {
            --begin;
        }
        return begin;
    }

    bool in_capitals(const std::vector<int>& chosen) const {
        return std::all_of(chosen.begin(), chosen.end(), [&](int k) {
            const std::string text = text_of(piece(k));
            return text == upper(text);
        });
    }

    /// More than the numbers of a table's rows.
    bool has_words(const std::vector<int>& chosen) const {
        constexpr std::size_t longer_than_numbers = 5;
        const auto words = std::count_if(chosen.begin(), chosen.end(), [&](int k) {
            const std::u32string text = to_utf32(text_of(piece(k)));
            return text.size() > longer_than_numbers && std::any_of(text.begin(), text.end(), is_vietnamese_letter);
        });
        return 2 * words > static_cast<std::ptrdiff_t>(chosen.size());
    }

    /// True where what stands on each side of a band is centred about the axis of the lines below it on that side.
    bool centred_above(std::size_t band, std::size_t end, const Gap& gap) const {
        const Sides above = sides_of(band, band + 1, gap);
        const Sides below = sides_of(band + 1, end, gap);
        const auto on_axis = [&](const std::vector<int>& one, const std::vector<int>& others) {
            if (one.empty() || others.empty()) return false;
            const auto rows = rows_of(pieces_, others);
            return std::abs(around(one).centre().x - around(rows.front()).centre().x) < same_centre * height_;
        };
        return on_axis(above.left, below.left) && on_axis(above.right, below.right);
    }

    /// The band where a signature begins: lines above the first that says so are the end of the text, but for lines of
    /// the signer alone, for titles in capitals and for lines centred above those below on both sides.
    std::size_t first_anchored(std::size_t begin, std::size_t end, const Gap& gap) const {
        std::size_t first = begin;
        const auto anchored = [&](std::size_t band) {
            const Sides sides = sides_of(band, band + 1, gap);
            return any_row_of(sides.left, &RowFacts::recipients) || any_row_of(sides.left, &RowFacts::signer) ||
                   any_row_of(sides.right, &RowFacts::signer);
        };
        while (first < end && !anchored(first)) ++first;
        if (first == end) return begin;
        while (first > begin && (sides_of(first - 1, first, gap).left.empty() ||
                                 in_capitals(bands_[first - 1].pieces) || centred_above(first - 1, end, gap))) {
            --first;
        }
        return first;
    }

    /// Lines of one side below the last pair that go on with their column.
    void extend_down(ColumnZone& zone, std::size_t end, Gap gap, const Sides& so_far) const {
        Box left = around(so_far.left);
        Box right = around(so_far.right);
        const bool left_signs = zone.kind == ColumnPair::signature && any_row_of(so_far.left, &RowFacts::signer) &&
                                !any_row_of(so_far.left, &RowFacts::recipients);
        const double far = (zone.kind == ColumnPair::signature ? signature_spacing : letterhead_spacing) * height_;
        while (zone.end < end) {
            const Band& band = bands_[zone.end];
            const Sides sides = sides_of(zone.end, zone.end + 1, gap);
            const bool on_left = !sides.left.empty();
            if (on_left && !sides.right.empty()) return;
            const Box box = around(on_left ? sides.left : sides.right);
            Box& column = on_left ? left : right;
            const double slack = height_;
            const bool within = (box.x > column.x - slack && box.right() < column.right() + slack) ||
                                std::abs(box.x - column.x) < slack ||
                                std::abs(box.centre().x - column.centre().x) < 2 * slack;
            // What stands below the right column of a letterhead is a title, unless it says otherwise.
            if (!on_left && zone.kind == ColumnPair::letterhead &&
                !any_row_of(sides.right, &RowFacts::place_and_date) && !any_row_of(sides.right, &RowFacts::motto)) {
                return;
            }
            if (zone.kind == ColumnPair::letterhead && any_row_of(sides.left, &RowFacts::addressee)) return;
            // A list on the left goes on line by line; other text may begin there. A signer's name comes far below.
            // The number of a paper stands level with its date, however short the agency's name is.
            const bool number = zone.kind == ColumnPair::letterhead && any_row_of(sides.left, &RowFacts::number);
            const double furthest = number ? 2 * far : on_left && !left_signs ? list_spacing * height_ : far;
            if (!(within || (!on_left && zone.kind == ColumnPair::signature)) || band.top - column.bottom() > furthest)
                return;
            column = bounding(column, box);
            ++zone.end;
        }
    }

    const std::vector<TextPiece>& pieces_;
    const std::vector<Band>& bands_;
    double height_;
    mutable RowReader row_reader_;
};

}  // namespace

std::vector<ColumnZone> column_zones(const std::vector<TextPiece>& pieces, const std::vector<Band>& bands,
                                     double height) {
    const ZoneFinder finder(pieces, bands, height);
    std::vector<ColumnZone> zones;
    std::size_t floor = 0;
    for (std::size_t band = 0; band < bands.size();) {
        auto zone = finder.at(band, floor);
        // A gap between words of the text above may have been the one that was followed down to a signature: the zone's
        // own first band has a better one.
        if (zone && zone->begin > band) {
            auto own = finder.at(zone->begin, floor);
            if (own && own->end - own->begin > zone->end - zone->begin) zone = std::move(own);
        }
        if (!zone) {
            ++band;
            continue;
        }
        band = floor = zone->end;
        zones.push_back(*std::move(zone));
    }
    return zones;
}

}  // namespace sohoa::ocr
