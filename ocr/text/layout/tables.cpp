#include "ocr/text/layout/tables.h"

#include <algorithm>
#include <utility>

namespace sohoa::ocr {

namespace {

constexpr double whole_side = 0.85;  ///< share of a side that a rule crosses: scans tear rules, corners stay open
constexpr int deepest = 12;          ///< cuts within cuts

struct Cell {
    Box area;
    std::vector<int> pieces;
};

/// Row by row; a cell that spans several rows is read with the first of them.
void sort_by_rows(std::vector<Cell>& cells) {
    constexpr int same_row = 12;  // pixels
    std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.area.y < b.area.y; });
    for (auto row = cells.begin(); row != cells.end();) {
        const int top = row->area.y;
        const auto next =
            std::find_if(row, cells.end(), [&](const Cell& cell) { return cell.area.y > top + same_row; });
        std::stable_sort(row, next, [](const Cell& a, const Cell& b) { return a.area.x < b.area.x; });
        row = next;
    }
}

class Cutter {
public:
    Cutter(const std::vector<Rule>& rules, const std::vector<TextPiece>& pieces) : rules_(rules), pieces_(pieces) {}

    void cut(const Box& area, const std::vector<int>& chosen, int depth, std::vector<Cell>& cells) const {
        if (chosen.empty()) return;
        if (depth < deepest) {
            for (const bool vertical : {false, true}) {
                const std::vector<int> cuts = crossing(area, vertical);
                if (cuts.empty()) continue;
                int from = vertical ? area.x : area.y;
                const int end = vertical ? area.right() : area.bottom();
                for (std::size_t k = 0; k <= cuts.size(); ++k) {
                    const int to = k < cuts.size() ? cuts[k] : end;
                    const Box part =
                        vertical ? Box{from, area.y, to - from, area.height} : Box{area.x, from, area.width, to - from};
                    cut(part, inside(chosen, vertical, k == 0 ? -1 : from, k == cuts.size() ? -1 : to), depth + 1,
                        cells);
                    from = to;
                }
                return;
            }
        }
        cells.push_back({area, chosen});
    }

private:
    /// Where rules cross the area from side to side, leaving room on both sides of them; in order.
    std::vector<int> crossing(const Box& area, bool vertical) const {
        constexpr int margin = 8;  // pixels: the area's own frame
        const int begin = vertical ? area.x : area.y;
        const int end = vertical ? area.right() : area.bottom();
        // Torn rules count by all their parts at one place.
        std::vector<std::pair<int, int>> parts;  // place, length within the area
        for (const Rule& rule : rules_) {
            if (rule.vertical != vertical) continue;
            const int place = static_cast<int>(vertical ? rule.box.centre().x : rule.box.centre().y);
            if (place <= begin + margin || place >= end - margin) continue;
            const int length = vertical ? std::min(rule.box.bottom(), area.bottom()) - std::max(rule.box.y, area.y)
                                        : std::min(rule.box.right(), area.right()) - std::max(rule.box.x, area.x);
            if (length > 0) parts.emplace_back(place, length);
        }
        std::sort(parts.begin(), parts.end());
        const double least = whole_side * (vertical ? area.height : area.width);
        std::vector<int> places;
        for (std::size_t k = 0; k < parts.size();) {
            std::size_t next = k;
            double length = 0;
            while (next < parts.size() && parts[next].first - parts[k].first <= margin) length += parts[next++].second;
            if (length >= least) places.push_back(parts[(k + next) / 2].first);
            k = next;
        }
        return places;
    }

    /// Pieces whose middle is in [from, to); -1 is without end.
    std::vector<int> inside(const std::vector<int>& chosen, bool vertical, int from, int to) const {
        std::vector<int> part;
        for (const int k : chosen) {
            const Point centre = pieces_[static_cast<std::size_t>(k)].box.centre();
            const double place = vertical ? centre.x : centre.y;
            if ((from < 0 || place >= from) && (to < 0 || place < to)) part.push_back(k);
        }
        return part;
    }

    const std::vector<Rule>& rules_;
    const std::vector<TextPiece>& pieces_;
};

/// True where a vertical rule stands between two words that follow each other and is at least as high as they are.
bool rule_between(const Word& left, const Word& right, const std::vector<const Rule*>& rules) {
    const int top = std::min(left.box.y, right.box.y);
    const int bottom = std::max(left.box.bottom(), right.box.bottom());
    return std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) {
        const double x = rule->box.centre().x;
        return x > left.box.centre().x && x < right.box.centre().x && x > left.box.right() - 4 && x < right.box.x + 4 &&
               std::min(bottom, rule->box.bottom()) - std::max(top, rule->box.y) > 0.7 * (bottom - top);
    });
}

}  // namespace

std::vector<std::vector<int>> cells_of(const Box& table, const std::vector<Rule>& rules,
                                       const std::vector<TextPiece>& pieces, const std::vector<int>& chosen) {
    std::vector<Cell> cells;
    Cutter(rules, pieces).cut(table, chosen, 0, cells);
    sort_by_rows(cells);
    std::vector<std::vector<int>> result;
    result.reserve(cells.size());
    for (Cell& cell : cells) result.push_back(std::move(cell.pieces));
    return result;
}

std::vector<TextPiece> cut_at_rules(std::vector<TextPiece> pieces, const std::vector<Rule>& rules) {
    std::vector<const Rule*> upright;
    for (const Rule& rule : rules) {
        if (rule.vertical) upright.push_back(&rule);
    }
    if (upright.empty()) return pieces;
    std::vector<TextPiece> result;
    for (TextPiece& piece : pieces) {
        std::vector<Word> words;
        const auto finish = [&] {
            TextPiece part = piece;
            part.box = {};
            for (const Word& word : words) part.box = bounding(part.box, word.box);
            part.baseline = piece.baseline_at(part.box.centre().x);
            part.words = std::exchange(words, {});
            result.push_back(std::move(part));
        };
        for (const Word& word : piece.words) {
            if (!words.empty() && rule_between(words.back(), word, upright)) finish();
            words.push_back(word);
        }
        finish();
    }
    return result;
}

}  // namespace sohoa::ocr
