#pragma once
#include <string>
#include <vector>

#include "ocr/page_reading.h"

/// Where the words of a page stand, before they are written.
namespace sohoa::pdf {

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
    double step = 0;  ///< above the line's baseline, for words that stand off it
};

struct PlacedLine {
    Frame frame;
    std::vector<PlacedWord> words;
};

/// The blocks' lines in reading order, each on its baseline with its words' spans from the line's start; a line without
/// words spreads its text over its box.
std::vector<PlacedLine> placed_lines(const ocr::PageReading& reading);

/// The texts of regions (seals, stamps, signature panels), line by line in their boxes. Where a region lies over the
/// page's words its text is written `small` pixels high in the middle: readers keep text of another size apart, and the
/// page's lines whole.
std::vector<PlacedLine> placed_regions(const ocr::PageReading& reading, double small);

}  // namespace sohoa::pdf
