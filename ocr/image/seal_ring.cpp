#include "ocr/image/seal_ring.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sohoa::ocr {

namespace {

constexpr double cell_side = 0.75;  // mm
constexpr double smallest_radius = 9;
constexpr double largest_radius = 26;
constexpr int sectors = 60;
constexpr double most_hidden = 0.5;     // share of the ring that black ink may cover
constexpr double least_coloured = 0.8;  // share of what is left that must be coloured

/// 255 in cells with any ink.
Raster cells_of(const Raster& ink, double cell) {
    Raster cells(static_cast<int>(ink.width() / cell) + 1, static_cast<int>(ink.height() / cell) + 1, 1);
    std::fill_n(cells.data(), cells.bytes(), std::uint8_t{0});
    for (int y = 0; y < ink.height(); ++y) {
        std::uint8_t* out = cells.row(static_cast<int>(y / cell));
        const std::uint8_t* in = ink.row(y);
        for (int x = 0; x < ink.width(); ++x) {
            if (in[x] != 0) out[static_cast<int>(x / cell)] = 255;
        }
    }
    return cells;
}

bool at(const Raster& cells, double x, double y) {
    return x >= 0 && y >= 0 && x < cells.width() && y < cells.height() &&
           cells.row(static_cast<int>(y))[static_cast<int>(x)] != 0;
}

}  // namespace

SealRings::SealRings(const Raster& coloured, const Raster& black, double dpi)
    : cell_(std::max(1.0, cell_side * dpi / 25.4)),
      coloured_(cells_of(coloured, cell_)),
      black_(cells_of(black, cell_)) {}

bool SealRings::around(const Box& box) const {
    const Point middle{box.centre().x / cell_, box.centre().y / cell_};
    const int largest = static_cast<int>(largest_radius / cell_side);
    for (int radius = static_cast<int>(smallest_radius / cell_side); radius <= largest; ++radius) {
        // The box lies inside: its middle is nearer to the ring's than its half width allows.
        const double room = radius - std::hypot(box.width, box.height) / cell_ / 2;
        if (room < 0) continue;
        const int reach = static_cast<int>(room);
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                if (dx * dx + dy * dy <= reach * reach && is_ring(middle.x + dx, middle.y + dy, radius)) return true;
            }
        }
    }
    return false;
}

bool SealRings::is_ring(double x, double y, double radius) const {
    int hidden = 0;
    int coloured = 0;
    for (int sector = 0; sector < sectors; ++sector) {
        const double angle = 2 * std::numbers::pi * sector / sectors;
        const auto has = [&](const Raster& cells, double r) {
            return at(cells, x + r * std::cos(angle), y + r * std::sin(angle));
        };
        // Two cells wide: hand-stamped rings are not quite round.
        if (has(coloured_, radius) || has(coloured_, radius + 1)) {
            ++coloured;
        } else if (has(black_, radius)) {
            ++hidden;
        }
        if (sector - coloured - hidden > (1 - least_coloured) * sectors) return false;
    }
    return hidden <= most_hidden * sectors && coloured >= least_coloured * (sectors - hidden);
}

}  // namespace sohoa::ocr
