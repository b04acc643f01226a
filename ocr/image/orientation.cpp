#include "ocr/image/orientation.h"

#include <algorithm>
#include <cmath>

#include "ocr/image/letter_marks.h"
#include "ocr/image/line_axis.h"
#include "ocr/image/skew.h"

namespace sohoa::ocr {

namespace {

constexpr double clear_axis = 1.5;     // times sharper
constexpr double least_sharpness = 4;  // of a profile: below there are no lines
constexpr double certain_sharpness = 15;
constexpr double even_deviations = 3;  // the lead, in standard deviations of chance, at which it is as likely as not
constexpr double even_lean = 0.25;     // of all marks: half as many again above as below

/// How likely it is that `lead` of `count` votes is no chance. Votes come from the same few words and specks, so that
/// chance is wider than for independent ones.
double confidence_of(int lead, int count) {
    if (count == 0) return 0;
    return 1 - std::exp2(-std::abs(lead) / std::sqrt(count) / even_deviations);
}

/// Letters as they stand after a quarter turn and levelling. A box that turns by a few degrees keeps its sides.
std::vector<Box> levelled(const Letters& letters, int turn, double skew) {
    const bool lying = turn % 180 != 0;
    const Size size = letters.ink.size();
    const Size upright = lying ? Size{size.height, size.width} : size;
    const Transform level = Transform::quarter_turns(turn, size)
                                .then(Transform::rotation(-skew, {upright.width / 2.0, upright.height / 2.0}));
    std::vector<Box> boxes;
    boxes.reserve(letters.boxes.size());
    for (const Box& box : letters.boxes) {
        const Point centre = level.apply(box.centre());
        const int width = lying ? box.height : box.width;
        const int height = lying ? box.width : box.height;
        boxes.push_back({static_cast<int>(std::lround(centre.x - width / 2.0)),
                         static_cast<int>(std::lround(centre.y - height / 2.0)), width, height});
    }
    return boxes;
}

/// The skew of lines that run across, or up and down.
Skew skew_of(const Letters& letters, bool vertical) {
    return vertical ? find_skew(turned(letters.ink, 90)) : find_skew(letters.ink);
}

double degrees_of(const Skew& skew) {
    return skew.sharpness < least_sharpness ? 0 : skew.degrees;
}

}  // namespace

Orientation find_orientation(const Letters& letters) {
    if (letters.ink.empty()) return {};
    const double letter = usual_letter(letters.boxes);
    const LineAxis axis = find_line_axis(letters.boxes, letter);
    const double axis_confidence =
        std::min(confidence_of(axis.across - axis.along, axis.voters()), std::abs(axis.lean()));
    bool vertical = axis_confidence >= 0.5 && axis.lean() < 0;
    Skew skew = skew_of(letters, vertical);
    if (axis_confidence < 0.5 && skew.sharpness < certain_sharpness &&
        find_upright_skew(letters.ink).sharpness > std::max(least_sharpness, clear_axis * skew.sharpness)) {
        vertical = true;
        skew = skew_of(letters, vertical);
    }
    const int turn = vertical ? 90 : 0;
    const double degrees = degrees_of(skew);
    const LetterMarks marks = count_letter_marks(levelled(letters, turn, degrees), letter);
    const int lead = marks.above - marks.below;
    double confidence = confidence_of(lead, marks.sum());
    if (std::abs(lead) < even_lean * marks.sum()) confidence = std::min(confidence, 2.0 * std::abs(lead) / marks.sum());
    // A page is not turned over on a guess.
    const bool over = lead < 0 && (vertical || confidence >= 0.5);
    return {over ? turn + 180 : turn, degrees, std::min(confidence, axis_confidence)};
}

Orientation find_orientation(const Letters& letters, int turn) {
    if (letters.ink.empty()) return {turn, 0, 1};
    return {turn, degrees_of(skew_of(letters, turn % 180 != 0)), 1};
}

}  // namespace sohoa::ocr
