#include "ocr/text/lines.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

/// Largest angle in degrees between the plane's axes and where the map carries them, at its four corners.
double largest_turn(const PlaneMap& map, Size size) {
    const double w = std::max(1, size.width);
    const double h = std::max(1, size.height);
    double largest = 0;
    for (const Point corner : {Point{0, 0}, Point{w, 0}, Point{0, h}, Point{w, h}}) {
        const Point here = map.apply(corner);
        const Point right = map.apply(Point{corner.x + 1, corner.y});
        const Point below = map.apply(Point{corner.x, corner.y + 1});
        const double level = std::abs(std::atan2(right.y - here.y, right.x - here.x));
        const double upright = std::abs(std::atan2(here.x - below.x, below.y - here.y));
        largest = std::max({largest, level, upright});
    }
    return largest * 180 / std::numbers::pi;
}

bool is_sign(const Word& word) {
    const std::u32string text = to_utf32(word.text);
    return std::none_of(text.begin(), text.end(), is_letter_or_digit);
}

struct ToScan {
    const PlaneMap& map;
    bool with_quads;

    Box box(const Box& b, std::optional<Quad>& quad) const {
        if (with_quads) quad = map.apply(quad_of(b));
        Box whole = map.around(b);
        if (whole.x < 0) whole = {0, whole.y, whole.right(), whole.height};
        if (whole.y < 0) whole = {whole.x, 0, whole.width, whole.bottom()};
        return whole;
    }

    void carry(Word& word) const { word.box = box(word.box, word.quad); }

    void carry(Line& line) const {
        line.box = box(line.box, line.quad);
        line.baseline = {map.apply(line.baseline.start), map.apply(line.baseline.end)};
        for (Word& word : line.words) carry(word);
    }
};

ToScan to_scan_by(const PlaneMap& map, Size reading) {
    return {map, map.is_bent() || largest_turn(map, reading) > 1};
}

}  // namespace

void gather(Line& line) {
    line.box = {};
    line.text.clear();
    double sum = 0;
    double letters = 0;
    for (const Word& word : line.words) {
        line.box = bounding(line.box, word.box);
        if (!line.text.empty()) line.text += ' ';
        line.text += word.text;
        const auto weight = static_cast<double>(to_utf32(word.text).size());
        sum += word.confidence * weight;
        letters += weight;
    }
    line.confidence = letters > 0 ? sum / letters : 0;
}

void part_overlapping(Line& line) {
    for (std::size_t w = 1; w < line.words.size(); ++w) {
        Box& left = line.words[w - 1].box;
        Box& right = line.words[w].box;
        const int shared = left.right() - right.x;
        const bool in_one_row = 2 * (std::min(left.bottom(), right.bottom()) - std::max(left.y, right.y)) >
                                std::min(left.height, right.height);
        if (!in_one_row || shared <= 0 || shared >= left.width || shared >= right.width) continue;
        if (!is_sign(line.words[w - 1]) && !is_sign(line.words[w])) continue;
        if (left.width > right.width) {
            left.width -= shared;
        } else {
            right.width -= shared;
            right.x += shared;
        }
    }
}

void gather(Block& block) {
    block.box = {};
    for (const Line& line : block.lines) block.box = bounding(block.box, line.box);
}

std::vector<Block> mapped_to_scan(std::vector<Block> blocks, const PlaneMap& reading_to_scan, Size reading) {
    const ToScan to_scan = to_scan_by(reading_to_scan, reading);
    for (Block& block : blocks) {
        for (Line& line : block.lines) to_scan.carry(line);
        gather(block);
    }
    return blocks;
}

std::vector<Region> mapped_to_scan(std::vector<Region> regions, const PlaneMap& reading_to_scan, Size reading) {
    const ToScan to_scan = to_scan_by(reading_to_scan, reading);
    for (Region& region : regions) {
        region.box = reading_to_scan.around(region.box);
        for (TableCell& cell : region.cells) cell.box = to_scan.box(cell.box, cell.quad);
    }
    return regions;
}

}  // namespace sohoa::ocr
