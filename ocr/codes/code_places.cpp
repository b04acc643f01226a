#include "ocr/codes/code_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "ocr/codes/bar_fields.h"
#include "ocr/codes/finder_marks.h"
#include "ocr/codes/ink_map.h"
#include "ocr/codes/module_blocks.h"

namespace sohoa::ocr {

namespace {

constexpr double least_corner_distance = 10;  ///< modules between two marks of one symbol; 14 in the smallest QR code
constexpr double most_corner_distance = 185;  ///< modules; 170 in the largest
constexpr double most_module_ratio = 1.7;     ///< of two marks of one symbol, seen aslant
constexpr std::array aztec_halves{8.5, 12.5, 17.5, 24.5, 40.5};  ///< modules of half a side; 75 in the largest
constexpr int long_field = 130;                                  ///< pixels; words of upright strokes are shorter
constexpr int broad_field = 40;                                  ///< pixels
constexpr double least_dark = 0.2;                  ///< share of dark pixels between two marks, and of light ones
constexpr double least_changes = 0.22;              ///< from dark to light or back, a module; 0.5 where data are random
constexpr double few_modules = 9;                   ///< between two marks
constexpr long long most_pixels_of_pair = 500'000;  ///< two marks far apart are seldom of one symbol
constexpr std::size_t most_bullseyes = 8;           ///< more are no symbols but print of dots
constexpr std::size_t most_marks = 64;              ///< of one polarity and kind; print of dots makes more by chance

Box grown(const Box& box, double by) {
    const int room = static_cast<int>(std::ceil(by));
    return {box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room};
}

Box around(const std::vector<const FinderMark*>& marks) {
    Box box;
    for (const FinderMark* mark : marks) {
        box = bounding(box, {static_cast<int>(mark->centre.x), static_cast<int>(mark->centre.y), 1, 1});
    }
    return box;
}

double distance(const FinderMark& a, const FinderMark& b) {
    return std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y);
}

/// Between two marks of a symbol lie modules: about half of them dark, and every second one unlike the one before.
bool has_modules_between(const InkMap& ink, const FinderMark& a, const FinderMark& b) {
    const double length = distance(a, b);
    const double module = (a.module + b.module) / 2;
    const double begin = 4.5 * module;
    int dark = 0;
    int all = 0;
    int changes = 0;
    bool last = false;
    for (double at = begin; at <= length - begin; at += 1, ++all) {
        const double share = at / length;
        const bool now = ink.dark(static_cast<int>(a.centre.x + (b.centre.x - a.centre.x) * share),
                                  static_cast<int>(a.centre.y + (b.centre.y - a.centre.y) * share));
        changes += all > 0 && now != last;
        dark += now;
        last = now;
    }
    const double modules = all / module;
    if (modules < few_modules) return true;  // too little to tell
    return dark >= least_dark * all && dark <= (1 - least_dark) * all && changes >= least_changes * modules;
}

bool may_be_of_one_symbol(const InkMap& ink, const FinderMark& a, const FinderMark& b) {
    if (a.kind != b.kind || a.inverted != b.inverted) return false;
    const double module = (a.module + b.module) / 2;
    const double modules = distance(a, b) / module;
    return modules >= least_corner_distance && modules <= most_corner_distance &&
           std::max(a.module, b.module) <= most_module_ratio * std::min(a.module, b.module) &&
           has_modules_between(ink, a, b);
}

/// Two legs of like length at an angle of 55 to 125 degrees.
bool is_corner(const FinderMark& corner, const FinderMark& a, const FinderMark& b) {
    const double first = distance(corner, a);
    const double second = distance(corner, b);
    const double cosine = ((a.centre.x - corner.centre.x) * (b.centre.x - corner.centre.x) +
                           (a.centre.y - corner.centre.y) * (b.centre.y - corner.centre.y)) /
                          (first * second);
    return std::abs(cosine) < 0.57 && std::max(first, second) < 1.8 * std::min(first, second);
}

/// The symbol's fourth corner lies as far off as the longest side; half of that is the most it can stand out of the box
/// around the other three.
CodePlace place_of(CodePlace::Kind kind, const std::vector<const FinderMark*>& marks, double share_of_side) {
    const Box box = around(marks);
    double module = 0;
    double side = 0;
    for (const FinderMark* a : marks) {
        module = std::max(module, a->module);
        for (const FinderMark* b : marks) side = std::max(side, distance(*a, *b));
    }
    return {kind, box, grown(box, 10 * module + share_of_side * side)};
}

void add_corner_places(const InkMap& ink, const std::vector<const FinderMark*>& marks, std::vector<CodePlace>& places) {
    std::vector<bool> used(marks.size());
    for (std::size_t a = 0; a < marks.size(); ++a) {
        for (std::size_t b = 0; b < marks.size(); ++b) {
            if (b == a || !may_be_of_one_symbol(ink, *marks[a], *marks[b])) continue;
            for (std::size_t c = b + 1; c < marks.size(); ++c) {
                if (c == a || !may_be_of_one_symbol(ink, *marks[a], *marks[c]) ||
                    !may_be_of_one_symbol(ink, *marks[b], *marks[c]) || !is_corner(*marks[a], *marks[b], *marks[c])) {
                    continue;
                }
                used[a] = used[b] = used[c] = true;
                places.push_back(place_of(CodePlace::Kind::corners, {marks[a], marks[b], marks[c]}, 0.25));
            }
        }
    }
    for (std::size_t a = 0; a < marks.size(); ++a) {
        for (std::size_t b = a + 1; b < marks.size(); ++b) {
            if (used[a] || used[b] || !may_be_of_one_symbol(ink, *marks[a], *marks[b])) continue;
            const CodePlace place = place_of(CodePlace::Kind::pair, {marks[a], marks[b]}, 1);
            if (place.box.area() <= most_pixels_of_pair) places.push_back(place);
        }
    }
}

/// ZXing 1.4 sees an Aztec code in the very middle of a picture only, and what stands around leads it astray.
void add_bullseye_places(const std::vector<const FinderMark*>& marks, std::vector<CodePlace>& places) {
    for (const FinderMark* mark : marks) {
        const Box middle = grown(around({mark}), 4 * mark->module);
        for (const double half : aztec_halves) {
            places.push_back({CodePlace::Kind::bullseye, middle, grown(middle, (half - 4) * mark->module)});
        }
    }
}

void add_places_of_marks(const InkMap& ink, const std::vector<FinderMark>& marks, std::vector<CodePlace>& places) {
    for (const bool inverted : {false, true}) {
        std::vector<const FinderMark*> squares;
        std::vector<const FinderMark*> bullseyes;
        for (const FinderMark& mark : marks) {
            if (mark.inverted != inverted) continue;
            const bool square = mark.kind == FinderMark::Kind::square;
            if (!square)
                bullseyes.push_back(&mark);
            else if (squares.size() < most_marks)
                squares.push_back(&mark);
        }
        if (bullseyes.size() <= most_bullseyes) add_bullseye_places(bullseyes, places);
        add_corner_places(ink, squares, places);
    }
}

bool holds_most_of(const Box& a, const Box& b) {
    return 10 * intersection(a, b).area() >= 6 * std::min(a.area(), b.area());
}

/// Places of one kind that lie mostly in one another become one.
void unite(std::vector<CodePlace>& places) {
    for (bool again = true; again;) {
        again = false;
        for (std::size_t a = 0; a < places.size(); ++a) {
            for (std::size_t b = a + 1; b < places.size(); ++b) {
                if (places[a].kind != places[b].kind || places[a].kind == CodePlace::Kind::bullseye ||
                    !holds_most_of(places[a].box, places[b].box))
                    continue;
                places[a].box = bounding(places[a].box, places[b].box);
                places[a].evidence = bounding(places[a].evidence, places[b].evidence);
                places.erase(places.begin() + static_cast<std::ptrdiff_t>(b--));
                again = true;
            }
        }
    }
}

}  // namespace

bool is_telling(CodePlace::Kind kind) {
    return kind == CodePlace::Kind::corners || kind == CodePlace::Kind::bars;
}

std::vector<CodePlace> find_code_places(const cv::Mat& grey, const cv::Mat& without_red) {
    std::vector<CodePlace> places;
    {
        const InkMap ink(without_red);
        add_places_of_marks(ink, find_finder_marks(ink), places);
    }
    const InkMap ink(grey);
    // Bars need a quiet zone of ten modules beside them, and rows of numbers or frames may hide their ends.
    for (const BarField& field : find_bar_fields(grey)) {
        const bool large = field.length >= long_field && field.breadth >= broad_field;
        places.push_back({large ? CodePlace::Kind::bars : CodePlace::Kind::few_bars, field.box,
                          grown(field.box, 24 + 0.12 * std::max(field.box.width, field.box.height)),
                          std::remainder(field.turn, 90.0)});
    }
    for (const ModuleBlock& block : find_module_blocks(ink)) {
        places.push_back({CodePlace::Kind::block, block.box,
                          grown(block.box, 6 + 0.1 * std::max(block.box.width, block.box.height)), block.turn,
                          block.stacked});
    }
    for (CodePlace& place : places) place.box = intersection(place.box, {0, 0, grey.cols, grey.rows});
    unite(places);
    std::ranges::stable_sort(places, [](const CodePlace& a, const CodePlace& b) {
        return std::pair(a.kind, a.box.y) < std::pair(b.kind, b.box.y);
    });
    return places;
}

}  // namespace sohoa::ocr
