#include "ocr/text/layout/bands.h"

#include <algorithm>
#include <cmath>

#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

/// The middle half of a piece's height: neighbouring lines' marks overlap, their middles do not.
struct Core {
    double top;
    double bottom;
};

Core core_of(const TextPiece& piece) {
    const double margin = piece.table >= 0 ? 0 : 0.25 * piece.box.height;
    return {piece.box.y + margin, piece.box.bottom() - margin};
}

}  // namespace

std::vector<Band> bands_of(const std::vector<TextPiece>& pieces, const std::vector<int>& chosen) {
    const auto piece = [&](int k) -> const TextPiece& { return pieces[static_cast<std::size_t>(k)]; };
    std::vector<int> order = chosen;
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const double first = core_of(piece(a)).top;
        const double second = core_of(piece(b)).top;
        return first != second ? first < second : piece(a).box.x < piece(b).box.x;
    });
    std::vector<Band> bands;
    double reach = 0;
    for (const int k : order) {
        const Core core = core_of(piece(k));
        const Box& box = piece(k).box;
        if (bands.empty() || core.top >= reach) {
            bands.push_back({{}, box.y, box.bottom()});
            reach = core.bottom;
        }
        Band& band = bands.back();
        band.pieces.push_back(k);
        band.top = std::min(band.top, box.y);
        band.bottom = std::max(band.bottom, box.bottom());
        reach = std::max(reach, core.bottom);
    }
    for (Band& band : bands) {
        std::stable_sort(band.pieces.begin(), band.pieces.end(),
                         [&](int a, int b) { return piece(a).box.x < piece(b).box.x; });
    }
    return bands;
}

std::vector<std::vector<int>> rows_of(const std::vector<TextPiece>& pieces, std::vector<int> chosen) {
    constexpr double same_line = 0.4;  // of the height of letters
    const auto piece = [&](int k) -> const TextPiece& { return pieces[static_cast<std::size_t>(k)]; };
    std::stable_sort(chosen.begin(), chosen.end(), [&](int a, int b) { return piece(a).baseline < piece(b).baseline; });
    std::vector<std::vector<int>> rows;
    for (const int k : chosen) {
        const auto joins = [&](const std::vector<int>& row) {
            return std::all_of(row.begin(), row.end(), [&](int other) {
                const TextPiece& a = piece(k);
                const TextPiece& b = piece(other);
                // Two pieces over the same stretch are two lines, however close.
                const int overlap = std::min(a.box.right(), b.box.right()) - std::max(a.box.x, b.box.x);
                return std::abs(a.baseline - b.baseline) < same_line * std::max(a.height, b.height) &&
                       overlap < 0.5 * std::min(a.box.width, b.box.width);
            });
        };
        if (!rows.empty() && joins(rows.back())) {
            rows.back().push_back(k);
        } else {
            rows.push_back({k});
        }
    }
    for (auto& row : rows) {
        std::stable_sort(row.begin(), row.end(), [&](int a, int b) { return piece(a).box.x < piece(b).box.x; });
    }
    return rows;
}

Line line_of(const std::vector<TextPiece>& pieces, const std::vector<int>& row) {
    Line line;
    for (const int k : row) {
        const TextPiece& piece = pieces[static_cast<std::size_t>(k)];
        line.words.insert(line.words.end(), piece.words.begin(), piece.words.end());
    }
    part_overlapping(line);
    gather(line);
    const TextPiece& first = pieces[static_cast<std::size_t>(row.front())];
    const TextPiece& last = pieces[static_cast<std::size_t>(row.back())];
    const double left = line.box.x;
    const double right = line.box.right();
    line.baseline = {{left, first.baseline_at(left)}, {right, last.baseline_at(right)}};
    return line;
}

}  // namespace sohoa::ocr
