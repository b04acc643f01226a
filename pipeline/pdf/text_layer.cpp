#include "pipeline/pdf/text_layer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <optional>
#include <string_view>
#include <vector>

#include "pipeline/pdf/text_font.h"
#include "pipeline/pdf/text_placement.h"

namespace sohoa::pdf {

namespace {

constexpr double advance = text_font::advance / 1000.0;
constexpr double ascent = text_font::ascent / 1000.0;

/// The middle of lower-case letters above the baseline, and how far a word's middle may be from it before the word is
/// taken to stand off its line (curved paper), in font sizes.
constexpr double usual_middle = 0.3;
constexpr double middle_tolerance = 0.3;

/// Advance of a letter below which readers take equal neighbours for one letter printed twice is 0.1 of the size
/// (poppler); letters of a usual font are 0.3 … 0.6 wide.
constexpr double narrowest_advance = 0.2;

/// What a letter gets in any case, whatever its word's box says, in font sizes: with less poppler cuts the word there.
constexpr double least_advance = 0.11;

/// Of a blank between words, in font sizes; poppler sees a gap from 0.15 on.
constexpr double narrowest_blank = 0.18;

/// Height in points of a seal's text where the seal lies over the page's own words.
constexpr double region_over_text = 1.5;

/// Degrees up to which a falling line is written in level words.
constexpr double largest_step_angle = 20;

/// How far the ends of a line may be from their ink, in font sizes, when the whole line is written level.
constexpr double largest_fall = 0.25;

/// Of a line that falls more: what is left of half its fall, so that its ends stay within half a size of each other
/// (poppler's tolerance, PDFium's is near), and how far its ends may then be from their ink.
constexpr double gentle_fall = 0.2;
constexpr double farthest_from_ink = 0.4;

/// Value that four fifths of the words do not exceed: one tall word (a stamp's letter in the line) must not decide.
double usual_largest(std::vector<double> values) {
    const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * 0.8);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

double font_size(const PlacedLine& line) {
    std::vector<double> tops;
    std::vector<double> thicknesses;
    double width = 0;
    double letters = 0;
    for (const PlacedWord& word : line.words) {
        tops.push_back(word.span.top);
        thicknesses.push_back(word.span.thickness());
        width += std::max(word.span.end - word.span.start, 1.0);
        letters += static_cast<double>(word.text.size());
    }
    const double thickness = std::max(usual_largest(std::move(thicknesses)), 1.0);
    const double size = std::clamp(usual_largest(std::move(tops)) / ascent, 0.7 * thickness, 1.5 * thickness);
    return std::max(1.0, std::min(size, width / letters / narrowest_advance));
}

double least_width(const PlacedWord& word, double size) {
    return least_advance * size * static_cast<double>(word.text.size());
}

/// A word whose box is too narrow for its letters stands on both sides over it.
void widen_narrow_words(PlacedLine& line, double size) {
    for (PlacedWord& word : line.words) {
        const double lacking = least_width(word, size) - (word.span.end - word.span.start);
        if (lacking <= 0) continue;
        word.span.start -= lacking / 2;
        word.span.end += lacking / 2;
    }
}

/// Makes room for a blank between words whose boxes touch or overlap: readers glue overlapping words, or take the
/// second for the start of a line. The room is taken from both, from the wider alone where the other has none to give.
void part_words(PlacedLine& line, double size) {
    const double room = narrowest_blank * size;
    for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
        Span& left = line.words[i].span;
        Span& right = line.words[i + 1].span;
        if (right.start - left.end >= room) continue;
        const double first = left.start + least_width(line.words[i], size) + room / 2;
        const double last = right.end - least_width(line.words[i + 1], size) - room / 2;
        double middle = (left.end + right.start) / 2;
        if (first <= last) middle = std::clamp(middle, first, last);
        if (middle - room / 2 <= left.start || middle + room / 2 >= right.end) continue;
        left.end = middle - room / 2;
        right.start = middle + room / 2;
    }
}

/// How far above the line's baseline this word stands; 0 but for words off their line.
double rise_of(const Span& span, double size) {
    const double off = span.middle() - usual_middle * size;
    const bool letters = span.thickness() > 0.4 * size;
    return std::abs(off) > middle_tolerance * (letters ? 1.0 : 2.0) * size ? off : 0;
}

/// At most `digits` decimals, without zeros at the end.
std::string number(double value, int digits) {
    std::string text = fmt::format("{:.{}f}", value, digits);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

double rounded(double value) {
    return std::round(value * 100) / 100;
}

void show(std::string& out, std::u32string_view codes, double width, double size) {
    const double natural = static_cast<double>(codes.size()) * advance * size;
    out += number(std::max(100 * width / natural, 0.01), 2);
    out += " Tz <";
    for (const char32_t code : codes) fmt::format_to(std::back_inserter(out), "{:04X}", static_cast<unsigned>(code));
    out += "> Tj\n";
}

/// The quarter turn nearest to a direction, where it is near enough for words to be written at it.
std::optional<Point> quarter_turn_near(Point along) {
    const Point turn = std::abs(along.x) >= std::abs(along.y) ? Point{std::copysign(1.0, along.x), 0}
                                                              : Point{0, std::copysign(1.0, along.y)};
    const double cosine = along.x * turn.x + along.y * turn.y;
    if (cosine < std::cos(largest_step_angle * std::numbers::pi / 180)) return std::nullopt;
    return turn;
}

/// A line that falls to one side is written level, so that readers keep it together: poppler cuts a word whose letters
/// leave the level by half a point, and takes words at different heights for different lines. Where the line's ends
/// would stand off their ink by more than a quarter of the font size, it becomes steps: each word level, its middle on
/// a baseline that falls as little as words on their ink allow (about 2° for a full line), or on the very baseline.
void level(PlacedLine& line, double size) {
    const auto turn = quarter_turn_near(line.frame.along);
    if (!turn || *turn == line.frame.along) return;
    const Point along = line.frame.along;
    const auto on_baseline = [&line, along](double at) {
        return Point{line.frame.origin.x + along.x * at, line.frame.origin.y + along.y * at};
    };
    const double first = line.words.front().span.start;
    const double last = line.words.back().span.end;
    const Frame level{on_baseline((first + last) / 2), *turn};
    const double half_fall = std::abs(level.up_of(on_baseline(first)));
    const double cosine = along.x * turn->x + along.y * turn->y;
    const bool gentle = half_fall <= (gentle_fall + farthest_from_ink) * size;
    const double kept_fall = half_fall <= largest_fall * size ? 0 : gentle ? gentle_fall * size / half_fall : 1;
    for (PlacedWord& word : line.words) {
        const Point base = on_baseline((word.span.start + word.span.end) / 2);
        const double half = (word.span.end - word.span.start) / 2 * cosine;
        word.span.start = level.along_of(base) - half;
        word.span.end = level.along_of(base) + half;
        word.step += kept_fall * level.up_of(base);
    }
    line.frame = level;
}

void write(std::string& out, PlacedLine& line, const PageGeometry& geometry) {
    const double scale = geometry.units_per_pixel;
    const double size = std::max(rounded(font_size(line) * scale), 0.01);
    for (PlacedWord& word : line.words) word.step = rise_of(word.span, size / scale);
    widen_narrow_words(line, size / scale);
    part_words(line, size / scale);
    level(line, size / scale);
    const Point origin = geometry.on_sheet(line.frame.origin);
    const Point along = line.frame.along;
    fmt::format_to(std::back_inserter(out), "{} {} Tf\n{} {} {} {} {} {} Tm\n", text_font::resource_name,
                   number(size, 2), number(along.x, 5), number(-along.y, 5), number(along.y, 5), number(along.x, 5),
                   number(origin.x, 2), number(origin.y, 2));
    Point at{0, 0};
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const PlacedWord& word = line.words[i];
        const Point to{rounded(word.span.start * scale), rounded(word.step * scale)};
        const double end = std::max(word.span.end * scale, to.x + 0.01);
        fmt::format_to(std::back_inserter(out), "{} {} Td ", number(to.x - at.x, 2), number(to.y - at.y, 2));
        at = to;
        show(out, word.text, end - to.x, size);
        if (i + 1 < line.words.size()) show(out, U" ", line.words[i + 1].span.start * scale - end, size);
    }
}

}  // namespace

std::string text_layer(const ocr::PageReading& reading, const PageGeometry& geometry, const Levelling& levelling) {
    PageGeometry sheet = geometry;
    sheet.width = levelling.width;
    sheet.height = levelling.height;
    const double scale = geometry.units_per_pixel;
    std::string lines;
    const auto write_all = [&](std::vector<PlacedLine> placed) {
        for (PlacedLine& line : placed) {
            // From pixels of the scan to pixels of the levelled sheet.
            const Point place = levelling.on_sheet(line.frame.origin, geometry);
            line.frame.origin = {place.x / scale, (sheet.height - place.y) / scale};
            line.frame.along = levelling.turned(line.frame.along);
            write(lines, line, sheet);
        }
    };
    write_all(placed_lines(reading));
    write_all(placed_regions(reading, region_over_text / scale));
    if (lines.empty()) return {};
    return "q BT 3 Tr\n" + lines + "ET Q\n";
}

}  // namespace sohoa::pdf
