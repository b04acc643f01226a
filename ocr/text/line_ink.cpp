#include "ocr/text/line_ink.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace sohoa::ocr {

namespace {

// In small letters.
constexpr double least_letter = 0.55;
constexpr double least_letter_of_word = 0.35;  // of its box's height: labels of cards are smaller than the page's print
constexpr double least_word = 0.5;             // lower ones are signs, or marks taken for words
constexpr double most_letter = 4;
constexpr double blank_between_columns = 2.5;
constexpr double mark_reach = 1.1;   // from a letter to a mark above or below it
constexpr double comma_reach = 1.2;  // from a letter to the comma behind it
constexpr double comma_hang = 0.5;   // below a letter
constexpr double tallest_mark = 0.9;
constexpr double least_hat = 0.35;  // width
constexpr double hook_room = 0.3;   // between a hat and the hook on it
constexpr double touching = 0.15;   // so near a hat is no place but for its hook

std::vector<WordGroup> groups_of(const std::vector<Line>& lines, double x_height) {
    std::vector<WordGroup> groups;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const std::vector<Word>& words = lines[k].words;
        for (std::size_t w = 0; w < words.size(); ++w) {
            const bool follows = w > 0 && words[w].box.x - words[w - 1].box.right() < blank_between_columns * x_height;
            if (!follows) groups.push_back({.line = k, .first = w, .end = w});
            groups.back().end = w + 1;
            groups.back().box = bounding(groups.back().box, words[w].box);
        }
    }
    return groups;
}

/// Things with boxes, found by place: each is listed in every band of rows that its box touches.
class RowBands {
public:
    RowBands(int height, double x_height)
        : step_(std::max(4, static_cast<int>(2 * x_height))), bands_(static_cast<std::size_t>(height / step_ + 1)) {}

    void add(const Box& box, int index) {
        for (int b = band(box.y); b <= band(box.bottom()); ++b) bands_[static_cast<std::size_t>(b)].push_back(index);
    }
    /// Calls `take` with each index near rows [from, to]; some more than once.
    template <typename Take>
    void near(double from, double to, Take take) const {
        for (int b = band(static_cast<int>(from)); b <= band(static_cast<int>(to)); ++b) {
            for (const int index : bands_[static_cast<std::size_t>(b)]) take(index);
        }
    }

private:
    int band(int y) const { return std::clamp(y / step_, 0, static_cast<int>(bands_.size()) - 1); }
    int step_;
    std::vector<std::vector<int>> bands_;
};

/// The value with this share of the others below it.
double quantile_of(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// How far a mark is from being part of a letter, or of its line beside it; pixels.
double mark_distance(const Piece& piece, const Box& letter, const WordGroup& group) {
    constexpr double not_at_all = 1e9;
    const double base = group.base;
    const double small = group.small;
    const Box& mark = piece.box;
    const int beside = std::max(letter.x - mark.right(), mark.x - letter.right());
    if (beside > comma_reach * small) return not_at_all;
    // Commas, dots, hyphens: they stand on the line, or above it between the letters. What is wide and low is more
    // like the hat of a letter below.
    const double on_line = base + 0.08 * small - mark.y;
    if (on_line > 0.25 * mark.height && mark.bottom() > letter.y && mark.bottom() < base + comma_hang * small) {
        const bool low = mark.bottom() > base - 0.15 * small;
        const double away = !low ? 0 : mark.width > 0.45 * small ? 0.3 * small : 0.05 * small;
        return away + 0.02 * std::max(0, beside);
    }
    if (beside > 1) return not_at_all;
    if (mark.bottom() <= letter.y + 0.3 * small) {
        if (mark.height > tallest_mark * small) return not_at_all;  // a letter of the line above that no word covers
        // Only i and j have a dot above.
        const bool dotted = is_dot(piece, small) && letter.width > 0.6 * small;
        return std::max(0, letter.y - mark.bottom()) + (dotted ? 0.6 * small : 0);
    }
    // Below letters stand dots alone.
    return is_dot(piece, small) && mark.y >= base - 0.1 * small ? std::max(0.0, mark.y - base) : not_at_all;
}

/// How far a mark is from being the hook or accent on a hat below it; pixels.
double hook_distance(const Piece& piece, const Box& hat, double small) {
    constexpr double not_at_all = 1e9;
    const Box& mark = piece.box;
    const int above = hat.y - mark.bottom();
    const bool beside = mark.x > hat.right() + hook_room * small || mark.right() < hat.x - hook_room * small;
    if (beside || above > hook_room * small || mark.y >= hat.y) return not_at_all;
    if (is_dot(piece, small)) return above + touching * small;  // as like as not a dot below a letter
    return above <= touching * small ? -1 : above;
}

}  // namespace

bool is_dot(const Piece& piece, double small) {
    const Box& box = piece.box;
    return box.height < 0.4 * small && box.width < 0.4 * small && box.width < 1.7 * box.height &&
           box.height < 1.7 * box.width && piece.area > 0.65 * static_cast<double>(box.area());
}

LineInk::LineInk(Pieces ink, const std::vector<Line>& lines, int height, double x_height)
    : x_height_(x_height), ink_(std::move(ink)), groups_(groups_of(lines, x_height)), owners_(ink_.pieces.size(), -1) {
    give_letters(lines, height);
    find_settings();
    part_touching_lines();
    give_marks(height);
}

/// Where boxes of several groups overlap, a letter goes to the one whose small letters it stands among: its base is
/// known from the letters that are in no doubt.
void LineInk::give_letters(const std::vector<Line>& lines, int height) {
    RowBands words(height, x_height_);
    std::vector<Box> boxes;
    std::vector<int> group_of_word;
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        for (std::size_t w = groups_[g].first; w < groups_[g].end; ++w) {
            words.add(lines[groups_[g].line].words[w].box, static_cast<int>(boxes.size()));
            boxes.push_back(lines[groups_[g].line].words[w].box);
            group_of_word.push_back(static_cast<int>(g));
        }
    }
    const auto candidates_for = [&](const Box& box, auto take) {
        const Point centre = box.centre();
        if (box.height > most_letter * x_height_) return;
        words.near(box.y, box.bottom(), [&](int word) {
            const Box& at = boxes[static_cast<std::size_t>(word)];
            if (at.height < least_word * x_height_) return;
            if (centre.x < at.x || centre.x > at.right() || centre.y < at.y || centre.y > at.bottom()) return;
            const double least = std::min(least_letter * x_height_, least_letter_of_word * at.height);
            if (box.height >= least) take(group_of_word[static_cast<std::size_t>(word)], at);
        });
    };
    std::vector<std::size_t> doubtful;
    for (std::size_t k = 0; k < ink_.pieces.size(); ++k) {
        bool in_doubt = false;
        candidates_for(ink_.pieces[k].box, [&](int group, const Box&) {
            in_doubt = in_doubt || (owners_[k] >= 0 && owners_[k] != group);
            owners_[k] = group;
        });
        if (!in_doubt) continue;
        owners_[k] = -1;
        doubtful.push_back(k);
    }
    find_settings();
    for (const std::size_t k : doubtful) {
        const Box& box = ink_.pieces[k].box;
        double nearest = 1e9;
        candidates_for(box, [&](int group, const Box& word) {
            const WordGroup& of = groups_[static_cast<std::size_t>(group)];
            const double among = of.base - 0.5 * of.small;
            const bool stands = of.base > 0 && box.y < among && box.bottom() > among;
            const double off = std::abs(word.centre().y - box.centre().y) + (stands ? 0 : 10 * x_height_);
            if (off < nearest) {
                nearest = off;
                owners_[k] = group;
            }
        });
    }
}

/// Most letters have no descender, and a fifth of them is small even where names begin with capitals. Lines all in
/// capitals are taken for larger print, whose marks are as much larger.
void LineInk::find_settings() {
    std::vector<std::vector<double>> bottoms(groups_.size());
    std::vector<std::vector<double>> heights(groups_.size());
    for (std::size_t k = 0; k < ink_.pieces.size(); ++k) {
        if (owners_[k] < 0) continue;
        bottoms[static_cast<std::size_t>(owners_[k])].push_back(ink_.pieces[k].box.bottom());
        heights[static_cast<std::size_t>(owners_[k])].push_back(ink_.pieces[k].box.height);
    }
    for (std::size_t g = 0; g < groups_.size(); ++g) {
        groups_[g].base = quantile_of(std::move(bottoms[g]), 0.5);
        groups_[g].small = std::clamp(quantile_of(std::move(heights[g]), 0.2), 0.4 * x_height_, 2.5 * x_height_);
    }
}

/// A descender that touches a mark or letter of the next line hangs together with it: what is deeper than
/// descenders are becomes a piece of its own, cut off where there is least ink.
void LineInk::part_touching_lines() {
    struct Cut {
        int top;                 // first row where it may be
        std::vector<int> inked;  // of the rows from there
        int row = 0;
        int lower = -1;  // the new piece
    };
    std::map<int, Cut> cuts;
    const std::size_t whole = ink_.pieces.size();
    for (std::size_t k = 0; k < whole; ++k) {
        if (owners_[k] < 0) continue;
        const double base = groups_[static_cast<std::size_t>(owners_[k])].base;
        const double small = groups_[static_cast<std::size_t>(owners_[k])].small;
        if (ink_.pieces[k].box.bottom() < base + 0.65 * small || ink_.pieces[k].box.y > base) continue;
        const auto rows = static_cast<std::size_t>(std::max(1.0, 0.3 * small));
        cuts[static_cast<int>(k)] = {static_cast<int>(base + 0.3 * small), std::vector<int>(rows)};
    }
    if (cuts.empty()) return;
    for (const Run& run : ink_.runs) {
        const auto cut = cuts.find(run.piece);
        if (cut == cuts.end()) continue;
        const int at = run.y - cut->second.top;
        if (at >= 0 && at < static_cast<int>(cut->second.inked.size()))
            cut->second.inked[static_cast<std::size_t>(at)] += run.end - run.begin;
    }
    for (auto& [piece, cut] : cuts) {
        const auto least = std::min_element(cut.inked.begin(), cut.inked.end());
        cut.row = cut.top + static_cast<int>(least - cut.inked.begin());
        cut.lower = static_cast<int>(ink_.pieces.size());
        ink_.pieces.push_back({{}, 0});
        Box& upper = ink_.pieces[static_cast<std::size_t>(piece)].box;
        upper.height = cut.row - upper.y;
        owners_.push_back(-1);
    }
    for (Run& run : ink_.runs) {
        const auto cut = cuts.find(run.piece);
        if (cut == cuts.end() || run.y < cut->second.row) continue;
        run.piece = cut->second.lower;
        Piece& lower = ink_.pieces[static_cast<std::size_t>(run.piece)];
        lower.box = bounding(lower.box, {run.begin, run.y, run.end - run.begin, 1});
        lower.area += run.end - run.begin;
    }
}

/// Letters that do not stand where their group does belong to the next line: a word's box reached over it.
void LineInk::give_marks(int height) {
    RowBands letters(height, x_height_);
    for (std::size_t k = 0; k < ink_.pieces.size(); ++k) {
        if (owners_[k] < 0) continue;
        const WordGroup& group = groups_[static_cast<std::size_t>(owners_[k])];
        const Box& box = ink_.pieces[k].box;
        if (box.y < group.base - 0.3 * group.small && box.bottom() > group.base - 1.2 * group.small) {
            letters.add(box, static_cast<int>(k));
        } else {
            owners_[k] = -1;
        }
    }
    std::vector<int> with_marks(owners_);
    const double reach = mark_reach * x_height_;
    RowBands hats(height, x_height_);
    const auto give = [&](std::size_t k) {
        const Piece& piece = ink_.pieces[k];
        double nearest = reach;
        letters.near(piece.box.y - reach, piece.box.bottom() + reach, [&](int index) {
            const int group = owners_[static_cast<std::size_t>(index)];
            const double away = mark_distance(piece, ink_.pieces[static_cast<std::size_t>(index)].box,
                                              groups_[static_cast<std::size_t>(group)]);
            if (away < nearest) {
                nearest = away;
                with_marks[k] = group;
            }
        });
        hats.near(piece.box.y, piece.box.bottom() + reach, [&](int index) {
            const int group = with_marks[static_cast<std::size_t>(index)];
            const double away = hook_distance(piece, ink_.pieces[static_cast<std::size_t>(index)].box,
                                              groups_[static_cast<std::size_t>(group)].small);
            if (away < nearest) {
                nearest = away;
                with_marks[k] = group;
            }
        });
    };
    std::vector<std::size_t> marks;
    for (std::size_t k = 0; k < ink_.pieces.size(); ++k) {
        if (owners_[k] < 0 && ink_.pieces[k].box.height < most_letter * x_height_) marks.push_back(k);
    }
    for (const std::size_t k : marks) give(k);
    // Small hooks look like dots, and reach into the line above: those that stand on a hat are told by it.
    for (const std::size_t k : marks) {
        if (with_marks[k] >= 0 && ink_.pieces[k].box.width > least_hat * x_height_)
            hats.add(ink_.pieces[k].box, static_cast<int>(k));
    }
    for (const std::size_t k : marks) give(k);
    owners_ = std::move(with_marks);
}

void shrink_boxes(const LineInk& of, std::vector<Line>& lines) {
    std::vector<std::vector<Box>> own(of.groups().size());
    for (std::size_t k = 0; k < of.ink().pieces.size(); ++k) {
        if (of.owner(k) >= 0) own[static_cast<std::size_t>(of.owner(k))].push_back(of.ink().pieces[k].box);
    }
    for (std::size_t g = 0; g < own.size(); ++g) {
        const WordGroup& group = of.groups()[g];
        for (std::size_t w = group.first; w < group.end; ++w) {
            Box& box = lines[group.line].words[w].box;
            Box ink;
            for (const Box& piece : own[g]) {
                if (piece.right() > box.x && piece.x < box.right()) ink = bounding(ink, piece);
            }
            const int top = std::max(box.y, ink.y);
            const int bottom = std::min(box.bottom(), ink.bottom());
            if (bottom - top > 0.5 * group.small) {
                box.y = top;
                box.height = bottom - top;
            }
        }
    }
}

}  // namespace sohoa::ocr
