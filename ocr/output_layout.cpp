#include "ocr/output_layout.h"

#include <algorithm>
#include <cmath>

namespace sohoa::ocr {

namespace {

/// The cell that holds a point, null where none does. Cells of a turned table are told by their upright boxes.
const TableCell* cell_at(const Region& table, Point p) {
    const auto holds = [p](const TableCell& cell) {
        return p.x >= cell.box.x && p.x < cell.box.right() && p.y >= cell.box.y && p.y < cell.box.bottom();
    };
    const auto found = std::find_if(table.cells.begin(), table.cells.end(), holds);
    return found == table.cells.end() ? nullptr : &*found;
}

}  // namespace

int turn_of(const Line& line, int page_turn) {
    const double right = line.baseline.end.x - line.baseline.start.x;
    const double down = line.baseline.end.y - line.baseline.start.y;
    if (!(std::abs(right) + std::abs(down) > 0)) return page_turn;
    if (std::abs(right) >= std::abs(down)) return right > 0 ? 0 : 180;
    return down < 0 ? 90 : 270;
}

const Region* table_of(const Block& block, const PageReading& page) {
    if (block.role != "table") return nullptr;
    const Region* best = nullptr;
    long long most = 0;
    for (const Region& region : page.regions) {
        const long long shared = region.kind == "table" ? intersection(region.box, block.box).area() : 0;
        if (shared <= most) continue;
        most = shared;
        best = &region;
    }
    return best;
}

std::vector<Block> cell_texts(const Block& block, const Region& table) {
    std::vector<Block> texts;
    const TableCell* open = nullptr;
    for (const Line& line : block.lines) {
        if (line.words.empty()) continue;
        const TableCell* cell = cell_at(table, line.box.centre());
        if (texts.empty() || cell == nullptr || cell != open) texts.push_back({block.role, {}, {}});
        open = cell;
        texts.back().box = bounding(texts.back().box, line.box);
        texts.back().lines.push_back(line);
    }
    return texts;
}

}  // namespace sohoa::ocr
