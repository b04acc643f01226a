#include "ocr/mrz_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace sohoa::ocr {

namespace {

/// Whether a point lies within a convex quad, whichever way round its corners go.
bool holds_point(const Quad& quad, Point p) {
    bool left = false;
    bool right = false;
    for (std::size_t k = 0; k < quad.corners.size(); ++k) {
        const Point& a = quad.corners[k];
        const Point& b = quad.corners[(k + 1) % quad.corners.size()];
        const double side = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
        left = left || side < 0;
        right = right || side > 0;
    }
    return !(left && right);
}

/// From the first line's upper corners to the last line's lower ones, half a line more on each side.
Quad zone_of(const std::vector<Quad>& rows) {
    Quad zone{{rows.front().corners[0], rows.front().corners[1], rows.back().corners[2], rows.back().corners[3]}};
    const auto widened = [](Point from, Point to, double share) {
        return Point{to.x + (to.x - from.x) * share, to.y + (to.y - from.y) * share};
    };
    const double share = 0.5 / static_cast<double>(rows.size() * 2);
    const Quad before = zone;
    zone.corners[0] = widened(before.corners[3], before.corners[0], share);
    zone.corners[1] = widened(before.corners[2], before.corners[1], share);
    zone.corners[2] = widened(before.corners[1], before.corners[2], share);
    zone.corners[3] = widened(before.corners[0], before.corners[3], share);
    return zone;
}

std::vector<Quad> rows_on_scan(const MrzReading& reading, const PlaneMap& map) {
    std::vector<Quad> rows;
    for (const Quad& row : reading.rows) rows.push_back(map.apply(row));
    return rows;
}

Line line_of(const Quad& quad, const std::string& text, double confidence) {
    const auto between = [&](std::size_t upper, std::size_t lower) {
        constexpr double base = 0.9;  // of the quad's height
        const Point& a = quad.corners[upper];
        const Point& b = quad.corners[lower];
        return Point{a.x + base * (b.x - a.x), a.y + base * (b.y - a.y)};
    };
    Line line;
    line.box = bounding_box(quad);
    line.quad = quad;
    line.text = text;
    line.confidence = confidence;
    line.baseline = {between(0, 3), between(1, 2)};
    line.words.push_back({line.box, quad, text, confidence, {}, {}, {}});
    return line;
}

/// What is left of a line without some of its words.
void renew(Line& line) {
    line.text.clear();
    line.box = {};
    for (const Word& word : line.words) {
        line.text += (line.text.empty() ? "" : " ") + word.text;
        line.box = bounding(line.box, word.box);
    }
}

/// Takes words in the zone out of a block; true where there were any.
bool take_out(const Quad& zone, Block& block) {
    bool any = false;
    for (Line& line : block.lines) {
        const auto taken =
            std::erase_if(line.words, [&](const Word& word) { return holds_point(zone, word.box.centre()); });
        if (taken == 0) continue;
        any = true;
        renew(line);
    }
    std::erase_if(block.lines, [](const Line& line) { return line.words.empty(); });
    if (!any) return false;
    block.box = {};
    for (const Line& line : block.lines) block.box = bounding(block.box, line.box);
    return true;
}

}  // namespace

Mrz mrz_of(const MrzReading& reading, const PlaneMap& plane_to_scan) {
    const std::vector<Quad> rows = rows_on_scan(reading, plane_to_scan);
    Mrz mrz;
    mrz.format = name_of(reading.format);
    mrz.lines = reading.lines;
    mrz.valid = reading.valid;
    mrz.quad = {{rows.front().corners[0], rows.front().corners[1], rows.back().corners[2], rows.back().corners[3]}};
    mrz.box = bounding_box(mrz.quad);
    mrz.confidence = reading.confidence;
    mrz.failed = reading.failed;
    return mrz;
}

void write_mrz_lines(const MrzReading& reading, const PlaneMap& plane_to_scan, std::vector<Block>& blocks) {
    const std::vector<Quad> rows = rows_on_scan(reading, plane_to_scan);
    const Quad zone = zone_of(rows);
    Block written{"mrz", {}, {}};
    for (std::size_t k = 0; k < rows.size(); ++k) {
        written.lines.push_back(line_of(rows[k], reading.lines[k], reading.line_confidence[k]));
        written.box = bounding(written.box, written.lines.back().box);
    }
    std::size_t place = blocks.size();
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        if (take_out(zone, blocks[k]) && place == blocks.size()) place = blocks[k].lines.empty() ? k : k + 1;
    }
    blocks.insert(blocks.begin() + static_cast<std::ptrdiff_t>(place), std::move(written));
    std::erase_if(blocks, [](const Block& block) { return block.lines.empty(); });
}

}  // namespace sohoa::ocr
