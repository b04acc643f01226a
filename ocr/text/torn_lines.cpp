#include "ocr/text/torn_lines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "base/vietnamese.h"
#include "ocr/text/line_ink.h"
#include "ocr/text/unread.h"
#include "ocr/text/word_images.h"
#include "ocr/text/word_merging.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_stretches = 40;
constexpr double sure_of_row = 0.8;
// In small letters of the line.
constexpr double usual_blank = 1.2;
constexpr double column_blank = 2.5;
constexpr double longest_gap = 45;
constexpr double base_tolerance = 0.35;
constexpr double least_ink = 0.8;  // columns that no word accounts for
constexpr double above_base = 2.2;
constexpr double below_base = 0.75;

bool is_sure(const Word& word) {
    const std::u32string text = to_utf32(word.text);
    const auto letters = std::count_if(text.begin(), text.end(),
                                       [](char32_t c) { return is_vietnamese_letter(c) || (c >= U'0' && c <= U'9'); });
    return word.confidence >= sure_of_row && letters >= 2;
}

/// The sure words alone that stand in one line. Lines keep their places.
std::vector<Line> sure_words_of(const std::vector<Line>& lines, const Pieces& ink, double x_height) {
    std::vector<Line> result(lines.size());
    for (std::size_t k = 0; k < lines.size(); ++k) {
        std::copy_if(lines[k].words.begin(), lines[k].words.end(), std::back_inserter(result[k].words),
                     [&](const Word& word) { return is_sure(word) && !is_of_many_lines(word.box, ink, x_height); });
    }
    return result;
}

/// Sure words that stand on one base, from left to right.
struct Row {
    double base = 0;  ///< of the group that was added last
    double small = 0;
    std::vector<std::size_t> groups;
    int width = 0;  ///< of its longest group
    int right = 0;
};

std::vector<Row> rows_of(const std::vector<WordGroup>& groups) {
    std::vector<std::size_t> order;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups[g].base > 0 && groups[g].small > 0) order.push_back(g);
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return groups[a].box.x < groups[b].box.x; });
    std::vector<Row> rows;
    for (const std::size_t g : order) {
        const WordGroup& group = groups[g];
        Row* best = nullptr;
        double nearest = base_tolerance;
        for (Row& row : rows) {
            const double small = std::min(row.small, group.small);
            const double apart = group.box.x - row.right;
            if (apart < -small || apart > longest_gap * small) continue;
            if (std::max(row.small, group.small) > 1.8 * small) continue;
            const double off = std::abs(group.base - row.base) / small;
            if (off < nearest) {
                nearest = off;
                best = &row;
            }
        }
        if (best == nullptr) best = &rows.emplace_back();
        best->base = group.base;
        // The longer of two groups tells better.
        best->small = best->groups.empty() || group.box.width > best->width ? group.small : best->small;
        best->width = std::max(best->width, group.box.width);
        best->groups.push_back(g);
        best->right = std::max(best->right, group.box.right());
    }
    return rows;
}

/// What stands between two sure words of a row, or beside the last one.
struct Gap {
    Box band;  ///< as high as small letters
    double base = 0;
    double small = 0;
    const Word* left = nullptr;  ///< nullptr at the end of a row
    const Word* right = nullptr;
    std::size_t line = 0;
    std::size_t row = 0;
};

/// Whether a word stands where letters of the line do. `base` and `small` are of the line.
bool is_level(const Box& word, double base, double small) {
    return word.bottom() > base - 0.3 * small && word.bottom() < base + 0.8 * small && word.y > base - 2.5 * small &&
           word.y < base - 0.6 * small;
}

class TornLines {
public:
    TornLines(const Raster& plane, double dpi, const Pieces& ink, const std::vector<Rule>& rules, double x_height,
              const std::vector<Line>& lines)
        : plane_(plane),
          dpi_(dpi),
          rules_(rules),
          lines_(lines),
          sure_(sure_words_of(lines, ink, x_height)),
          of_(ink, sure_, plane.height(), x_height),
          rows_(rows_of(of_.groups())),
          row_of_(of_.groups().size(), -1) {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            for (const std::size_t g : rows_[r].groups) row_of_[g] = static_cast<int>(r);
        }
    }

    std::vector<TornStretch> found() {
        std::vector<TornStretch> stretches;
        for (const Gap& gap : gaps()) {
            if (stretches.size() == most_stretches) break;
            if (is_torn(gap)) stretches.push_back(stretch_of(gap));
        }
        return stretches;
    }

private:
    std::vector<Gap> gaps() const {
        std::vector<Gap> result;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const Word* last = nullptr;
            Gap at;
            at.row = r;
            for (const std::size_t g : rows_[r].groups) {
                const WordGroup& group = of_.groups()[g];
                at.base = group.base;
                at.small = rows_[r].small;
                for (std::size_t w = group.first; w < group.end; ++w) {
                    const Word& word = sure_[group.line].words[w];
                    at.left = last;
                    at.right = &word;
                    if (last == nullptr) at.line = group.line;
                    add(at, result);
                    at.line = group.line;
                    last = &word;
                }
            }
            at.left = last;
            at.right = nullptr;
            add(at, result);
        }
        return result;
    }

    void add(Gap gap, std::vector<Gap>& gaps) const {
        const int top = static_cast<int>(std::lround(gap.base - gap.small));
        const int height = static_cast<int>(std::lround(gap.small));
        const int begin = gap.left != nullptr ? gap.left->box.right() : 0;
        const int end = gap.right != nullptr ? gap.right->box.x : plane_.width();
        if (end - begin < usual_blank * gap.small) return;
        gap.band = intersection({begin, top, end - begin, height}, {0, 0, plane_.width(), plane_.height()});
        if (gap.band.empty()) return;
        if (gap.left == nullptr || gap.right == nullptr) keep_what_hangs_together(gap);
        if (gap.band.width < usual_blank * gap.small || gap.band.width > longest_gap * gap.small) return;
        const bool ruled = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            return rule.vertical && !intersection(rule.box, gap.band).empty();
        });
        if (!ruled) gaps.push_back(gap);
    }

    /// At the ends of a row: as far as there is ink without a wide blank.
    void keep_what_hangs_together(Gap& gap) const {
        const std::vector<bool> inked = inked_columns(gap.band);
        const auto widest = static_cast<int>(column_blank * gap.small);
        int reach = 0;
        for (int k = 0; k < gap.band.width && k - reach <= widest && reach <= longest_gap * gap.small; ++k) {
            const int x = gap.left != nullptr ? k : gap.band.width - 1 - k;
            if (inked[static_cast<std::size_t>(x)]) reach = k + 1;
        }
        if (gap.left == nullptr) gap.band.x = gap.band.right() - reach;
        gap.band.width = reach;
    }

    std::vector<bool> inked_columns(const Box& band) const {
        std::vector<bool> inked(static_cast<std::size_t>(band.width));
        const std::vector<Run>& runs = of_.ink().runs;
        auto run = std::lower_bound(runs.begin(), runs.end(), band.y, [](const Run& r, int y) { return r.y < y; });
        for (; run != runs.end() && run->y < band.bottom(); ++run) {
            for (int x = std::max(run->begin, band.x); x < std::min(run->end, band.right()); ++x)
                inked[static_cast<std::size_t>(x - band.x)] = true;
        }
        return inked;
    }

    bool is_torn(const Gap& gap) const {
        std::vector<bool> inked = inked_columns(gap.band);
        for (const Line& line : lines_) {
            for (const Word& word : line.words) {
                const Box& box = word.box;
                const bool beside = gap.left != nullptr && gap.right != nullptr
                                        ? box.centre().x <= gap.band.x || box.centre().x >= gap.band.right()
                                        : box.right() <= gap.band.x || box.x >= gap.band.right();
                const Box shared = intersection(box, gap.band);
                if (beside || shared.height < 0.5 * gap.band.height) continue;
                if (!is_level(box, gap.base, gap.small)) return true;
                std::fill_n(inked.begin() + (shared.x - gap.band.x), shared.width, false);
            }
        }
        return static_cast<double>(std::count(inked.begin(), inked.end(), true)) >= least_ink * gap.small;
    }

    TornStretch stretch_of(const Gap& gap) const {
        constexpr int room = 8;  // pixels: recognisers want some paper around letters
        TornStretch stretch;
        stretch.line = gap.line;
        stretch.gap = gap.band;
        Box whole = gap.band;
        for (const Word* word : {gap.left, gap.right}) {
            if (word == nullptr) continue;
            stretch.beside.push_back(*word);
            whole = bounding(whole, {word->box.x, gap.band.y, word->box.width, gap.band.height});
        }
        const int top = static_cast<int>(std::lround(gap.base - above_base * gap.small));
        const int bottom = static_cast<int>(std::lround(gap.base + below_base * gap.small));
        stretch.place = intersection({whole.x - room, top, whole.width + 2 * room, bottom - top},
                                     {0, 0, plane_.width(), plane_.height()});
        stretch.image = {own_ink(
                             plane_, of_.ink().runs,
                             [&](std::size_t piece) { return owner_of(piece, gap, stretch.place); }, stretch.place),
                         dpi_};
        return stretch;
    }

    /// Boxes of words beside a tear may reach over letters of this line.
    InkOwner owner_of(std::size_t piece, const Gap& gap, const Box& place) const {
        const int group = of_.owner(piece);
        if (group >= 0 && row_of_[static_cast<std::size_t>(group)] == static_cast<int>(gap.row)) return InkOwner::own;
        const Box& box = of_.ink().pieces[piece].box;
        const int shared = std::min(box.bottom(), gap.band.bottom()) - std::max(box.y, gap.band.y);
        if (2 * shared > std::min(box.height, gap.band.height)) return InkOwner::own;
        const bool cut = box.y < place.y || box.bottom() > place.bottom();
        return group >= 0 || (cut && shared <= 0) ? InkOwner::other : InkOwner::unknown;
    }

    const Raster& plane_;
    double dpi_;
    const std::vector<Rule>& rules_;
    const std::vector<Line>& lines_;
    std::vector<Line> sure_;
    LineInk of_;
    std::vector<Row> rows_;
    std::vector<int> row_of_;  ///< of each group
};

bool is_in(const Box& gap, const Word& word) {
    const double middle = word.box.centre().x;
    return middle > gap.x && middle < gap.right() && 2 * intersection(word.box, gap).height >= gap.height;
}

/// Whether two words stand in the same place of a line, or one stands in part of the other's.
bool share_place(const Box& a, const Box& b) {
    const int shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    return shared > 0.3 * std::min(a.width, b.width);
}

/// Letters that are likely right, less those that are likely wrong.
double worth(const Word& word) {
    constexpr double no_worth = 0.25;  // of confidence
    return (word.confidence - no_worth) * static_cast<double>(to_utf32(word.text).size());
}

/// Words of both readings that share a place.
struct Place {
    Box box;
    std::vector<Word> old;
    std::vector<Word> read;
    double worth_of_old = 0;
    double worth_of_read = 0;
};

std::vector<Place> places_of(const std::vector<Line>& lines, const Box& gap, std::vector<Word> read) {
    constexpr double askew_worth = 0.5;  // it may be of the line above or below
    std::vector<Place> places;
    for (Word& word : read) {
        Place place{.box = word.box, .worth_of_read = worth(word)};
        place.read.push_back(std::move(word));
        places.push_back(std::move(place));
    }
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            if (!is_in(gap, word)) continue;
            Place place{.box = word.box};
            place.worth_of_old = worth(word) * (is_level(word.box, gap.bottom(), gap.height) ? 1 : askew_worth);
            place.old.push_back(word);
            places.push_back(std::move(place));
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.box.x < b.box.x; });
    std::vector<Place> joined;
    for (Place& place : places) {
        if (joined.empty() || !share_place(joined.back().box, place.box)) {
            joined.push_back(std::move(place));
            continue;
        }
        Place& last = joined.back();
        last.box = bounding(last.box, place.box);
        std::move(place.old.begin(), place.old.end(), std::back_inserter(last.old));
        std::move(place.read.begin(), place.read.end(), std::back_inserter(last.read));
        last.worth_of_old += place.worth_of_old;
        last.worth_of_read += place.worth_of_read;
    }
    return joined;
}

void take_out(const std::vector<Word>& scraps, std::vector<Line>& lines) {
    const auto is_scrap = [&](const Word& word) {
        return std::any_of(scraps.begin(), scraps.end(),
                           [&](const Word& scrap) { return scrap.box == word.box && scrap.text == word.text; });
    };
    for (Line& line : lines) std::erase_if(line.words, is_scrap);
}

}  // namespace

std::vector<TornStretch> torn_stretches(const Raster& plane, double dpi, const Pieces& ink,
                                        const std::vector<Rule>& rules, double x_height,
                                        const std::vector<Line>& lines) {
    if (x_height <= 0 || plane.channels() != 1) return {};
    return TornLines(plane, dpi, ink, rules, x_height, lines).found();
}

void mend_stretch(const TornStretch& stretch, std::vector<Word> read, std::vector<Line>& lines) {
    const bool on_its_line = std::any_of(stretch.beside.begin(), stretch.beside.end(), [&](const Word& known) {
        return std::any_of(read.begin(), read.end(), [&](const Word& word) {
            return stand_alike(word.box, known.box) && folded(word.text) == folded(known.text);
        });
    });
    std::erase_if(read, [&](const Word& word) {
        return !is_in(stretch.gap, word) ||
               std::any_of(stretch.beside.begin(), stretch.beside.end(),
                           [&](const Word& known) { return share_place(word.box, known.box); });
    });
    if (!on_its_line || read.empty()) return;
    for (Place& place : places_of(lines, stretch.gap, std::move(read))) {
        const bool known = std::any_of(place.old.begin(), place.old.end(), [&](const Word& word) {
            return is_sure(word) && is_level(word.box, stretch.gap.bottom(), stretch.gap.height);
        });
        if (known || place.worth_of_read <= std::max(0.0, place.worth_of_old)) continue;
        take_out(place.old, lines);
        std::vector<Word>& words = lines[stretch.line].words;
        const auto behind =
            std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.box.x > place.box.x; });
        words.insert(behind, std::make_move_iterator(place.read.begin()), std::make_move_iterator(place.read.end()));
    }
}

}  // namespace sohoa::ocr
