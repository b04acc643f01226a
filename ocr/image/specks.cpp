#include "ocr/image/specks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

// Lengths in small letters (x-heights); ink in black pixels over the square of that.
constexpr double largest_speck = 0.5;
constexpr double ink_beside_letters = 0.010;
constexpr double ink_alone = 0.04;
constexpr double alone = 1.2;             // from the nearest letter
constexpr double least_print = 0.4;       // of the page's small letters
constexpr double most_of_the_ink = 0.03;  // by what looks like specks beside letters
constexpr int speck_fringe = 1;           // pixels: grey around a speck that goes with it

/// Letters by where they are, so that a speck's neighbours are found without looking at all.
class Neighbourhood {
public:
    Neighbourhood(Size plane, double cell) : cell_(cell), columns_(cells(plane.width)), rows_(cells(plane.height)) {
        boxes_.resize(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_));
    }

    void add(const Box& box) {
        for (int row = at(box.y); row <= std::min(at(box.bottom()), rows_ - 1); ++row) {
            for (int column = at(box.x); column <= std::min(at(box.right()), columns_ - 1); ++column)
                cell(column, row).push_back(box);
        }
    }

    struct Nearest {
        double distance;
        int print = 0;  ///< height of small letters within `near`
    };
    /// The nearest letter and what stands around; a distance of more than a cell where there is none within that.
    Nearest nearest(const Box& box, double near) const {
        Nearest best{10 * cell_};
        std::vector<int> heights;
        for (int row = std::max(0, at(box.y) - 1); row <= std::min(at(box.bottom()) + 1, rows_ - 1); ++row) {
            for (int column = std::max(0, at(box.x) - 1); column <= std::min(at(box.right()) + 1, columns_ - 1);
                 ++column) {
                for (const Box& letter : cell(column, row)) {
                    const int dx = std::max({0, letter.x - box.right(), box.x - letter.right()});
                    const int dy = std::max({0, letter.y - box.bottom(), box.y - letter.bottom()});
                    const double distance = std::hypot(dx, dy);
                    best.distance = std::min(best.distance, distance);
                    if (distance <= near) heights.push_back(letter.height);
                }
            }
        }
        if (!heights.empty()) {
            const auto small = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 4);
            std::nth_element(heights.begin(), small, heights.end());
            best.print = *small;
        }
        return best;
    }

private:
    int cells(int pixels) const { return static_cast<int>(pixels / cell_) + 1; }
    int at(int pixel) const { return static_cast<int>(pixel / cell_); }
    std::vector<Box>& cell(int column, int row) { return boxes_[index(column, row)]; }
    const std::vector<Box>& cell(int column, int row) const { return boxes_[index(column, row)]; }
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
    }

    double cell_;
    int columns_;
    int rows_;
    std::vector<std::vector<Box>> boxes_;
};

std::vector<double> blackness_of(const Raster& plane, const Pieces& found) {
    std::vector<double> black(found.pieces.size());
    for (const Run& run : found.runs) {
        const std::uint8_t* row = plane.row(run.y);
        int sum = 0;
        for (int x = run.begin; x < run.end; ++x) sum += 255 - row[x];
        black[static_cast<std::size_t>(run.piece)] += sum / 255.0;
    }
    return black;
}

void erase_speck(Raster& plane, Raster& ink, const Box& speck) {
    const Box box = intersection({speck.x - speck_fringe, speck.y - speck_fringe, speck.width + 2 * speck_fringe,
                                  speck.height + 2 * speck_fringe},
                                 {0, 0, plane.width(), plane.height()});
    for (int y = box.y; y < box.bottom(); ++y) {
        std::fill_n(plane.row(y) + box.x, box.width, std::uint8_t{255});
        std::fill_n(ink.row(y) + box.x, box.width, std::uint8_t{0});
    }
}

}  // namespace

int lift_specks(Raster& plane, Raster& ink, double x_height, double smallest_print) {
    if (ink.empty() || x_height <= 0) return 0;
    const Pieces found = find_pieces(ink);
    const std::vector<double> black = blackness_of(plane, found);
    const auto is_small = [&](const Box& box) { return std::max(box.width, box.height) <= largest_speck * x_height; };
    Neighbourhood letters(ink.size(), std::max(4.0, 1.5 * x_height));
    double all = 0;
    for (std::size_t k = 0; k < found.pieces.size(); ++k) {
        all += black[k];
        if (!is_small(found.pieces[k].box)) letters.add(found.pieces[k].box);
    }
    std::vector<Box> lone;
    std::vector<Box> beside;
    double black_beside = 0;
    for (std::size_t k = 0; k < found.pieces.size(); ++k) {
        const Box& box = found.pieces[k].box;
        if (!is_small(box)) continue;
        const auto [distance, around] = letters.nearest(box, alone * x_height);
        const double share = black[k] / (x_height * x_height);
        if (distance > alone * x_height) {
            if (share < ink_alone) lone.push_back(box);
            continue;
        }
        const double print = std::clamp(std::min(1.0 * around, smallest_print) / x_height, least_print, 1.0);
        if (share >= ink_beside_letters * print * print) continue;
        beside.push_back(box);
        black_beside += black[k];
    }
    for (const Box& box : lone) erase_speck(plane, ink, box);
    if (black_beside > most_of_the_ink * all) return static_cast<int>(lone.size());
    for (const Box& box : beside) erase_speck(plane, ink, box);
    return static_cast<int>(lone.size() + beside.size());
}

}  // namespace sohoa::ocr
