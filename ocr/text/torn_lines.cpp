#include "ocr/text/torn_lines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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
    const auto letters = std::count_if(text.begin(), text.end(), is_letter_or_digit);
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
struct Tear {
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

    std::vector<TornStretch> found(const std::vector<bool>& wanted) {
        std::vector<TornStretch> stretches;
        for (const Tear& tear : tears()) {
            if (!wanted.empty() && !wanted[tear.line]) continue;
            if (stretches.size() == most_stretches) break;
            if (is_torn(tear)) stretches.push_back(stretch_of(tear));
        }
        return stretches;
    }

private:
    std::vector<Tear> tears() const {
        std::vector<Tear> result;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const Word* last = nullptr;
            Tear at;
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

    void add(Tear tear, std::vector<Tear>& tears) const {
        const int top = static_cast<int>(std::lround(tear.base - tear.small));
        const int height = static_cast<int>(std::lround(tear.small));
        const int begin = tear.left != nullptr ? tear.left->box.right() : 0;
        const int end = tear.right != nullptr ? tear.right->box.x : plane_.width();
        if (end - begin < usual_blank * tear.small) return;
        tear.band = intersection({begin, top, end - begin, height}, {0, 0, plane_.width(), plane_.height()});
        if (tear.band.empty()) return;
        if (tear.left == nullptr || tear.right == nullptr) keep_what_hangs_together(tear);
        if (tear.band.width < usual_blank * tear.small || tear.band.width > longest_gap * tear.small) return;
        const bool ruled = std::any_of(rules_.begin(), rules_.end(), [&](const Rule& rule) {
            return rule.vertical && !intersection(rule.box, tear.band).empty();
        });
        if (!ruled) tears.push_back(tear);
    }

    /// At the ends of a row: as far as there is ink without a wide blank.
    void keep_what_hangs_together(Tear& tear) const {
        const std::vector<bool> inked = inked_columns(tear.band);
        const auto widest = static_cast<int>(column_blank * tear.small);
        int reach = 0;
        for (int k = 0; k < tear.band.width && k - reach <= widest && reach <= longest_gap * tear.small; ++k) {
            const int x = tear.left != nullptr ? k : tear.band.width - 1 - k;
            if (inked[static_cast<std::size_t>(x)]) reach = k + 1;
        }
        if (tear.left == nullptr) tear.band.x = tear.band.right() - reach;
        tear.band.width = reach;
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

    bool is_torn(const Tear& tear) const {
        std::vector<bool> inked = inked_columns(tear.band);
        for (const Line& line : lines_) {
            for (const Word& word : line.words) {
                const Box& box = word.box;
                const bool beside = tear.left != nullptr && tear.right != nullptr
                                        ? box.centre().x <= tear.band.x || box.centre().x >= tear.band.right()
                                        : box.right() <= tear.band.x || box.x >= tear.band.right();
                const Box shared = intersection(box, tear.band);
                if (beside || shared.height < 0.5 * tear.band.height) continue;
                if (!is_level(box, tear.base, tear.small)) return true;
                std::fill_n(inked.begin() + (shared.x - tear.band.x), shared.width, false);
            }
        }
        return static_cast<double>(std::count(inked.begin(), inked.end(), true)) >= least_ink * tear.small;
    }

    TornStretch stretch_of(const Tear& tear) const {
        constexpr int room = 8;  // pixels: recognisers want some paper around letters
        TornStretch stretch;
        stretch.line = tear.line;
        stretch.gap = tear.band;
        Box whole = tear.band;
        for (const Word* word : {tear.left, tear.right}) {
            if (word == nullptr) continue;
            stretch.beside.push_back(*word);
            whole = bounding(whole, {word->box.x, tear.band.y, word->box.width, tear.band.height});
        }
        const int top = static_cast<int>(std::lround(tear.base - above_base * tear.small));
        const int bottom = static_cast<int>(std::lround(tear.base + below_base * tear.small));
        stretch.place = intersection({whole.x - room, top, whole.width + 2 * room, bottom - top},
                                     {0, 0, plane_.width(), plane_.height()});
        stretch.image = {own_ink(
                             plane_, of_.ink().runs,
                             [&](std::size_t piece) { return owner_of(piece, tear, stretch.place); }, stretch.place),
                         dpi_};
        return stretch;
    }

    /// Boxes of words beside a tear may reach over letters of this line.
    InkOwner owner_of(std::size_t piece, const Tear& tear, const Box& place) const {
        const int group = of_.owner(piece);
        if (group >= 0 && row_of_[static_cast<std::size_t>(group)] == static_cast<int>(tear.row)) return InkOwner::own;
        const Box& box = of_.ink().pieces[piece].box;
        const int shared = std::min(box.bottom(), tear.band.bottom()) - std::max(box.y, tear.band.y);
        if (2 * shared > std::min(box.height, tear.band.height)) return InkOwner::own;
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

bool is_in(const Box& between, const Word& word) {
    const double middle = word.box.centre().x;
    return middle > between.x && middle < between.right() &&
           2 * intersection(word.box, between).height >= between.height;
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

std::vector<Place> places_of(const std::vector<Line>& lines, const Box& between, std::vector<Word> read) {
    constexpr double askew_worth = 0.5;  // it may be of the line above or below
    std::vector<Place> places;
    for (Word& word : read) {
        Place place{.box = word.box, .worth_of_read = worth(word)};
        place.read.push_back(std::move(word));
        places.push_back(std::move(place));
    }
    for (const Line& line : lines) {
        for (const Word& word : line.words) {
            if (!is_in(between, word)) continue;
            Place place{.box = word.box};
            place.worth_of_old = worth(word) * (is_level(word.box, between.bottom(), between.height) ? 1 : askew_worth);
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

/// Whether a word is `part`, of which a recogniser saw only one end, and more.
bool continues(const Word& word, const Word& part) {
    const std::string whole = folded(word.text);
    const std::string end = folded(part.text);
    return whole.size() > end.size() && (whole.starts_with(end) || whole.ends_with(end));
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
                                        const std::vector<Rule>& rules, double x_height, const std::vector<Line>& lines,
                                        const std::vector<bool>& wanted) {
    if (x_height <= 0 || plane.channels() != 1) return {};
    return TornLines(plane, dpi, ink, rules, x_height, lines).found(wanted);
}

bool mend_stretch(const TornStretch& stretch, std::vector<Word> read, std::vector<Line>& lines) {
    constexpr double settled = 0.85;
    const bool on_its_line = std::any_of(stretch.beside.begin(), stretch.beside.end(), [&](const Word& known) {
        return std::any_of(read.begin(), read.end(), [&](const Word& word) {
            return stand_alike(word.box, known.box) && folded(word.text) == folded(known.text);
        });
    });
    std::erase_if(read, [&](const Word& word) {
        return !is_in(stretch.gap, word) ||
               std::any_of(stretch.beside.begin(), stretch.beside.end(), [&](const Word& known) {
                   return share_place(word.box, known.box) && !continues(word, known);
               });
    });
    if (!on_its_line || read.empty()) return false;
    const bool sure_of_all =
        std::all_of(read.begin(), read.end(), [](const Word& word) { return word.confidence >= settled; });
    for (Place& place : places_of(lines, stretch.gap, std::move(read))) {
        const bool known = std::any_of(place.old.begin(), place.old.end(), [&](const Word& word) {
            return is_sure(word) && is_level(word.box, stretch.gap.bottom(), stretch.gap.height);
        });
        if (known || place.worth_of_read <= std::max(0.0, place.worth_of_old)) continue;
        for (const Word& part : stretch.beside) {
            const bool is_part = std::any_of(place.read.begin(), place.read.end(), [&](const Word& word) {
                return share_place(word.box, part.box) && continues(word, part);
            });
            if (is_part) place.old.push_back(part);
        }
        take_out(place.old, lines);
        std::vector<Word>& words = lines[stretch.line].words;
        const auto behind =
            std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.box.x > place.box.x; });
        words.insert(behind, std::make_move_iterator(place.read.begin()), std::make_move_iterator(place.read.end()));
    }
    return sure_of_all;
}

}  // namespace sohoa::ocr
