#include "ocr/image/pieces.h"

#include <algorithm>
#include <cstring>

namespace sohoa::ocr {

namespace {

/// The first column from `x` on where the row has ink, or `width`.
int next_ink(const std::uint8_t* row, int x, int width) {
    while (x + 8 <= width) {
        std::uint64_t word = 0;
        std::memcpy(&word, row + x, sizeof word);
        if (word != 0) break;
        x += 8;
    }
    while (x < width && row[x] == 0) ++x;
    return x;
}

int next_paper(const std::uint8_t* row, int x, int width) {
    while (x < width && row[x] != 0) ++x;
    return x;
}

/// Union-find over provisional piece numbers; the smaller number is the root.
class Joins {
public:
    int add() {
        parent_.push_back(static_cast<int>(parent_.size()));
        return parent_.back();
    }
    int root(int k) {
        while (parent_[at(k)] != k) k = parent_[at(k)] = parent_[at(parent_[at(k)])];
        return k;
    }
    int join(int a, int b) {
        a = root(a);
        b = root(b);
        parent_[at(std::max(a, b))] = std::min(a, b);
        return std::min(a, b);
    }
    int size() const { return static_cast<int>(parent_.size()); }

private:
    static std::size_t at(int k) { return static_cast<std::size_t>(k); }
    std::vector<int> parent_;
};

}  // namespace

Pieces find_pieces(const Raster& ink) {
    Pieces found;
    Joins joins;
    std::size_t above_begin = 0;  // runs of the row above: [above_begin, row_begin)
    for (int y = 0; y < ink.height(); ++y) {
        const std::size_t row_begin = found.runs.size();
        std::size_t above = above_begin;
        const std::uint8_t* row = ink.row(y);
        for (int x = next_ink(row, 0, ink.width()); x < ink.width(); x = next_ink(row, x, ink.width())) {
            Run run{y, x, next_paper(row, x, ink.width()), -1};
            while (above < row_begin && found.runs[above].end < run.begin) ++above;
            for (std::size_t k = above; k < row_begin && found.runs[k].begin <= run.end; ++k) {
                run.piece =
                    run.piece < 0 ? joins.root(found.runs[k].piece) : joins.join(run.piece, found.runs[k].piece);
            }
            if (run.piece < 0) run.piece = joins.add();
            x = run.end;
            found.runs.push_back(run);
        }
        above_begin = row_begin;
    }
    std::vector<int> number(static_cast<std::size_t>(joins.size()), -1);
    for (Run& run : found.runs) {
        int& piece = number[static_cast<std::size_t>(joins.root(run.piece))];
        const Box box{run.begin, run.y, run.end - run.begin, 1};
        if (piece < 0) {
            piece = static_cast<int>(found.pieces.size());
            found.pieces.push_back({box, 0});
        }
        run.piece = piece;
        Piece& whole = found.pieces[static_cast<std::size_t>(piece)];
        whole.box = bounding(whole.box, box);
        whole.area += box.width;
    }
    return found;
}

}  // namespace sohoa::ocr
