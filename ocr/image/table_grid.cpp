#include "ocr/image/table_grid.h"

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
        struct Part {
            int place;
            int begin;
            int end;  ///< within the area
        };
        std::vector<Part> parts;
        for (const Rule& rule : rules_) {
            if (rule.vertical != vertical) continue;
            const int place = static_cast<int>(vertical ? rule.box.centre().x : rule.box.centre().y);
            if (place <= begin + margin || place >= end - margin) continue;
            const int from = vertical ? std::max(rule.box.y, area.y) : std::max(rule.box.x, area.x);
            const int to =
                vertical ? std::min(rule.box.bottom(), area.bottom()) : std::min(rule.box.right(), area.right());
            if (to > from) parts.push_back({place, from, to});
        }
        std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.place < b.place; });
        const double least = whole_side * (vertical ? area.height : area.width);
        std::vector<int> places;
        for (std::size_t k = 0; k < parts.size();) {
            std::size_t next = k;
            double length = 0;
            int first = parts[k].begin;
            int last = parts[k].end;
            for (; next < parts.size() && parts[next].place - parts[k].place <= margin; ++next) {
                length += parts[next].end - parts[next].begin;
                first = std::min(first, parts[next].begin);
                last = std::max(last, parts[next].end);
            }
            const int place = parts[(k + next) / 2].place;
            if (length >= least && !ends_inside(area, vertical, place, first, last)) places.push_back(place);
            k = next;
        }
        return places;
    }

    /// True where a rule from `first` to `last` ends before the side of the area at a rule that goes on to both sides
    /// of it: it is not torn, a merged cell lies beyond.
    bool ends_inside(const Box& area, bool vertical, int place, int first, int last) const {
        constexpr int near = 12;  // pixels
        const int begin = vertical ? area.y : area.x;
        const int end = vertical ? area.bottom() : area.right();
        const auto stopped_at = [&](int at) {
            return std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
                if (rule.vertical == vertical) return false;
                const Box& box = rule.box;
                const double along = vertical ? box.centre().y : box.centre().x;
                const int from = vertical ? box.x : box.y;
                const int to = vertical ? box.right() : box.bottom();
                return std::abs(along - at) <= near && from < place - 2 * near && to > place + 2 * near;
            });
        };
        return (first > begin + 2 * near && stopped_at(first)) || (last < end - 2 * near && stopped_at(last));
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
