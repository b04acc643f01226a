#include "ocr/image/rules.h"

#include <algorithm>
#include <utility>

#include "ocr/image/transposed.h"

namespace sohoa::ocr {

namespace {

constexpr double least_length = 5;          // small letters
constexpr double least_side_of_cell = 1.8;  // small letters: an upright rule between two level ones, the side of a cell
constexpr double greatest_thickness = 0.5;
constexpr double share_of_strokes = 0.25;  // columns that go on as strokes, where letters melt into a line
constexpr double evenness = 0.75;          // faint columns of a rule against its strong ones
constexpr int bridged = 2;                 // pixels: gaps that scanning tears into a thin line
constexpr int fringe = 2;                  // pixels: grey beside a line that goes with it

struct Stretch {
    int y;
    int begin;
    int end;
    int line = -1;
};

/// Runs of ink at least `least` long, row by row; small gaps do not end them.
std::vector<Stretch> long_stretches(const Raster& ink, int least) {
    std::vector<Stretch> stretches;
    for (int y = 0; y < ink.height(); ++y) {
        const std::uint8_t* row = ink.row(y);
        int x = least - 1;
        // Any run of that length covers one of the columns least - 1, 2 · least - 1, …: only those are looked at.
        while (x < ink.width()) {
            const auto inked = [&](int column) {
                for (int k = column; k <= std::min(column + bridged, ink.width() - 1); ++k) {
                    if (row[k] != 0) return true;
                }
                return false;
            };
            if (!inked(x)) {
                x += least;
                continue;
            }
            int begin = x;
            for (int gap = 0; begin > 0 && gap <= bridged; --begin) gap = row[begin - 1] != 0 ? 0 : gap + 1;
            int end = x;
            for (int gap = 0; end < ink.width() && gap <= bridged; ++end) gap = row[end] != 0 ? 0 : gap + 1;
            while (begin < end && row[begin] == 0) ++begin;
            while (begin < end && row[end - 1] == 0) --end;
            if (end - begin >= least) stretches.push_back({y, begin, end});
            x = std::max(end, x) + least;
        }
    }
    return stretches;
}

/// Numbers the stretches by the line they belong to: neighbours in adjacent rows that overlap, or nearly meet where the
/// line steps to the next row.
int number_lines(std::vector<Stretch>& stretches) {
    int lines = 0;
    std::size_t above = 0;
    for (std::size_t k = 0; k < stretches.size(); ++k) {
        Stretch& stretch = stretches[k];
        while (stretches[above].y < stretch.y - 1) ++above;
        for (std::size_t j = above; j < k && stretches[j].y < stretch.y; ++j) {
            if (stretches[j].begin <= stretch.end + bridged && stretches[j].end + bridged >= stretch.begin) {
                stretch.line = stretches[j].line;
                break;
            }
        }
        if (stretch.line < 0) stretch.line = lines++;
    }
    return lines;
}

/// Rows above and below (x, y) without a break of ink, looked at no further than `limit`.
struct Extent {
    int top;
    int bottom;
    int length() const { return bottom - top + 1; }
};

Extent extent_through(const Raster& ink, int x, int y, int limit) {
    Extent extent{y, y};
    while (extent.top > 0 && y - extent.top < limit && ink.row(extent.top - 1)[x] != 0) --extent.top;
    while (extent.bottom + 1 < ink.height() && extent.bottom - y < limit && ink.row(extent.bottom + 1)[x] != 0) {
        ++extent.bottom;
    }
    return extent;
}

/// The thickness most columns of a line have.
int thickness_of(const Raster& ink, const std::vector<const Stretch*>& line, int limit) {
    std::vector<int> lengths;
    for (const Stretch* stretch : line) {
        for (int x = stretch->begin; x < stretch->end; x += 3) {
            if (ink.row(stretch->y)[x] != 0) lengths.push_back(extent_through(ink, x, stretch->y, limit).length());
        }
    }
    if (lengths.empty()) return 0;
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

/// The tops of small letters melt into a line where print is small and blurred. Unlike a rule such a line is dark only
/// where strokes pass, and many of its columns go on as strokes.
bool is_of_letters(const Raster& plane, const Raster& ink, const std::vector<const Stretch*>& line, int thickness) {
    std::vector<int> darkness;
    std::size_t strokes = 0;
    for (const Stretch* stretch : line) {
        for (int x = stretch->begin; x < stretch->end; ++x) {
            if (ink.row(stretch->y)[x] == 0) continue;
            const Extent extent = extent_through(ink, x, stretch->y, thickness + fringe + 1);
            int darkest = 255;
            for (int y = std::max(extent.top, stretch->y - thickness);
                 y <= std::min(extent.bottom, stretch->y + thickness); ++y) {
                darkest = std::min<int>(darkest, plane.row(y)[x]);
            }
            darkness.push_back(255 - darkest);
            strokes += extent.length() > thickness + fringe ? 1 : 0;
        }
    }
    if (darkness.empty() || static_cast<double>(strokes) < share_of_strokes * static_cast<double>(darkness.size()))
        return false;
    std::sort(darkness.begin(), darkness.end());
    const double faint = darkness[darkness.size() / 10];
    const double strong = darkness[darkness.size() * 9 / 10];
    return faint < evenness * strong;
}

/// Erases the column of the line through (x, y) with its grey fringe, unless something thicker passes there.
void erase_column(Raster& plane, Raster& ink, int x, int y, int thickness) {
    if (ink.row(y)[x] == 0) {
        plane.row(y)[x] = 255;
        return;
    }
    const Extent extent = extent_through(ink, x, y, thickness + fringe + 1);
    if (extent.length() > thickness + fringe) return;
    for (int row = extent.top; row <= extent.bottom; ++row) {
        ink.row(row)[x] = 0;
        plane.row(row)[x] = 255;
    }
    for (int k = 1; k <= fringe; ++k) {
        if (extent.top - k >= 0 && ink.row(extent.top - k)[x] == 0) plane.row(extent.top - k)[x] = 255;
        if (extent.bottom + k < ink.height() && ink.row(extent.bottom + k)[x] == 0)
            plane.row(extent.bottom + k)[x] = 255;
    }
}

/// Takes out the stretches shorter than `least` unless both ends lie on `sides`: rules across them, as boxes of the
/// same plane.
void keep_sides_of_cells(std::vector<Stretch>& stretches, int least, const std::vector<Box>& sides) {
    constexpr int near = 4;  // pixels: rules that were lifted left their fringe
    const auto ends_at = [&](int x, int y) {
        return std::any_of(sides.begin(), sides.end(), [&](const Box& side) {
            return x >= side.x - near && x <= side.right() + near && y >= side.y - near && y <= side.bottom() + near;
        });
    };
    std::erase_if(stretches, [&](const Stretch& stretch) {
        if (stretch.end - stretch.begin >= least) return false;
        return !ends_at(stretch.begin, stretch.y) || !ends_at(stretch.end - 1, stretch.y);
    });
}

std::vector<Box> lift_level_rules(Raster& plane, Raster& ink, std::vector<Stretch> stretches, double x_height) {
    const int thickest = std::max(3, static_cast<int>(greatest_thickness * x_height));
    std::vector<std::vector<const Stretch*>> lines(static_cast<std::size_t>(number_lines(stretches)));
    for (const Stretch& stretch : stretches) lines[static_cast<std::size_t>(stretch.line)].push_back(&stretch);
    std::vector<Box> rules;
    for (const auto& line : lines) {
        const int thickness = thickness_of(ink, line, thickest + 1);
        if (thickness == 0 || thickness > thickest || is_of_letters(plane, ink, line, thickness)) continue;
        Box box;
        for (const Stretch* stretch : line) {
            box = bounding(box, {stretch->begin, stretch->y, stretch->end - stretch->begin, 1});
            for (int x = stretch->begin; x < stretch->end; ++x) erase_column(plane, ink, x, stretch->y, thickness);
        }
        rules.push_back(box);
    }
    return rules;
}

bool meet(const Box& a, const Box& b, int slack) {
    return !intersection({a.x - slack, a.y - slack, a.width + 2 * slack, a.height + 2 * slack}, b).empty();
}

}  // namespace

std::vector<Rule> lift_rules(Raster& plane, Raster& ink, double x_height) {
    std::vector<Rule> rules;
    const int least = std::max(8, static_cast<int>(least_length * x_height));
    for (const Box& box : lift_level_rules(plane, ink, long_stretches(ink, least), x_height)) {
        rules.push_back({box, false});
    }
    Raster upright_ink = transposed(ink);
    const int least_upright =
        std::max(8, static_cast<int>((rules.empty() ? least_length : least_side_of_cell) * x_height));
    std::vector<Stretch> upright = long_stretches(upright_ink, least_upright);
    std::vector<Box> across;
    for (const Rule& rule : rules) across.push_back({rule.box.y, rule.box.x, rule.box.height, rule.box.width});
    keep_sides_of_cells(upright, least, across);
    if (upright.empty()) return rules;
    Raster upright_plane = transposed(plane);
    for (const Box& box : lift_level_rules(upright_plane, upright_ink, std::move(upright), x_height)) {
        rules.push_back({{box.y, box.x, box.height, box.width}, true});
    }
    plane = transposed(upright_plane);
    ink = transposed(upright_ink);
    return rules;
}

std::vector<Box> tables_of(const std::vector<Rule>& rules) {
    constexpr int slack = 6;            // pixels: corners that do not quite meet
    constexpr std::size_t enough = 5;   // rules: a frame has four
    constexpr std::size_t most = 2000;  // more is hatching, and comparing all of them would take long
    if (rules.size() > most) return {};
    std::vector<std::size_t> group(rules.size());
    for (std::size_t k = 0; k < rules.size(); ++k) group[k] = k;
    const auto root = [&](std::size_t k) {
        while (group[k] != k) k = group[k];
        return k;
    };
    for (std::size_t a = 0; a < rules.size(); ++a) {
        for (std::size_t b = a + 1; b < rules.size(); ++b) {
            if (rules[a].vertical != rules[b].vertical && meet(rules[a].box, rules[b].box, slack)) {
                const std::size_t first = std::min(root(a), root(b));
                group[std::max(root(a), root(b))] = first;
            }
        }
    }
    std::vector<Box> tables;
    for (std::size_t k = 0; k < rules.size(); ++k) {
        if (root(k) != k) continue;
        Box box;
        std::size_t level = 0;
        std::size_t upright = 0;
        for (std::size_t j = k; j < rules.size(); ++j) {
            if (root(j) != k) continue;
            box = bounding(box, rules[j].box);
            ++(rules[j].vertical ? upright : level);
        }
        if (level >= 2 && upright >= 1 && level + upright >= enough) tables.push_back(box);
    }
    return tables;
}

}  // namespace sohoa::ocr
