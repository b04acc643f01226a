#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/problem.h"

/// What a page says. Every box, quad and baseline is in pixels of the scan as delivered (scanners::Page::pixels).
namespace sohoa::ocr {

/// What one letter or sign may be, as far as the recogniser saw.
struct SymbolChoice {
    std::string text;
    double confidence = 0;  ///< 0 … 1; only for comparison with its rivals
};

/// One letter or sign of a word as a recogniser saw it.
struct ReadSymbol {
    Box box;                            ///< where it saw it; no closer than a few pixels
    std::vector<SymbolChoice> choices;  ///< what it may be, the one it settled on first; never empty
};

/// What another recogniser read of the same ink.
struct SecondReading {
    std::string text;
    double confidence = 0;  ///< 0 … 1, by its own measure
};

struct Word {
    Box box;
    std::optional<Quad> quad;  ///< on pages that are turned, skewed over 1°, rectified or flattened
    std::string text;          ///< NFC, no white space
    double confidence = 0;     ///< 0 … 1
    std::string raw;           ///< what the recogniser said, where a correction changed it
    /// The letters and signs of `text`; empty where they are not known, and in a finished reading.
    std::vector<ReadSymbol> symbols;
    std::optional<SecondReading> second;  ///< never in a finished reading
};

/// From the left end of the line's baseline to its right end, in reading direction.
struct Baseline {
    Point start;
    Point end;
};

struct Line {
    Box box;
    std::optional<Quad> quad;
    std::string text;  ///< the words joined by single blanks
    double confidence = 0;
    Baseline baseline;
    std::vector<Word> words;
};

/// Roles are names of the contract: "letterhead_issuer", "letterhead_motto", "number", "place_date", "title", "body",
/// "recipients", "signature", "header", "footer", "table", "form", "mrz"; empty where it is not certain.
struct Block {
    std::string role;
    Box box;
    std::vector<Line> lines;
};

/// Rows and columns count from 0; a merged cell stands at its first row and column.
struct TableCell {
    Box box;
    std::optional<Quad> quad;  ///< as for words
    int row = 0;
    int column = 0;
    int row_span = 1;
    int column_span = 1;
};

/// kind: seal, signature, signature_panel, stamp, photo, table, checkbox, slot, handwriting.
struct Region {
    std::string kind;
    Box box;
    double confidence = 0;
    std::string text;
    std::string state;             ///< check boxes: ticked, empty, unsure
    std::vector<TableCell> cells;  ///< tables: row by row
};

struct Code {
    std::string format;  ///< ZXing's names: QRCode, PDF417, Code128, …
    Box box;
    Quad quad;
    std::string text;  ///< valid UTF-8
};

struct Mrz {
    std::string format;  ///< TD1, TD2, TD3
    std::vector<std::string> lines;
    bool valid = false;  ///< every check digit holds
    Box box;
    Quad quad;              ///< where it lies
    double confidence = 0;  ///< 0 … 1: that of the least certain character of the name, which nothing checks
    std::vector<std::string> failed;  ///< check digits that do not hold, by the names in mrz_layout.h
};

struct Quality {
    std::string verdict = "good";     ///< good, doubtful, bad
    std::vector<std::string> issues;  ///< low_resolution, low_contrast, blurred, …
};

/// One of several sheets on a page, each with a way to lie of its own: a face of a card, one of two facing pages.
struct Part {
    Quad quad;            ///< where it lies
    int orientation = 0;  ///< as in PageReading
    double skew = 0;      ///< as in PageReading
    bool blank = false;
};

struct PageReading {
    int width = 0;  ///< pixels of the scan as delivered
    int height = 0;
    double dpi = 0;
    int orientation = 0;  ///< clockwise turn in degrees that makes the page upright: 0, 90, 180, 270
    double skew = 0;      ///< degrees by which text lines then fall to the right (clockwise positive)
    bool blank = false;
    Quality quality;
    std::vector<Part> parts;    ///< in the order they were read; empty where the page is one sheet
    std::vector<Block> blocks;  ///< in reading order
    std::vector<Region> regions;
    std::vector<Code> codes;
    std::vector<Mrz> mrz;
    std::vector<Problem> problems;
};

/// The page's text in reading order: a line end after each line, an empty line between blocks.
std::string text_of(const PageReading& page);

}  // namespace sohoa::ocr
