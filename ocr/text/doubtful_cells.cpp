#include "ocr/text/doubtful_cells.h"

#include <algorithm>
#include <cmath>

#include "base/vietnamese.h"
#include "ocr/image/table_grid.h"
#include "ocr/text/stamp_frames.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_doubtful = 400;
constexpr double unread_share = 0.15;  // of the ink's width
constexpr double sure_cell = 0.75;
constexpr double sure_word = 0.5;
// In small letters.
constexpr double reaches_out = 0.6;
constexpr double overlap = 0.3;
constexpr double highest_line = 2.6;  // with marks above and below

bool stands_in(const Box& area, Point p) {
    return p.x >= area.x && p.x < area.right() && p.y >= area.y && p.y < area.bottom();
}

double letters_in(const Word& word) {
    return static_cast<double>(std::max<std::size_t>(1, to_utf32(word.text).size()));
}

/// What is known of a cell while words and ink are dealt out.
struct CellTally {
    DoubtfulCell result;
    double ink_width = 0;
    double unread_width = 0;
    double letters = 0;
    double sure_letters = 0;
    bool has_bad_word = false;
    std::vector<Box> words;
};

class Cells {
public:
    Cells(const std::vector<Rule>& rules, double x_height, const std::vector<Line>& lines) : x_height_(x_height) {
        for (const Box& table : tables_of(rules)) {
            if (is_written_across(table, x_height, lines)) continue;
            for (const Box& area : cell_areas(table, rules)) {
                if (cells_.size() < most_doubtful) cells_.push_back({{area, {}}});
            }
        }
    }

    void deal(const Word& word) {
        const Point centre = word.box.centre();
        CellTally* cell = at(centre);
        if (cell == nullptr) return;
        const double letters = letters_in(word);
        cell->letters += letters;
        cell->sure_letters += letters * word.confidence;
        const bool too_high = word.box.height > highest_line * x_height_;
        cell->has_bad_word = cell->has_bad_word || too_high || (letters > 1 && word.confidence < sure_word);
        // One row that was read as two lines, some letters in each.
        for (const Box& other : cell->words) {
            const Box shared = intersection(word.box, other);
            if (shared.width > overlap * x_height_ && 2 * shared.height > std::min(word.box.height, other.height)) {
                cell->result.torn = true;
            }
        }
        cell->words.push_back(word.box);
        // A word that reaches into other cells was made from both.
        for (CellTally& other : cells_) {
            if (&other == cell) continue;
            const Box shared = intersection(other.result.area, word.box);
            if (shared.width > reaches_out * x_height_ && shared.height > reaches_out * x_height_) {
                other.result.torn = cell->result.torn = true;
            }
        }
    }

    void deal(const Box& piece, bool read) {
        CellTally* cell = at(piece.centre());
        if (cell == nullptr) return;
        cell->result.ink = bounding(cell->result.ink, piece);
        cell->ink_width += piece.width;
        if (!read) cell->unread_width += piece.width;
    }

    std::vector<DoubtfulCell> doubtful() {
        std::vector<DoubtfulCell> result;
        for (CellTally& cell : cells_) {
            DoubtfulCell& found = cell.result;
            if (found.ink.empty()) continue;
            found.confidence = cell.letters > 0 ? cell.sure_letters / cell.letters : 0;
            found.torn = found.torn || cell.unread_width > unread_share * cell.ink_width;
            found.many_lines = found.ink.height > highest_line * x_height_;
            if (found.torn || cell.has_bad_word || found.confidence < sure_cell) result.push_back(found);
        }
        return result;
    }

    bool empty() const { return cells_.empty(); }

private:
    CellTally* at(Point p) {
        const auto cell =
            std::find_if(cells_.begin(), cells_.end(), [&](const CellTally& c) { return stands_in(c.result.area, p); });
        return cell == cells_.end() ? nullptr : &*cell;
    }

    double x_height_;
    std::vector<CellTally> cells_;
};

}  // namespace

std::vector<DoubtfulCell> doubtful_cells(const Pieces& ink, const std::vector<Rule>& rules, double x_height,
                                         const std::vector<Line>& lines) {
    if (x_height <= 0) return {};
    Cells cells(rules, x_height, lines);
    if (cells.empty()) return {};
    std::vector<Box> words;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            cells.deal(word);
            words.push_back(word.box);
        }
    }
    std::sort(words.begin(), words.end(), [](const Box& a, const Box& b) { return a.y < b.y; });
    int highest = 0;
    for (const Box& word : words) highest = std::max(highest, word.height);
    for (const Piece& piece : ink.pieces) {
        const Box& box = piece.box;
        if (box.height < 0.6 * x_height || box.height > 3 * x_height || box.width > 12 * x_height) continue;
        const Point centre = box.centre();
        auto word = std::lower_bound(words.begin(), words.end(), centre.y - highest,
                                     [](const Box& w, double y) { return w.y < y; });
        while (word != words.end() && word->y <= centre.y && !stands_in(*word, centre)) ++word;
        cells.deal(box, word != words.end() && word->y <= centre.y);
    }
    return cells.doubtful();
}

void take_words(std::vector<Line>& lines, const Box& area) {
    for (Line& line : lines) {
        std::erase_if(line.words, [&](const Word& word) { return stands_in(area, word.box.centre()); });
    }
}

double confidence_of(const std::vector<Line>& lines) {
    double letters = 0;
    double sure = 0;
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            letters += letters_in(word);
            sure += letters_in(word) * word.confidence;
        }
    }
    return letters > 0 ? sure / letters : 0;
}

}  // namespace sohoa::ocr
