#include "ocr/text/tangled_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr std::size_t most_copies = 80;
constexpr std::size_t most_tangled_pieces = 30000;
// In small letters.
constexpr double least_letter = 0.55;
constexpr double most_letter = 4;
constexpr double blank_between_columns = 2.5;
constexpr double mark_reach = 1.1;   // from a letter to a mark above or below it
constexpr double comma_reach = 1.2;  // from a letter to the comma behind it
constexpr double comma_hang = 0.5;   // below a letter

/// Words of one line without a wide blank between them.
struct Group {
    std::size_t line;
    std::size_t first;
    std::size_t end;
    Box box;
};

std::vector<Group> groups_of(const std::vector<Line>& lines, double x_height) {
    std::vector<Group> groups;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const std::vector<Word>& words = lines[k].words;
        for (std::size_t w = 0; w < words.size(); ++w) {
            const bool follows = w > 0 && words[w].box.x - words[w - 1].box.right() < blank_between_columns * x_height;
            if (!follows) groups.push_back({k, w, w, {}});
            groups.back().end = w + 1;
            groups.back().box = bounding(groups.back().box, words[w].box);
        }
    }
    return groups;
}

/// Things with boxes, found by place: each is listed in every band of rows that its box touches.
class Bands {
public:
    Bands(int height, double x_height)
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

/// How the letters of a group are set, in pixels.
struct Setting {
    double base = 0;   ///< where they stand
    double small = 0;  ///< height of small letters
};

/// For each piece the group it belongs to; -1 where nobody can tell.
class Owners {
public:
    Owners(Pieces& ink, const std::vector<Group>& groups, const std::vector<Line>& lines, int height, double x_height)
        : ink_(ink),
          pieces_(ink.pieces),
          x_height_(x_height),
          letters_(height, x_height),
          of_(ink.pieces.size(), -1),
          settings_(groups.size()) {
        give_letters(groups, lines, height);
        find_settings(groups.size());
        part_touching_lines();
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            if (of_[k] >= 0 && !stands_on_base(k)) of_[k] = -1;
            if (of_[k] >= 0) letters_.add(pieces_[k].box, static_cast<int>(k));
        }
        std::vector<int> with_marks(of_);
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            if (of_[k] < 0 && pieces_[k].box.height < most_letter * x_height) with_marks[k] = owner_of_mark(pieces_[k]);
        }
        of_ = std::move(with_marks);
    }

    int operator[](std::size_t piece) const { return of_[piece]; }

private:
    /// A letter belongs to the word in whose box its middle stands; where boxes overlap, to the one as high as it.
    void give_letters(const std::vector<Group>& groups, const std::vector<Line>& lines, int height) {
        Bands words(height, x_height_);
        std::vector<Box> boxes;
        std::vector<int> group_of_word;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (std::size_t w = groups[g].first; w < groups[g].end; ++w) {
                words.add(lines[groups[g].line].words[w].box, static_cast<int>(boxes.size()));
                boxes.push_back(lines[groups[g].line].words[w].box);
                group_of_word.push_back(static_cast<int>(g));
            }
        }
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            const Box& box = pieces_[k].box;
            if (box.height < least_letter * x_height_ || box.height > most_letter * x_height_) continue;
            const Point centre = box.centre();
            double nearest = 1e9;
            words.near(box.y, box.bottom(), [&](int word) {
                const Box& at = boxes[static_cast<std::size_t>(word)];
                if (centre.x < at.x || centre.x > at.right() || centre.y < at.y || centre.y > at.bottom()) return;
                const double off = std::abs(at.centre().y - centre.y);
                if (off < nearest) {
                    nearest = off;
                    of_[k] = group_of_word[static_cast<std::size_t>(word)];
                }
            });
        }
    }

    /// Most letters have no descender, and a fifth of them is small even where names begin with capitals. Lines all in
    /// capitals are taken for larger print, whose marks are as much larger.
    void find_settings(std::size_t groups) {
        std::vector<std::vector<double>> bottoms(groups);
        std::vector<std::vector<double>> heights(groups);
        for (std::size_t k = 0; k < pieces_.size(); ++k) {
            if (of_[k] < 0) continue;
            bottoms[static_cast<std::size_t>(of_[k])].push_back(pieces_[k].box.bottom());
            heights[static_cast<std::size_t>(of_[k])].push_back(pieces_[k].box.height);
        }
        for (std::size_t g = 0; g < groups; ++g) {
            settings_[g].base = quantile_of(std::move(bottoms[g]), 0.5);
            settings_[g].small = std::clamp(quantile_of(std::move(heights[g]), 0.2), 0.7 * x_height_, 2.5 * x_height_);
        }
    }

    /// A descender that touches a mark or letter of the next line hangs together with it: what is deeper than
    /// descenders are becomes a piece of its own, cut off where there is least ink.
    void part_touching_lines() {
        struct Cut {
            int top;                 // first row where it may be
            std::vector<int> inked;  // of the rows from there
            int row = 0;
            int lower = -1;  // the new piece
        };
        std::map<int, Cut> cuts;
        const std::size_t whole = pieces_.size();
        for (std::size_t k = 0; k < whole; ++k) {
            if (of_[k] < 0) continue;
            const auto [base, small] = settings_[static_cast<std::size_t>(of_[k])];
            if (pieces_[k].box.bottom() < base + 0.65 * small || pieces_[k].box.y > base) continue;
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
            of_.push_back(-1);
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

    /// Not so where a word's box reaches over the next line.
    bool stands_on_base(std::size_t piece) const {
        const auto [base, small] = settings_[static_cast<std::size_t>(of_[piece])];
        const Box& box = pieces_[piece].box;
        return box.y < base - 0.3 * small && box.bottom() > base - 1.2 * small;
    }

    int owner_of_mark(const Piece& piece) const {
        const Box& mark = piece.box;
        int owner = -1;
        double nearest = mark_reach * x_height_;
        letters_.near(mark.y - mark_reach * x_height_, mark.bottom() + mark_reach * x_height_, [&](int index) {
            const int group = of_[static_cast<std::size_t>(index)];
            const double away = mark_distance(piece, pieces_[static_cast<std::size_t>(index)].box,
                                              settings_[static_cast<std::size_t>(group)]);
            if (away < nearest) {
                nearest = away;
                owner = group;
            }
        });
        return owner;
    }

    static bool is_dot(const Piece& mark, double small) {
        const Box& box = mark.box;
        return box.height < 0.4 * small && box.width < 0.4 * small && box.width < 1.7 * box.height &&
               box.height < 1.7 * box.width && mark.area > 0.65 * static_cast<double>(box.area());
    }

    /// How far a mark is from being part of a letter, or of its line beside it; pixels.
    static double mark_distance(const Piece& piece, const Box& letter, const Setting& setting) {
        constexpr double not_at_all = 1e9;
        const auto [base, small] = setting;
        const Box& mark = piece.box;
        const int beside = std::max(letter.x - mark.right(), mark.x - letter.right());
        if (beside > comma_reach * small) return not_at_all;
        // Commas, dots, hyphens: they stand on the line, or above it between the letters.
        const double on_line = base + 0.08 * small - mark.y;
        if (on_line > 0.25 * mark.height && mark.bottom() > letter.y && mark.bottom() < base + comma_hang * small) {
            return 0.02 * std::max(0, beside);
        }
        if (beside > 1) return not_at_all;
        if (mark.bottom() <= letter.y + 0.3 * small) {
            // Only i and j have a dot above.
            const bool dotted = is_dot(piece, small) && letter.width > 0.6 * small;
            return std::max(0, letter.y - mark.bottom()) + (dotted ? 0.3 * small : 0);
        }
        // Below letters stand dots alone.
        return is_dot(piece, small) && mark.y >= base - 0.1 * small ? std::max(0.0, mark.y - base) : not_at_all;
    }

    Pieces& ink_;
    const std::vector<Piece>& pieces_;
    double x_height_;
    Bands letters_;
    std::vector<int> of_;
    std::vector<Setting> settings_;
};

bool is_doubtful(const Group& group, const std::vector<Line>& lines, double sure) {
    const auto& words = lines[group.line].words;
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(group.first),
                       words.begin() + static_cast<std::ptrdiff_t>(group.end),
                       [&](const Word& word) { return word.confidence < sure; });
}

/// What of the plane belongs to the group; paper elsewhere.
cv::Mat own_ink(const Raster& plane, const Pieces& ink, const Owners& owners, int group, const Box& place) {
    cv::Mat copy = mat_of(plane)(cv::Rect(place.x, place.y, place.width, place.height)).clone();
    cv::Mat own(copy.size(), CV_8U, cv::Scalar(0));
    cv::Mat foreign(copy.size(), CV_8U, cv::Scalar(0));
    const auto first =
        std::lower_bound(ink.runs.begin(), ink.runs.end(), place.y, [](const Run& run, int y) { return run.y < y; });
    for (auto run = first; run != ink.runs.end() && run->y < place.bottom(); ++run) {
        const int begin = std::max(run->begin, place.x) - place.x;
        const int end = std::min(run->end, place.right()) - place.x;
        if (begin >= end) continue;
        const int owner = owners[static_cast<std::size_t>(run->piece)];
        if (owner < 0) continue;  // a bit of a broken stroke, as like as not
        cv::Mat& mask = owner == group ? own : foreign;
        mask.row(run->y - place.y).colRange(begin, end).setTo(255);
    }
    // Rims of ink are paler than what counts as ink.
    cv::dilate(foreign, foreign, cv::getStructuringElement(cv::MORPH_RECT, {5, 5}));
    cv::dilate(own, own, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    copy.setTo(255, foreign & ~own);
    return copy;
}

}  // namespace

UntangledSheet untangle(const Raster& plane, Pieces ink, double x_height, const std::vector<Line>& lines, double sure) {
    UntangledSheet found;
    if (x_height <= 0 || ink.pieces.size() > most_tangled_pieces || plane.channels() != 1) return found;
    const std::vector<Group> groups = groups_of(lines, x_height);
    const Owners owners(ink, groups, lines, plane.height(), x_height);
    std::vector<Box> own(groups.size());
    for (std::size_t k = 0; k < ink.pieces.size(); ++k) {
        if (owners[k] >= 0)
            own[static_cast<std::size_t>(owners[k])] =
                bounding(own[static_cast<std::size_t>(owners[k])], ink.pieces[k].box);
    }
    std::vector<int> strangers(groups.size());
    Bands boxes(plane.height(), x_height);
    for (std::size_t g = 0; g < groups.size(); ++g) boxes.add(groups[g].box, static_cast<int>(g));
    for (std::size_t k = 0; k < ink.pieces.size(); ++k) {
        if (owners[k] < 0) continue;
        boxes.near(ink.pieces[k].box.y, ink.pieces[k].box.bottom(), [&](int g) {
            if (g == owners[k]) return;
            if (!intersection(groups[static_cast<std::size_t>(g)].box, ink.pieces[k].box).empty())
                ++strangers[static_cast<std::size_t>(g)];
        });
    }
    constexpr int room = 8;  // pixels: Tesseract wants some paper around letters
    std::vector<cv::Mat> copies;
    Size sheet{1, room};
    for (std::size_t g = 0; g < groups.size() && copies.size() < most_copies; ++g) {
        if (strangers[g] == 0 || own[g].empty() || !is_doubtful(groups[g], lines, sure)) continue;
        const Box roomy{own[g].x - room, own[g].y - room, own[g].width + 2 * room, own[g].height + 2 * room};
        const Box place = intersection(roomy, {0, 0, plane.width(), plane.height()});
        copies.push_back(own_ink(plane, ink, owners, static_cast<int>(g), place));
        found.words.push_back(
            {groups[g].line, groups[g].first, groups[g].end, place, {room, sheet.height, place.width, place.height}});
        sheet.width = std::max(sheet.width, place.width + 2 * room);
        sheet.height += place.height + room;
    }
    if (copies.empty()) return found;
    found.sheet = Raster(sheet.width, sheet.height, 1);
    cv::Mat whole = mat_of(found.sheet);
    whole.setTo(255);
    for (std::size_t k = 0; k < copies.size(); ++k) {
        const Box& at = found.words[k].copy;
        copies[k].copyTo(whole(cv::Rect(at.x, at.y, at.width, at.height)));
    }
    return found;
}

}  // namespace sohoa::ocr
