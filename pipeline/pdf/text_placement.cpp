#include "pipeline/pdf/text_placement.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/vietnamese.h"
#include "pipeline/pdf/text_font.h"

namespace sohoa::pdf {

namespace {

/// Share of a line's height that lies under its baseline.
constexpr double depth_of_line = 0.2;

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
    const double down = span.bottom + depth_of_line * span.thickness();
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

/// Lines of text that are more than blanks.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const auto line = text.substr(0, end); !words_of(line).empty()) lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool lies_over_words(const Box& box, const ocr::PageReading& reading) {
    for (const ocr::Block& block : reading.blocks) {
        for (const ocr::Line& line : block.lines) {
            if (intersection(line.box, box).empty()) continue;
            if (line.words.empty()) return true;
            for (const ocr::Word& word : line.words) {
                if (!intersection(word.box, box).empty()) return true;
            }
        }
    }
    return false;
}

/// Room for `count` lines of the given height in the middle of a span, `letters` the longest.
Span shrunk(const Span& whole, std::size_t count, std::size_t letters, double height) {
    const double along = std::min(whole.end - whole.start, height / 2 * static_cast<double>(letters)) / 2;
    const double across = std::min(whole.thickness(), height * static_cast<double>(count)) / 2;
    const double middle = (whole.start + whole.end) / 2;
    return {middle - along, middle + along, whole.middle() - across, whole.middle() + across};
}

void place(const ocr::Region& region, const ocr::PageReading& reading, double small, std::vector<PlacedLine>& result) {
    const auto texts = lines_of(region.text);
    if (texts.empty() || region.box.empty()) return;
    const Frame frame{region.box.centre(), direction_of_page(reading)};
    Span whole = span_of(region.box, frame);
    if (lies_over_words(region.box, reading)) {
        std::size_t letters = 1;
        for (const auto text : texts) letters = std::max(letters, to_utf32(text).size());
        whole = shrunk(whole, texts.size(), letters, small);
    }
    const double step = whole.thickness() / static_cast<double>(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const double baseline = whole.top - step * (static_cast<double>(i) + 1 - depth_of_line);
        Frame own = frame;
        own.origin = {frame.origin.x + frame.up().x * baseline, frame.origin.y + frame.up().y * baseline};
        result.push_back(
            {own, spread(texts[i], {whole.start, whole.end, -depth_of_line * step, (1 - depth_of_line) * step})});
    }
}

}  // namespace

std::vector<PlacedLine> placed_lines(const ocr::PageReading& reading) {
    std::vector<PlacedLine> lines;
    for (const ocr::Block& block : reading.blocks) {
        for (const ocr::Line& line : block.lines) {
            if (PlacedLine words = placed(line, reading); !words.words.empty()) lines.push_back(std::move(words));
        }
    }
    return lines;
}

std::vector<PlacedLine> placed_regions(const ocr::PageReading& reading, double small) {
    std::vector<PlacedLine> lines;
    for (const ocr::Region& region : reading.regions) place(region, reading, small, lines);
    std::erase_if(lines, [](const PlacedLine& line) { return line.words.empty(); });
    return lines;
}

}  // namespace sohoa::pdf
