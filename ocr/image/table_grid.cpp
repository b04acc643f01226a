#include "ocr/image/table_grid.h"

#include <algorithm>
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

/// The places where cells begin and end, of those that lie within a few pixels of each other one.
class GridLines {
public:
    explicit GridLines(std::vector<int> edges) {
        constexpr int same_line = 12;  // pixels: a line that leans is cut at other places in other cells
        std::sort(edges.begin(), edges.end());
        for (const int edge : edges) {
            if (lines_.empty() || edge - lines_.back() > same_line) lines_.push_back(edge);
        }
    }

    int index_of(int edge) const {
        const auto after = std::upper_bound(lines_.begin(), lines_.end(), edge);
        return static_cast<int>(after - lines_.begin()) - 1;
    }

private:
    std::vector<int> lines_;
};

}  // namespace

std::vector<Box> cell_areas(const Box& table, const std::vector<Rule>& rules) {
    std::vector<Box> cells;
    Cutter(rules).cut(table, 0, cells);
    sort_by_rows(cells);
    return cells;
}

std::vector<GridCell> grid_of(const Box& table, const std::vector<Rule>& rules) {
    const std::vector<Box> areas = cell_areas(table, rules);
    std::vector<int> across;
    std::vector<int> down;
    for (const Box& area : areas) {
        across.insert(across.end(), {area.x, area.right()});
        down.insert(down.end(), {area.y, area.bottom()});
    }
    const GridLines columns(std::move(across));
    const GridLines rows(std::move(down));
    std::vector<GridCell> cells;
    for (const Box& area : areas) {
        const int row = rows.index_of(area.y);
        const int column = columns.index_of(area.x);
        cells.push_back({area, row, column, std::max(1, rows.index_of(area.bottom()) - row),
                         std::max(1, columns.index_of(area.right()) - column)});
    }
    return cells;
}

}  // namespace sohoa::ocr
