#include "pipeline/pdf/text_layer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <optional>
#include <string_view>
#include <vector>

#include "base/vietnamese.h"
#include "pipeline/pdf/text_font.h"

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

/// A frame on the page: `along` the text, `up` to the tops of letters; unit vectors in pixels, y down.
struct Frame {
    Point origin;
    Point along{1, 0};

    Point up() const { return {along.y, -along.x}; }
    double along_of(Point p) const { return (p.x - origin.x) * along.x + (p.y - origin.y) * along.y; }
    double up_of(Point p) const { return (p.x - origin.x) * up().x + (p.y - origin.y) * up().y; }
};

struct Span {
    double start = 0;
    double end = 0;
    double bottom = 0;
    double top = 0;
    double middle() const { return (bottom + top) / 2; }
    double thickness() const { return top - bottom; }
};

struct PlacedWord {
    std::u32string text;
    Span span;
};

struct PlacedLine {
    Frame frame;
    std::vector<PlacedWord> words;
};

/// What the font can say of a word: no blanks, no codes that PDF/A-2u forbids.
std::u32string writable(std::string_view text) {
    std::u32string codes = to_utf32(nfc(text));
    std::u32string kept;
    for (const char32_t code : codes) {
        if (code > 0xFFFF) {
            kept += U'\uFFFD';
        } else if (code > U' ' && code != 0xA0 && !(code >= 0x7F && code < 0xA0) && text_font::has_code(code)) {
            kept += code;
        }
    }
    return kept;
}

Point direction_of_page(const ocr::PageReading& reading) {
    switch (reading.orientation) {
        case 90:
            return {0, -1};
        case 180:
            return {-1, 0};
        case 270:
            return {0, 1};
        default:
            return {1, 0};
    }
}

double length(Point v) {
    return std::hypot(v.x, v.y);
}

/// The rotated rectangle whose bounding box this is.
Span span_of(const Box& box, const Frame& frame) {
    const double cosine = std::abs(frame.along.x);
    const double sine = std::abs(frame.along.y);
    const double determinant = cosine * cosine - sine * sine;
    double along = (box.width * cosine - box.height * sine) / determinant;
    double across = (box.height * cosine - box.width * sine) / determinant;
    const bool upright = cosine >= sine;
    const double plain_along = upright ? box.width : box.height;
    const double plain_across = upright ? box.height : box.width;
    if (std::abs(determinant) < 0.3 || along < plain_along / 2 || across < plain_across / 3) {
        along = plain_along;
        across = plain_across;
    }
    const Point centre = box.centre();
    const double a = frame.along_of(centre);
    const double u = frame.up_of(centre);
    return {a - along / 2, a + along / 2, u - across / 2, u + across / 2};
}

Span span_of(const Quad& quad, const Frame& frame) {
    const auto& c = quad.corners;
    const auto middle = [](double a, double b) { return (a + b) / 2; };
    Span span{middle(frame.along_of(c[0]), frame.along_of(c[3])), middle(frame.along_of(c[1]), frame.along_of(c[2])),
              middle(frame.up_of(c[3]), frame.up_of(c[2])), middle(frame.up_of(c[0]), frame.up_of(c[1]))};
    if (span.start > span.end) std::swap(span.start, span.end);
    if (span.bottom > span.top) std::swap(span.bottom, span.top);
    return span;
}

Span span_of(const ocr::Word& word, const Frame& frame) {
    return word.quad ? span_of(*word.quad, frame) : span_of(word.box, frame);
}

/// The line's own direction; the page's where the baseline is too short to tell.
Frame frame_of(const ocr::Line& line, const ocr::PageReading& reading) {
    const Point page_direction = direction_of_page(reading);
    const Point run{line.baseline.end.x - line.baseline.start.x, line.baseline.end.y - line.baseline.start.y};
    const double short_side = std::min(line.box.width, line.box.height);
    if (std::isfinite(run.x) && std::isfinite(run.y) && length(run) > std::max(1.0, short_side / 2)) {
        return {line.baseline.start, {run.x / length(run), run.y / length(run)}};
    }
    Frame frame{line.box.centre(), page_direction};
    const Span span = line.quad ? span_of(*line.quad, frame) : span_of(line.box, frame);
    const double down = span.bottom + 0.2 * span.thickness();
    frame.origin = {frame.origin.x + frame.along.x * span.start + frame.up().x * down,
                    frame.origin.y + frame.along.y * span.start + frame.up().y * down};
    return frame;
}

/// Words of a text without boxes, spread over a span by their number of letters.
std::vector<PlacedWord> spread(std::string_view text, const Span& span) {
    std::vector<PlacedWord> words;
    std::size_t letters = 0;
    for (const std::string& word : words_of(text)) {
        auto codes = writable(word);
        if (codes.empty()) continue;
        letters += codes.size() + (words.empty() ? 0 : 1);
        words.push_back({std::move(codes), span});
    }
    double at = span.start;
    for (PlacedWord& word : words) {
        const double step = (span.end - span.start) / static_cast<double>(letters);
        word.span.start = at;
        word.span.end = at + step * static_cast<double>(word.text.size());
        at = word.span.end + step;
    }
    return words;
}

PlacedLine placed(const ocr::Line& line, const ocr::PageReading& reading) {
    PlacedLine result{frame_of(line, reading), {}};
    for (const ocr::Word& word : line.words) {
        if (auto codes = writable(word.text); !codes.empty()) {
            result.words.push_back({std::move(codes), span_of(word, result.frame)});
        }
    }
    if (result.words.empty()) {
        const Span span = line.quad ? span_of(*line.quad, result.frame) : span_of(line.box, result.frame);
        result.words = spread(line.text, span);
    }
    return result;
}

std::vector<PlacedLine> placed(const ocr::Region& region, const ocr::PageReading& reading) {
    std::vector<std::string_view> texts;
    for (std::string_view rest = region.text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const auto text = rest.substr(0, end); !words_of(text).empty()) texts.push_back(text);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::vector<PlacedLine> lines;
    Frame frame{region.box.centre(), direction_of_page(reading)};
    const Span whole = span_of(region.box, frame);
    const double step = whole.thickness() / static_cast<double>(std::max<std::size_t>(texts.size(), 1));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Span span{whole.start, whole.end, whole.top - step * static_cast<double>(i + 1), 0};
        span.top = span.bottom + step;
        // The frame's origin goes onto this line's baseline, so spans become relative to it.
        const double baseline = span.bottom + 0.2 * step;
        Frame own = frame;
        own.origin = {frame.origin.x + frame.up().x * baseline, frame.origin.y + frame.up().y * baseline};
        span.bottom -= baseline;
        span.top -= baseline;
        lines.push_back({own, spread(texts[i], span)});
    }
    return lines;
}

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

void write(std::string& out, const PlacedLine& line, const PageGeometry& geometry) {
    if (line.words.empty()) return;
    const double scale = geometry.units_per_pixel;
    const double size = std::max(rounded(font_size(line) * scale), 0.01);
    const Point origin = geometry.on_sheet(line.frame.origin);
    const Point along = line.frame.along;
    fmt::format_to(std::back_inserter(out), "{} {} Tf\n{} {} {} {} {} {} Tm\n", text_font::resource_name,
                   number(size, 2), number(along.x, 5), number(-along.y, 5), number(along.y, 5), number(along.x, 5),
                   number(origin.x, 2), number(origin.y, 2));
    Point at{0, 0};
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        const PlacedWord& word = line.words[i];
        const Point to{rounded(word.span.start * scale), rounded(rise_of(word.span, size / scale) * scale)};
        const double end = std::max(word.span.end * scale, to.x + 0.01);
        fmt::format_to(std::back_inserter(out), "{} {} Td ", number(to.x - at.x, 2), number(to.y - at.y, 2));
        at = to;
        show(out, word.text, end - to.x, size);
        if (i + 1 < line.words.size()) show(out, U" ", line.words[i + 1].span.start * scale - end, size);
    }
}

}  // namespace

std::string text_layer(const ocr::PageReading& reading, const PageGeometry& geometry) {
    std::string lines;
    for (const ocr::Block& block : reading.blocks) {
        for (const ocr::Line& line : block.lines) write(lines, placed(line, reading), geometry);
    }
    for (const ocr::Region& region : reading.regions) {
        for (const PlacedLine& line : placed(region, reading)) write(lines, line, geometry);
    }
    if (lines.empty()) return {};
    return "q BT 3 Tr\n" + lines + "ET Q\n";
}

}  // namespace sohoa::pdf
