#include "ocr/codes/mrz_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include "ocr/codes/mrz_cells.h"
#include "ocr/codes/mrz_rows.h"
#include "ocr/codes/mrz_search.h"

namespace sohoa::ocr {

namespace {

constexpr int spare_cells = 3;              // judged before and behind what was found
constexpr double least_like_a_zone = 0.45;  // mean probability that a cell is what may stand there
constexpr double most_cost = 7;             // of MrzText, for a zone to be believed
constexpr double least_margin = 3;
constexpr std::size_t most_places = 12;  // of one plane

constexpr std::array all_formats{MrzFormat::td1, MrzFormat::td2, MrzFormat::td3};

/// Rows with what their cells are, from `first` on.
struct JudgedPlace {
    std::vector<MrzRow> rows;
    int first = 0;
    MrzJudgements cells;
};

JudgedPlace judged(const Raster& grey, std::vector<MrzRow> rows, int cells) {
    JudgedPlace place{std::move(rows), -spare_cells, {}};
    for (const MrzRow& row : place.rows) {
        std::vector<MrzJudgement> judgements;
        for (const MrzCell& cell : cut_mrz_cells(grey, row, place.first, cells + 2 * spare_cells))
            judgements.push_back(judge_mrz_cell(cell));
        place.cells.push_back(std::move(judgements));
    }
    return place;
}

/// A row read from its other end.
MrzRow reversed(const MrzRow& row, int cells) {
    const Point step = row.step_at(cells - 1);
    return {row.centre(cells - 1), {-step.x, -step.y}, row.bow, row.capital};
}

/// A format laid over rows, from one of their cells on.
struct Window {
    MrzFormat format = MrzFormat::td1;
    int first = 0;        ///< cell of the rows
    double likeness = 0;  ///< mean probability that a cell is what may stand there
    double fit = 0;       ///< the same, less what stands beside the window as if it belonged to it
};

void weigh(const JudgedPlace& place, Window& window) {
    double sum = 0;
    double beside = 0;
    int count = 0;
    for (int line = 0; line < line_count(window.format); ++line) {
        const auto& row = place.cells[static_cast<std::size_t>(line)];
        for (std::size_t at = 0; at < row.size(); ++at) {
            const int k = place.first + static_cast<int>(at) - window.first;
            if (k < 0 || k >= line_length(window.format)) beside += 1 - std::exp(row[at].back());
        }
        for (int k = 0; k < line_length(window.format); ++k) {
            const auto at = static_cast<std::size_t>(window.first + k - place.first);
            const MrzJudgement& cell = place.cells[static_cast<std::size_t>(line)][at];
            float best = -30;
            for (const char c : alphabet_at(window.format, line, k)) best = std::max(best, cell[mrz_index(c)]);
            sum += std::exp(best);
            ++count;
        }
    }
    window.likeness = sum / count;
    window.fit = (sum - beside) / count;
}

std::optional<Window> best_window(const JudgedPlace& place) {
    std::optional<Window> best;
    for (const MrzFormat format : all_formats) {
        if (place.rows.size() != static_cast<std::size_t>(line_count(format))) continue;
        const int end = place.first + static_cast<int>(place.cells.front().size());
        for (int first = place.first; first + line_length(format) <= end; ++first) {
            Window window{format, first, 0, 0};
            weigh(place, window);
            if (!best || window.fit > best->fit) best = window;
        }
    }
    return best && best->likeness > least_like_a_zone ? best : std::nullopt;
}

MrzJudgements cells_in(const JudgedPlace& place, const Window& window) {
    MrzJudgements cells;
    for (const auto& row : place.cells) {
        const auto begin = row.begin() + (window.first - place.first);
        cells.emplace_back(begin, begin + line_length(window.format));
    }
    return cells;
}

Quad quad_of_row(const MrzRow& row, int first, int count) {
    const Point left = row.centre(first - 0.5);
    const Point right = row.centre(first + count - 0.5);
    const double length = std::max(1e-6, std::hypot(right.x - left.x, right.y - left.y));
    const double half = 0.62 * row.capital;
    const Point down{-(right.y - left.y) / length * half, (right.x - left.x) / length * half};
    return {{Point{left.x - down.x, left.y - down.y}, Point{right.x - down.x, right.y - down.y},
             Point{right.x + down.x, right.y + down.y}, Point{left.x + down.x, left.y + down.y}}};
}

int turn_of(const MrzRow& row) {
    if (std::abs(row.step.x) >= std::abs(row.step.y)) return row.step.x > 0 ? 0 : 180;
    return row.step.y > 0 ? 270 : 90;
}

bool is_checked(MrzFormat format, int line, int position) {
    const auto& digits = check_digits_of(format);
    return std::any_of(digits.begin(), digits.end(), [&](const CheckDigit& digit) {
        return std::any_of(digit.covers.begin(), digit.covers.end(), [&](const MrzRange& range) {
            return range.line == line && position >= range.begin && position < range.end;
        });
    });
}

/// Of the least certain character in a range; those that check digits hold for are certain.
double least_confidence(const MrzJudgements& cells, const MrzReading& reading, const MrzRange& range) {
    double least = 1;
    const auto line = static_cast<std::size_t>(range.line);
    for (int k = range.begin; k < range.end; ++k) {
        if (reading.valid && is_checked(reading.format, range.line, k)) continue;
        const auto at = static_cast<std::size_t>(k);
        least = std::min<double>(least, std::exp(cells[line][at][mrz_index(reading.lines[line][at])]));
    }
    return least;
}

std::vector<std::string> failed_digits(const MrzReading& reading) {
    std::vector<std::string> failed;
    for (const CheckDigit& digit : check_digits_of(reading.format)) {
        if (state_of(digit, reading.lines) == CheckState::fails) failed.emplace_back(digit.name);
    }
    return failed;
}

MrzReading reading_of(const JudgedPlace& place, const Window& window) {
    const MrzJudgements cells = cells_in(place, window);
    MrzText text = checked_mrz_text(window.format, cells);
    MrzReading reading;
    reading.format = window.format;
    reading.valid = !text.lines.empty() && text.cost < most_cost && text.margin > least_margin && holds(text.lines);
    if (!reading.valid) text = plain_mrz_text(window.format, cells);
    reading.lines = std::move(text.lines);
    if (!reading.valid) reading.failed = failed_digits(reading);
    reading.confidence = least_confidence(cells, reading, range_of(window.format, MrzField::name));
    for (int line = 0; line < line_count(window.format); ++line)
        reading.line_confidence.push_back(least_confidence(cells, reading, {line, 0, line_length(window.format)}));
    for (const MrzRow& row : place.rows)
        reading.rows.push_back(quad_of_row(row, window.first, line_length(window.format)));
    reading.turn = turn_of(place.rows.front());
    return reading;
}

/// The zone read both ways; the way that looks more like one counts.
std::optional<MrzReading> read_place(const Raster& grey, const MrzPlace& found) {
    const JudgedPlace upright = judged(grey, found.rows, found.cells);
    std::vector<MrzRow> turned;
    for (auto row = found.rows.rbegin(); row != found.rows.rend(); ++row) turned.push_back(reversed(*row, found.cells));
    const JudgedPlace inverted = judged(grey, std::move(turned), found.cells);
    const auto one = best_window(upright);
    const auto other = best_window(inverted);
    if (one && (!other || one->fit >= other->fit)) return reading_of(upright, *one);
    if (other) return reading_of(inverted, *other);
    return std::nullopt;
}

bool may_be_zone(const MrzPlace& place) {
    const int most = line_length(MrzFormat::td3) + spare_cells;
    return place.rows.size() >= 2 && place.cells >= line_length(MrzFormat::td1) - spare_cells && place.cells <= most;
}

}  // namespace

std::vector<MrzReading> read_mrz(const Raster& grey) {
    std::vector<MrzReading> readings;
    if (grey.channels() != 1) return readings;
    std::size_t tried = 0;
    for (const MrzPlace& place : find_mrz_places(grey)) {
        if (!may_be_zone(place) || ++tried > most_places) continue;
        if (auto reading = read_place(grey, place)) readings.push_back(std::move(*reading));
    }
    return readings;
}

}  // namespace sohoa::ocr
