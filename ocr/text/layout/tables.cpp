#include "ocr/text/layout/tables.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sohoa::ocr {

namespace {

constexpr double whole_side = 0.85;  ///< share of a side that a rule crosses: scans tear rules, corners stay open
constexpr int deepest_cut = 12;      ///< cuts within cuts
constexpr std::size_t most_cells = 4000;

/// Row by row; a cell that spans several rows is read with the first of them.
void sort_by_rows(std::vector<Box>& cells) {
    constexpr int same_row = 12;  // pixels
    std::stable_sort(cells.begin(), cells.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
    for (auto row = cells.begin(); row != cells.end();) {
        const int top = row->y;
        const auto next = std::find_if(row, cells.end(), [&](const Box& cell) { return cell.y > top + same_row; });
        std::stable_sort(row, next, [](const Box& a, const Box& b) { return a.x < b.x; });
        row = next;
    }
}

class Cutter {
public:
    explicit Cutter(const std::vector<Rule>& rules) : rules_(rules) {}

    void cut(const Box& area, int depth, std::vector<Box>& cells) const {
        if (cells.size() > most_cells) return;
        if (depth < deepest_cut) {
            for (const bool vertical : {false, true}) {
                const std::vector<int> cuts = crossing(area, vertical);
                if (cuts.empty()) continue;
                int from = vertical ? area.x : area.y;
                const int end = vertical ? area.right() : area.bottom();
                for (std::size_t k = 0; k <= cuts.size(); ++k) {
                    const int to = k < cuts.size() ? cuts[k] : end;
                    cut(vertical ? Box{from, area.y, to - from, area.height} : Box{area.x, from, area.width, to - from},
                        depth + 1, cells);
                    from = to;
                }
                return;
            }
        }
        cells.push_back(area);
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

    const std::vector<Rule>& rules_;
};

double distance(const Box& area, Point p) {
    const double x = std::max({area.x - p.x, p.x - area.right(), 0.0});
    const double y = std::max({area.y - p.y, p.y - area.bottom(), 0.0});
    return std::hypot(x, y);
}

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

std::vector<Box> cell_areas(const Box& table, const std::vector<Rule>& rules) {
    std::vector<Box> cells;
    Cutter(rules).cut(table, 0, cells);
    sort_by_rows(cells);
    return cells;
}

std::vector<std::vector<int>> cells_of(const Box& table, const std::vector<Rule>& rules,
                                       const std::vector<TextPiece>& pieces, const std::vector<int>& chosen) {
    const std::vector<Box> areas = cell_areas(table, rules);
    std::vector<std::vector<int>> cells(areas.size());
    for (const int k : chosen) {
        const Point centre = pieces[static_cast<std::size_t>(k)].box.centre();
        const auto nearest = std::min_element(areas.begin(), areas.end(), [&](const Box& a, const Box& b) {
            return distance(a, centre) < distance(b, centre);
        });
        cells[static_cast<std::size_t>(nearest - areas.begin())].push_back(k);
    }
    std::erase_if(cells, [](const std::vector<int>& cell) { return cell.empty(); });
    return cells;
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
