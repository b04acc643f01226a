#include "ocr/codes/mrz_rows.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <opencv2/imgproc.hpp>
#include <optional>

#include "base/raster_opencv.h"
#include "ocr/codes/pitch_fit.h"
#include "ocr/image/pieces.h"

namespace sohoa::ocr {

namespace {

constexpr int most_side = 1700;             // pixels of the plane that rows are looked for in
constexpr int least_height = 5;             // pixels of a glyph there
constexpr int most_height = 110;            // the same
constexpr std::size_t most_pieces = 60000;  // more is noise
constexpr std::size_t least_in_row = 14;
constexpr double least_filled = 0.7;    // of a row's cells, from its first glyph to its last
constexpr double even_heights = 1.9;    // of neighbours in a row
constexpr double least_row_gap = 1.05;  // pitches from row to row
constexpr double most_row_gap = 3.0;

/// Ink of one glyph, or of several that touch.
struct Glyph {
    Point centre;
    double width = 0;
    double height = 0;
};

cv::Mat ink_of(const cv::Mat& grey) {
    cv::Mat ink;
    const int around = std::max(15, grey.cols / 40) | 1;
    cv::adaptiveThreshold(grey, ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, around, 22);
    return ink;
}

std::vector<Glyph> glyphs_of(const cv::Mat& grey) {
    const Pieces pieces = find_pieces(raster_of(ink_of(grey)));
    std::vector<Glyph> glyphs;
    if (pieces.pieces.size() > most_pieces) return glyphs;
    for (const Piece& piece : pieces.pieces) {
        const Box& box = piece.box;
        if (box.height < least_height || box.height > most_height || box.width > 4 * box.height) continue;
        if (12LL * piece.area < box.area()) continue;
        glyphs.push_back({box.centre(), static_cast<double>(box.width), static_cast<double>(box.height)});
    }
    std::ranges::sort(glyphs, {}, [](const Glyph& glyph) { return glyph.centre.x; });
    return glyphs;
}

/// Glyphs by place, so that neighbours need not be looked for among all.
class GlyphGrid {
public:
    explicit GlyphGrid(const std::vector<Glyph>& glyphs) : glyphs_(glyphs), buckets_(buckets) {
        for (std::size_t k = 0; k < glyphs.size(); ++k) buckets_[bucket(glyphs[k].centre)].push_back(k);
    }

    /// The nearest to the right in the same row: no farther than two cells, about as tall, no more than a part of its
    /// height above or below.
    std::optional<std::size_t> next_of(std::size_t at) const {
        const Glyph& glyph = glyphs_[at];
        const double reach = 2.9 * glyph.height;
        std::optional<std::size_t> found;
        double nearest = reach;
        for (int row = line(glyph.centre.y - glyph.height); row <= line(glyph.centre.y + glyph.height); ++row) {
            for (int column = line(glyph.centre.x); column <= line(glyph.centre.x + reach); ++column) {
                for (const std::size_t other : buckets_[bucket(row, column)]) {
                    const double away = distance(glyph, glyphs_[other], reach);
                    if (other == at || away >= nearest) continue;
                    nearest = away;
                    found = other;
                }
            }
        }
        return found;
    }

private:
    static constexpr int side = 64;
    static constexpr std::size_t buckets = std::size_t{side} * side;
    static constexpr double bucket_pixels = static_cast<double>(most_side + 1) / side;

    static int line(double at) { return std::clamp(static_cast<int>(at / bucket_pixels), 0, side - 1); }
    static std::size_t bucket(int row, int column) {
        return static_cast<std::size_t>(row) * side + static_cast<std::size_t>(column);
    }
    static std::size_t bucket(const Point& p) { return bucket(line(p.y), line(p.x)); }

    static double distance(const Glyph& from, const Glyph& to, double reach) {
        const double across = to.centre.x - from.centre.x;
        const double taller = std::max(from.height, to.height);
        const double smaller = std::min(from.height, to.height);
        const bool beside = across > 0.35 * taller && std::abs(to.centre.y - from.centre.y) < 0.3 * taller;
        return beside && taller < even_heights * smaller ? across : reach;
    }

    const std::vector<Glyph>& glyphs_;
    std::vector<std::vector<std::size_t>> buckets_;
};

/// Rows of glyphs, each the next one's nearest to the right.
std::vector<std::vector<std::size_t>> chains_of(const std::vector<Glyph>& glyphs) {
    const GlyphGrid grid(glyphs);
    std::vector<std::optional<std::size_t>> next(glyphs.size());
    std::vector<std::optional<std::size_t>> before(glyphs.size());
    for (std::size_t k = 0; k < glyphs.size(); ++k) {
        next[k] = grid.next_of(k);
        if (!next[k]) continue;
        auto& owner = before[*next[k]];
        // Of two that lead to one the nearer has it.
        if (!owner || glyphs[*owner].centre.x < glyphs[k].centre.x) owner = k;
    }
    std::vector<std::vector<std::size_t>> chains;
    for (std::size_t k = 0; k < glyphs.size(); ++k) {
        const bool first = !before[k] || next[*before[k]] != k;
        if (!first) continue;
        std::vector<std::size_t> chain{k};
        while (next[chain.back()] && before[*next[chain.back()]] == chain.back()) chain.push_back(*next[chain.back()]);
        if (chain.size() >= least_in_row) chains.push_back(std::move(chain));
    }
    return chains;
}

double height_of(std::vector<double> heights) {
    const auto at = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 3 / 4);
    std::nth_element(heights.begin(), at, heights.end());
    return *at;
}

/// A row with the number of its cells.
struct FoundRow {
    MrzRow row;
    int cells = 0;
};

std::optional<FoundRow> row_of(const std::vector<Glyph>& glyphs, const std::vector<std::size_t>& chain) {
    std::vector<Point> centres;
    std::vector<double> heights;
    for (const std::size_t k : chain) {
        heights.push_back(glyphs[k].height);
        centres.push_back(glyphs[k].centre);
    }
    const double capital = height_of(heights);
    // Glyphs that touch have no centre of their own.
    std::vector<Point> single;
    for (std::size_t k = 0; k < chain.size(); ++k) {
        if (glyphs[chain[k]].width < 1.15 * capital) single.push_back(centres[k]);
    }
    if (single.size() < least_in_row) return std::nullopt;
    const auto fit = fit_pitch(single);
    if (!fit || fit->glyphs < least_filled * fit->cells) return std::nullopt;
    const double pitch = std::hypot(fit->step.x, fit->step.y);
    if (pitch < 0.6 * capital || pitch > 1.9 * capital) return std::nullopt;
    FoundRow found{{fit->start, fit->step, fit->bow, capital}, fit->cells};
    return found;
}

/// Begins the row with another of its cells.
FoundRow begun_at(FoundRow found, int cell) {
    MrzRow& row = found.row;
    row = {row.centre(cell), row.step_at(cell), row.bow, row.capital};
    found.cells -= cell;
    return found;
}

/// The column of another's cells in which a row begins.
int column_of(const FoundRow& row, const FoundRow& other) {
    const Point step = other.row.step;
    const Point away{row.row.start.x - other.row.start.x, row.row.start.y - other.row.start.y};
    return static_cast<int>(std::lround((away.x * step.x + away.y * step.y) / (step.x * step.x + step.y * step.y)));
}

/// How many pitches the row stands below the other, where both may be of one zone.
std::optional<double> below(const FoundRow& upper, const FoundRow& lower) {
    const double pitch = std::hypot(upper.row.step.x, upper.row.step.y);
    const double other = std::hypot(lower.row.step.x, lower.row.step.y);
    if (std::abs(other / pitch - 1) > 0.07 || std::abs(lower.row.capital / upper.row.capital - 1) > 0.35) return {};
    const Point from = upper.row.centre(0);
    const Point to = lower.row.centre(0);
    const Point along{upper.row.step.x / pitch, upper.row.step.y / pitch};
    const double across = ((to.y - from.y) * along.x - (to.x - from.x) * along.y) / pitch;
    const double begin = ((to.x - from.x) * along.x + (to.y - from.y) * along.y) / pitch;
    const double overlap = std::min<double>(upper.cells, begin + lower.cells) - std::max(0.0, begin);
    if (across < least_row_gap || across > most_row_gap) return {};
    if (overlap < 0.6 * std::max(upper.cells, lower.cells)) return {};
    return across;
}

/// All rows begin in the column in which the first of them does.
MrzPlace place_of(const std::vector<FoundRow>& rows) {
    int first = 0;
    for (const FoundRow& row : rows) first = std::min(first, column_of(row, rows.front()));
    MrzPlace place;
    for (const FoundRow& row : rows) {
        const FoundRow moved = begun_at(row, first - column_of(row, rows.front()));
        place.rows.push_back(moved.row);
        place.cells = std::max(place.cells, moved.cells);
    }
    return place;
}

std::vector<MrzPlace> places_of(std::vector<FoundRow> rows) {
    std::ranges::sort(rows, {}, [](const FoundRow& row) { return row.row.start.y; });
    std::vector<MrzPlace> places;
    std::vector<bool> used(rows.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (used[k]) continue;
        std::vector<FoundRow> group{rows[k]};
        used[k] = true;
        for (std::size_t other = k + 1; other < rows.size() && group.size() < 3; ++other) {
            if (used[other] || !below(group.back(), rows[other])) continue;
            group.push_back(rows[other]);
            used[other] = true;
        }
        places.push_back(place_of(group));
    }
    return places;
}

std::vector<MrzPlace> places_among(const std::vector<Glyph>& glyphs) {
    std::vector<FoundRow> rows;
    for (const auto& chain : chains_of(glyphs)) {
        if (auto row = row_of(glyphs, chain)) rows.push_back(*row);
    }
    return places_of(std::move(rows));
}

/// The plane turned anticlockwise by a quarter: what ran down runs to the right.
std::vector<Glyph> lying(const std::vector<Glyph>& glyphs, double width) {
    std::vector<Glyph> turned;
    for (const Glyph& glyph : glyphs)
        turned.push_back({{glyph.centre.y, width - glyph.centre.x}, glyph.height, glyph.width});
    std::ranges::sort(turned, {}, [](const Glyph& glyph) { return glyph.centre.x; });
    return turned;
}

/// Back from there.
MrzPlace raised(MrzPlace place, double width) {
    for (MrzRow& row : place.rows) {
        row.start = {width - row.start.y, row.start.x};
        row.step = {-row.step.y, row.step.x};
        row.bow = {-row.bow.y, row.bow.x};
    }
    return place;
}

MrzPlace scaled(MrzPlace place, double factor) {
    for (MrzRow& row : place.rows) {
        for (Point* point : {&row.start, &row.step, &row.bow}) *point = {point->x * factor, point->y * factor};
        row.capital *= factor;
    }
    return place;
}

}  // namespace

std::vector<MrzPlace> find_mrz_places(const Raster& grey) {
    if (std::min(grey.width(), grey.height()) < 20) return {};
    const double factor = std::max(1.0, std::max(grey.width(), grey.height()) / static_cast<double>(most_side));
    cv::Mat plane = mat_of(grey);
    if (factor > 1) {
        cv::Mat small;
        cv::resize(plane, small, {}, 1 / factor, 1 / factor, cv::INTER_AREA);
        plane = small;
    }
    const std::vector<Glyph> glyphs = glyphs_of(plane);
    std::vector<MrzPlace> places;
    for (MrzPlace& place : places_among(glyphs)) places.push_back(scaled(std::move(place), factor));
    const double width = plane.cols;
    for (MrzPlace& place : places_among(lying(glyphs, width))) {
        places.push_back(scaled(raised(std::move(place), width), factor));
    }
    return places;
}

}  // namespace sohoa::ocr
