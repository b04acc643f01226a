#include "ocr/text/layout/tables.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ocr/image/table_grid.h"

namespace sohoa::ocr {

namespace {

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
