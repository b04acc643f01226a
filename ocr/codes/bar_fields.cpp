#include "ocr/codes/bar_fields.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/wide_registers.h"

namespace sohoa::ocr {

namespace {

constexpr double least_energy = 120;         ///< mean squared step between pixels two apart; noise of sigma 7 makes 98
constexpr double least_agreement = 0.55;     ///< 1: all edges of a cell are parallel
constexpr double most_turn = 22;             ///< degrees between neighbouring cells of one field
constexpr double least_length = 72;          ///< pixels across the bars: 50 modules of 1.4 pixels
constexpr double least_breadth = 1.6;        ///< cells along the bars
constexpr double least_field_filled = 0.45;  ///< of length × breadth

struct EdgeSums {
    int xx = 0;
    int yy = 0;
    int xy = 0;
};

/// Adds what one row of pixels says to the cells it crosses.
template <int cell>
SOHOA_WIDE_REGISTERS void add_row(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
                                  int cells, EdgeSums* sums) {
    for (int k = 0; k < cells; ++k) {
        int xx = 0;
        int yy = 0;
        int xy = 0;
        for (int i = 0; i < cell; ++i) {
            const int x = k * cell + i + 1;
            const int across = row[x + 1] - row[x - 1];
            const int down = below[x] - above[x];
            xx += across * across;
            yy += down * down;
            xy += across * down;
        }
        sums[k].xx += xx;
        sums[k].yy += yy;
        sums[k].xy += xy;
    }
}

struct Cell {
    float angle = 0;  ///< of the gradient, degrees in (-90, 90]
    bool bars = false;
    bool taken = false;
};

float between(float a, float b) {
    const float turn = std::abs(a - b);
    return std::min(turn, 180 - turn);
}

/// The cells of a plane, row by row.
struct CellGrid {
    int size;  ///< pixels
    int columns;
    int rows;
    std::vector<Cell> cells;

    Cell& at(int column, int row) {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                     static_cast<std::size_t>(column)];
    }
};

CellGrid cells_of(const cv::Mat& grey, int size) {
    CellGrid grid{size, (grey.cols - 2) / size, (grey.rows - 2) / size, {}};
    if (grid.columns <= 0 || grid.rows <= 0) return {size, 0, 0, {}};
    grid.cells.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    std::vector<EdgeSums> sums(static_cast<std::size_t>(grid.columns));
    const double pixels = size * size / 2.0;
    for (int row = 0; row < grid.rows; ++row) {
        std::ranges::fill(sums, EdgeSums{});
        for (int y = row * size + 1; y < (row + 1) * size + 1; y += 2) {
            const auto* at = grey.ptr<std::uint8_t>(y);
            const auto* above = grey.ptr<std::uint8_t>(y - 1);
            const auto* below = grey.ptr<std::uint8_t>(y + 1);
            if (size == 16)
                add_row<16>(above, at, below, grid.columns, sums.data());
            else
                add_row<8>(above, at, below, grid.columns, sums.data());
        }
        for (int column = 0; column < grid.columns; ++column) {
            const EdgeSums& sum = sums[static_cast<std::size_t>(column)];
            const double energy = static_cast<double>(sum.xx) + sum.yy;
            if (energy < least_energy * pixels) continue;
            const double difference = static_cast<double>(sum.xx) - sum.yy;
            const double agreement = std::hypot(difference, 2.0 * sum.xy) / energy;
            Cell& cell = grid.at(column, row);
            cell.bars = agreement >= least_agreement;
            cell.angle = static_cast<float>(0.5 * std::atan2(2.0 * sum.xy, difference) * 180 / std::numbers::pi);
        }
    }
    return grid;
}

struct Field {
    std::vector<cv::Point> cells;
    double cosine = 0;  ///< of twice the angle, summed
    double sine = 0;
};

Field grown_from(CellGrid& grid, cv::Point seed) {
    Field field;
    field.cells.push_back(seed);
    grid.at(seed.x, seed.y).taken = true;
    for (std::size_t k = 0; k < field.cells.size(); ++k) {
        const cv::Point from = field.cells[k];
        const float angle = grid.at(from.x, from.y).angle;
        field.cosine += std::cos(2 * angle * std::numbers::pi / 180);
        field.sine += std::sin(2 * angle * std::numbers::pi / 180);
        for (int y = std::max(0, from.y - 1); y <= std::min(grid.rows - 1, from.y + 1); ++y) {
            for (int x = std::max(0, from.x - 1); x <= std::min(grid.columns - 1, from.x + 1); ++x) {
                Cell& next = grid.at(x, y);
                if (!next.bars || next.taken || between(next.angle, angle) > most_turn) continue;
                next.taken = true;
                field.cells.emplace_back(x, y);
            }
        }
    }
    return field;
}

bool is_bar_field(const Field& field, int cell_size) {
    const double least_cells = least_length / cell_size;
    if (static_cast<double>(field.cells.size()) < least_cells * least_breadth * least_field_filled) return false;
    const double angle = 0.5 * std::atan2(field.sine, field.cosine);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    double along[2] = {1e9, -1e9};
    double across[2] = {1e9, -1e9};
    for (const cv::Point& cell : field.cells) {
        const double a = cell.x * c + cell.y * s;
        const double b = cell.y * c - cell.x * s;
        along[0] = std::min(along[0], a);
        along[1] = std::max(along[1], a);
        across[0] = std::min(across[0], b);
        across[1] = std::max(across[1], b);
    }
    const double length = along[1] - along[0] + 1;
    const double breadth = across[1] - across[0] + 1;
    return length >= least_cells && breadth >= least_breadth && length >= breadth / 6 &&
           static_cast<double>(field.cells.size()) >= least_field_filled * length * breadth;
}

}  // namespace

std::vector<Box> find_bar_fields(const cv::Mat& grey) {
    constexpr long long few_pixels = 5'000'000;
    CellGrid grid = cells_of(grey, static_cast<long long>(grey.cols) * grey.rows < few_pixels ? 8 : 16);
    std::vector<Box> fields;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const Cell& seed = grid.at(column, row);
            if (!seed.bars || seed.taken) continue;
            const Field field = grown_from(grid, {column, row});
            if (!is_bar_field(field, grid.size)) continue;
            Box box;
            for (const cv::Point& cell : field.cells) {
                box = bounding(box, {cell.x * grid.size, cell.y * grid.size, grid.size + 2, grid.size + 2});
            }
            fields.push_back(box);
        }
    }
    return fields;
}

}  // namespace sohoa::ocr
