#include "ocr/text/unread.h"

#include <algorithm>
#include <utility>

#include "ocr/text/line_ink.h"
#include "ocr/text/lines.h"
#include "ocr/text/word_images.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_pieces = 60000;
constexpr double wide_blank = 2.5;  // in small letters

/// Marks the cells of a coarse grid that words cover, so that asking for a piece costs the same on any page.
class Covered {
public:
    Covered(Size plane, const std::vector<Line>& lines, int margin)
        : columns_(plane.width / cell + 1),
          rows_(plane.height / cell + 1),
          cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
        for (const Line& line : lines) {
            for (const Word& word : line.words) {
                const Box& b = word.box;
                for (int y = std::max(0, b.y - margin) / cell; y <= std::min(rows_ - 1, (b.bottom() + margin) / cell);
                     ++y) {
                    for (int x = std::max(0, b.x - margin) / cell;
                         x <= std::min(columns_ - 1, (b.right() + margin) / cell); ++x) {
                        cells_[index(x, y)] = true;
                    }
                }
            }
        }
    }

    bool at(Point p) const { return cells_[index(static_cast<int>(p.x) / cell, static_cast<int>(p.y) / cell)]; }

private:
    static constexpr int cell = 4;  // pixels
    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
    }
    int columns_;
    int rows_;
    std::vector<bool> cells_;
};

struct Strip {
    Box box;
    int letters = 0;
};

int letters_in(const Box& piece, double x_height) {
    return 1 + static_cast<int>(piece.width / (2 * x_height));
}

/// Chains boxes that overlap in height and are no further apart than a wide blank.
std::vector<Strip> chained(std::vector<Box> boxes, double x_height) {
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    std::vector<Strip> strips;
    std::vector<std::size_t> open;
    for (const Box& box : boxes) {
        std::erase_if(open, [&](std::size_t k) { return box.x - strips[k].box.right() > wide_blank * x_height; });
        std::size_t best = strips.size();
        double most = 0.4 * box.height;
        for (const std::size_t k : open) {
            const double overlap = std::min(box.bottom(), strips[k].box.bottom()) - std::max(box.y, strips[k].box.y);
            if (overlap > most) {
                most = overlap;
                best = k;
            }
        }
        if (best == strips.size()) {
            strips.push_back({box, letters_in(box, x_height)});
            open.push_back(best);
            continue;
        }
        strips[best].box = bounding(strips[best].box, box);
        strips[best].letters += letters_in(box, x_height);
    }
    return strips;
}

}  // namespace

std::vector<Box> unread_strips(const Pieces& ink, Size size, double x_height, const std::vector<Line>& lines) {
    if (x_height <= 0 || ink.pieces.size() > most_pieces) return {};
    const Covered covered(size, lines, static_cast<int>(0.2 * x_height));
    std::vector<Box> letters;
    for (const Piece& piece : ink.pieces) {
        const Box& box = piece.box;
        // No bound on the width: what leaders and underlines join is one piece.
        const bool letter_sized = box.height > 0.6 * x_height && box.height < 3 * x_height;
        if (letter_sized && !covered.at(box.centre())) letters.push_back(box);
    }
    std::vector<Box> boxes;
    for (const Strip& strip : chained(std::move(letters), x_height)) {
        const bool like_a_line =
            strip.letters >= 3 && strip.box.width > 2.5 * strip.box.height && strip.box.height < 4 * x_height;
        if (like_a_line) boxes.push_back(strip.box);
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const Box& a, const Box& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; });
    if (boxes.size() > most_strips) boxes.resize(most_strips);
    return boxes;
}

std::vector<StripImage> strip_images(const Raster& plane, double dpi, const Pieces& ink, double x_height,
                                     const std::vector<Line>& lines, const std::vector<Box>& strips) {
    if (strips.empty()) return {};
    std::vector<Line> all = lines;
    for (const Box& strip : strips) all.emplace_back().words.push_back({.box = strip});
    const LineInk of(ink, all, plane.height(), x_height);
    std::vector<WordRun> runs;
    for (std::size_t g = 0; g < of.groups().size(); ++g) {
        const WordGroup& group = of.groups()[g];
        if (group.line >= lines.size()) runs.push_back({g, group.first, group.end});
    }
    std::vector<StripImage> images;
    for (WordImage& image : word_images(plane, dpi, of, all, runs)) {
        const auto group = std::find_if(of.groups().begin(), of.groups().end(),
                                        [&](const WordGroup& each) { return each.line == image.line; });
        images.push_back({image.place, group->base, std::move(image.image)});
    }
    return images;
}

std::vector<Line> lines_read(const StripImage& strip, std::vector<Word> words) {
    if (words.empty()) return {};
    Line line;
    line.words = placed(std::move(words), strip.place);
    gather(line);
    line.baseline = {{1.0 * line.box.x, strip.base}, {1.0 * line.box.right(), strip.base}};
    return {std::move(line)};
}

bool is_of_many_lines(const Box& word, const Pieces& ink, double x_height) {
    constexpr int least_letters = 2;
    if (word.height < 2.8 * x_height) return false;
    int letters = 0;
    int highest = 0;
    for (const Piece& piece : ink.pieces) {
        const Point centre = piece.box.centre();
        const bool within =
            centre.x > word.x && centre.x < word.right() && centre.y > word.y && centre.y < word.bottom();
        if (!within || piece.box.height < 0.5 * x_height || piece.box.height > word.height) continue;
        ++letters;
        highest = std::max(highest, piece.box.height);
    }
    return letters >= least_letters && highest < 0.55 * word.height;
}

void take_words_of_many_lines(const Pieces& ink, double x_height, std::vector<Line>& lines) {
    if (x_height <= 0 || ink.pieces.size() > most_pieces) return;
    constexpr double unsure = 0.7;
    for (Line& line : lines) {
        std::erase_if(line.words, [&](const Word& word) {
            return word.confidence < unsure && is_of_many_lines(word.box, ink, x_height);
        });
    }
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
}

}  // namespace sohoa::ocr
