#include "ocr/codes/bar_fields.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/wide_registers.h"

namespace sohoa::ocr {

namespace {

constexpr double least_energy = 120;         ///< mean squared step between pixels two apart; noise of sigma 7 makes 98
constexpr double least_agreement = 0.45;     ///< 1: all edges of a cell are parallel
constexpr int least_inked = 7;               ///< of a cell and its neighbours
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

/// What the edges of each cell sum up to.
struct EdgeGrid {
    int columns;
    int rows;
    std::vector<EdgeSums> sums;

    EdgeSums* row(int y) { return sums.data() + static_cast<std::ptrdiff_t>(y) * columns; }
    const EdgeSums* row(int y) const { return sums.data() + static_cast<std::ptrdiff_t>(y) * columns; }
};

EdgeGrid edges_of(const cv::Mat& grey, int size) {
    EdgeGrid grid{std::max(0, (grey.cols - 2) / size), std::max(0, (grey.rows - 2) / size), {}};
    grid.sums.resize(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    for (int row = 0; row < grid.rows; ++row) {
        for (int y = row * size + 1; y < (row + 1) * size + 1; y += 2) {
            const auto* at = grey.ptr<std::uint8_t>(y);
            const auto* above = grey.ptr<std::uint8_t>(y - 1);
            const auto* below = grey.ptr<std::uint8_t>(y + 1);
            if (size == 16)
                add_row<16>(above, at, below, grid.columns, grid.row(row));
            else
                add_row<8>(above, at, below, grid.columns, grid.row(row));
        }
    }
    return grid;
}

/// Each cell is judged with its eight neighbours. Lines of text have gaps between them that bars have not, and half of
/// a PDF417's edges are short ones between its rows.
CellGrid cells_of(const cv::Mat& grey, int size) {
    const EdgeGrid edges = edges_of(grey, size);
    CellGrid grid{size, edges.columns, edges.rows, {}};
    grid.cells.resize(edges.sums.size());
    const double least_sum = least_energy * size * size / 2.0;
    for (int row = 1; row + 1 < grid.rows; ++row) {
        for (int column = 1; column + 1 < grid.columns; ++column) {
            double xx = 0;
            double yy = 0;
            double xy = 0;
            int inked = 0;
            for (int y = row - 1; y <= row + 1; ++y) {
                for (int x = column - 1; x <= column + 1; ++x) {
                    const EdgeSums& sum = edges.row(y)[x];
                    xx += sum.xx;
                    yy += sum.yy;
                    xy += sum.xy;
                    inked += sum.xx + sum.yy >= least_sum;
                }
            }
            if (inked < least_inked || xx + yy <= 0) continue;
            Cell& cell = grid.at(column, row);
            cell.bars = std::hypot(xx - yy, 2 * xy) >= least_agreement * (xx + yy);
            cell.angle = static_cast<float>(0.5 * std::atan2(2 * xy, xx - yy) * 180 / std::numbers::pi);
        }
    }
    return grid;
}

struct Field {
    std::vector<cv::Point> cells;
    double cosine = 0;  ///< of twice the angle, summed
    double sine = 0;
};

struct FieldShape {
    double length = 0;   ///< pixels across the bars
    double breadth = 0;  ///< pixels along them
    double turn = 0;     ///< degrees
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

FieldShape shape_of(const Field& field, int cell_size) {
    const double angle = 0.5 * std::atan2(field.sine, field.cosine);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    double across[2] = {1e9, -1e9};
    double along[2] = {1e9, -1e9};
    for (const cv::Point& cell : field.cells) {
        const double u = cell.x * c + cell.y * s;
        const double v = cell.y * c - cell.x * s;
        across[0] = std::min(across[0], u);
        across[1] = std::max(across[1], u);
        along[0] = std::min(along[0], v);
        along[1] = std::max(along[1], v);
    }
    return {(across[1] - across[0] + 1) * cell_size, (along[1] - along[0] + 1) * cell_size,
            angle * 180 / std::numbers::pi};
}

bool is_bar_field(const Field& field, const FieldShape& shape, int cell_size) {
    const auto pixels = static_cast<double>(field.cells.size()) * cell_size * cell_size;
    return shape.length >= least_length && shape.breadth >= least_breadth * cell_size &&
           shape.length >= shape.breadth / 6 && pixels >= least_field_filled * shape.length * shape.breadth;
}

Box box_of(const Field& field, int cell_size) {
    Box box;
    for (const cv::Point& cell : field.cells) {
        box = bounding(box, {cell.x * cell_size, cell.y * cell_size, cell_size + 2, cell_size + 2});
    }
    return box;
}

}  // namespace

std::vector<BarField> find_bar_fields(const cv::Mat& grey) {
    constexpr long long few_pixels = 5'000'000;
    CellGrid grid = cells_of(grey, static_cast<long long>(grey.cols) * grey.rows < few_pixels ? 8 : 16);
    std::vector<BarField> fields;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const Cell& seed = grid.at(column, row);
            if (!seed.bars || seed.taken) continue;
            const Field field = grown_from(grid, {column, row});
            const FieldShape shape = shape_of(field, grid.size);
            if (is_bar_field(field, shape, grid.size)) {
                fields.push_back({box_of(field, grid.size), shape.length, shape.breadth, shape.turn});
            }
        }
    }
    return fields;
}

}  // namespace sohoa::ocr
