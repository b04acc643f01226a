#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "ocr/image/baselines.h"
#include "ocr/image/blank_page.h"
#include "ocr/image/coloured_print.h"
#include "ocr/image/faint_print.h"
#include "ocr/image/find_bend.h"
#include "ocr/image/grey_seals.h"
#include "ocr/image/ground.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/leaders.h"
#include "ocr/image/letters.h"
#include "ocr/image/orientation.h"
#include "ocr/image/page_quality.h"
#include "ocr/image/planes.h"
#include "ocr/image/reading_plane.h"
#include "ocr/image/rules.h"
#include "ocr/image/seals.h"
#include "ocr/image/shading.h"
#include "ocr/image/sheet.h"
#include "ocr/image/sheet_format.h"
#include "ocr/image/small_print.h"
#include "ocr/image/specks.h"
#include "ocr/image/survey.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

/// `box` is in pixels of the reading plane.
void add_region(Planes& planes, std::string_view kind, const Box& box, double confidence) {
    planes.regions.push_back({std::string(kind), planes.reading_to_scan.around(box), confidence, {}, {}});
}

/// The steps as they are done, where somebody wants to know.
class Steps {
public:
    explicit Steps(PreparationRecord* record) : record_(record) {}
    void done(std::string_view name, const Raster* plane = nullptr) const {
        if (record_ != nullptr) record_->done(name, plane);
    }
    void measured(std::string_view name, double value) const {
        if (record_ != nullptr) record_->measured(name, value);
    }

private:
    PreparationRecord* record_;
};

/// Rules and leaders leave the reading plane and stay as regions.
void lift_print_to_write_on(Planes& planes, double x_height, double small_print, const Steps& steps) {
    if (x_height <= 0) x_height = read_x_height;
    Raster ink = faint_ink_of(planes.reading);
    planes.rules = lift_rules(planes.reading, ink, x_height);
    for (const Box& table : tables_of(planes.rules)) add_region(planes, "table", table, 0.8);
    steps.done("rules", &planes.reading);
    for (const Box& slot : lift_leaders(planes.reading, ink, x_height)) add_region(planes, "slot", slot, 0.9);
    steps.done("leaders", &planes.reading);
    lift_specks(planes.reading, ink, x_height, small_print > 0 ? small_print : x_height);
    steps.done("specks", &planes.reading);
}

/// Pixels an inch of the sheet: of a photo, by the size that a sheet of its proportions has.
double dpi_of(const scanners::Page& page, const Sheet& sheet, double letter_pixels) {
    const bool whole = std::none_of(sheet.cut.begin(), sheet.cut.end(), [](bool cut) { return cut; });
    if (!sheet.cut_out || !whole) return page.dpi;
    const double longer = std::max(sheet.size.width, sheet.size.height);
    const double mm = longer_side_mm(1.0 * sheet.size.height / sheet.size.width, letter_pixels / longer);
    return mm > 0 ? longer / mm * 25.4 : page.dpi;
}

/// How far lines fall to the right on the scan once it is turned upright, in degrees: of a sheet that was squared up,
/// the way it lay at the middle of the page; of a bent one, on the whole.
double skew_on_scan(const Planes& planes) {
    const Point middle{planes.reading.width() / 2.0, planes.reading.height() / 2.0};
    const double reach = planes.reading_to_scan.is_bent() ? middle.x / 2 : 0;
    const Point from = planes.reading_to_scan.apply(Point{middle.x - reach, middle.y});
    const Point to = planes.reading_to_scan.apply(Point{middle.x + std::max(1.0, reach), middle.y});
    const double degrees = std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
    return std::remainder(degrees + planes.orientation, 360.0);
}

/// What can be told of a page's quality before its reading plane is made.
PageMeasures measured(const scanners::Page& page, const Sheet& sheet, const Survey& survey, double x_height) {
    PageMeasures measures;
    measures.letter_pixels = x_height / survey.scale;
    measures.paper = brightness_of(survey.paper);
    measures.glare_share = glare_share(page.pixels, sheet);
    measures.letters_cut = letters_cut_off(survey, sheet, x_height);
    measures.damage = sheet.damage;
    return measures;
}

/// Blur as share of the height of small letters. Letters out of focus run together and are measured too high, so they
/// are taken to be no higher than those of 13 pt.
double blur_of(const Raster& plane, double dpi, double x_height) {
    constexpr double usual_x_height = 2.1;  // mm
    if (x_height <= 0) return 0;
    return edge_sigma(plane) / std::min(x_height, usual_x_height / 25.4 * dpi);
}

/// Where the reading plane lies over the sheet, flattened where the sheet is bent.
struct FlatFrame {
    ReadingFrame frame;
    PlaneMap to_sheet;
};

FlatFrame flattened(const ReadingFrame& frame, const Survey& survey, const Letters& letters,
                    const Orientation& orientation, double x_height) {
    const std::optional<Bend> bend = find_bend(find_baselines(letters, orientation, x_height), x_height);
    if (!bend) return {frame, frame.to_sheet};
    const Transform level = levelling(letters.ink.size(), orientation);
    const std::optional<Transform> from_level = level.inverse();
    if (!from_level) return {frame, frame.to_sheet};
    const Transform sheet_to_flat = Transform::scaling(survey.scale, survey.scale).then(level);
    const Transform flat_to_sheet = from_level->then(Transform::scaling(1 / survey.scale, 1 / survey.scale));
    const ReadingFrame roomy = with_room_for(*bend, frame.to_sheet.then(sheet_to_flat), frame);
    return {roomy, PlaneMap(roomy.to_sheet.then(sheet_to_flat), *bend, flat_to_sheet)};
}

constexpr double least_skew = 0.1;  // degrees: a page as level as this is not resampled

Planes prepare_turned(const scanners::Page& page, std::optional<int> turn, PreparationRecord* record) {
    const Steps steps(record);
    Planes planes;
    if (page.pixels.empty()) {
        planes.blank = true;
        return planes;
    }
    const PaperTint tint = paper_tint(page.pixels);
    const Raster grey = ink_grey(page.pixels, tint);
    steps.done("ink_grey", &grey);
    const Sheet sheet = find_sheet(page.pixels, tint);
    steps.done("sheet");
    const Survey survey = survey_sheet(grey, sheet, page.dpi);
    steps.done("survey", &survey.ink);
    const Letters letters = find_letters(survey.ink, survey.grey);
    Orientation orientation = turn ? find_orientation(letters, *turn) : find_orientation(letters);
    planes.orientation = orientation.turn;
    planes.orientation_confidence = orientation.confidence;
    planes.skew = orientation.skew;
    if (!sheet.cut_out && std::abs(orientation.skew) < least_skew) orientation.skew = 0;

    const bool lying = orientation.turn % 180 != 0;
    const double x_height = lying ? lying_x_height(letters) : letters.x_height;
    const double small_print = x_height > 0 ? small_print_height(boxes_along_lines(letters, lying), x_height) : 0;
    const PrintHeights print{x_height / survey.scale, small_print / survey.scale};
    const auto [frame, to_sheet] =
        flattened(frame_reading_plane(sheet.size, orientation.turn, orientation.skew, reading_scale(print, page)),
                  survey, letters, orientation, x_height);
    planes.reading_to_scan = to_sheet.then(sheet.to_scan);
    steps.done("orientation");
    planes.reading = warped(grey, planes.reading_to_scan, frame.size, Border::white);
    steps.done("warp", &planes.reading);
    const double to_paper = survey.scale / paper_cell;
    const PlaneMap reading_to_paper = to_sheet.then(Transform::scaling(to_paper, to_paper));
    divide_shading(planes.reading, survey.paper, reading_to_paper);
    darken_print(planes.reading, survey.gain);
    steps.done("shading", &planes.reading);
    PageMeasures measures = measured(page, sheet, survey, x_height);
    measures.darkness = print_darkness(planes.reading) / survey.gain;
    const double sheet_dpi = dpi_of(page, sheet, x_height / survey.scale);
    measures.blur = blur_of(planes.reading, sheet_dpi * frame.scale, x_height * frame.scale / survey.scale);
    steps.done("quality");
    const PlaneMap reading_to_survey = to_sheet.then(Transform::scaling(survey.scale, survey.scale));
    whiten_ground(planes.reading, survey.ground, reading_to_survey);
    steps.done("ground", &planes.reading);
    if (sheet.cut_out || to_sheet.is_bent()) planes.skew = skew_on_scan(planes);
    planes.reading_dpi = sheet_dpi * frame.scale;
    planes.x_height = x_height * frame.scale / survey.scale;
    const double print_height = planes.x_height > 0 ? planes.x_height : read_x_height;
    std::vector<Seal> seals;
    Raster with_colour;
    if (const Raster luma = luma_where_coloured(page.pixels); !luma.empty()) {
        with_colour = warped(luma, planes.reading_to_scan, frame.size, Border::white);
        divide_shading(with_colour, survey.paper, reading_to_paper);
        whiten_ground(with_colour, survey.ground, reading_to_survey);
        darken_print(with_colour, survey.gain);
        steps.done("luma", &with_colour);
        seals = find_seals(with_colour, planes.reading_dpi);
        steps.done("seals");
        restore_coloured_print(planes.reading, with_colour, seals, print_height);
        steps.done("coloured_print", &planes.reading);
    } else {
        steps.done("luma");
        seals = find_seals(planes.reading, planes.reading_dpi);
        steps.done("seals");
    }
    for (const Seal& seal : seals) add_region(planes, "seal", box_of(seal), seal.confidence);
    fade_grey_seals(planes.reading, seals);
    steps.done("grey_seals", &planes.reading);
    lift_print_to_write_on(planes, planes.x_height, print.smallest * frame.scale, steps);
    whiten_paper(planes.reading);
    steps.done("whiten", &planes.reading);
    planes.blank = is_blank(planes.reading, planes.reading_dpi) &&
                   (with_colour.empty() || is_blank(with_colour, planes.reading_dpi));
    steps.done("blank");
    if (!planes.blank) planes.quality = judge(measures);
    steps.measured("blur", measures.blur);
    steps.measured("darkness", measures.darkness);
    steps.measured("paper", measures.paper);
    steps.measured("glare_share", measures.glare_share);
    steps.measured("letters_cut", measures.letters_cut);
    steps.measured("bent", to_sheet.is_bent() ? 1 : 0);
    steps.measured("sheet_cut_out", sheet.cut_out ? 1 : 0);
    steps.measured("orientation_confidence", planes.orientation_confidence);
    steps.measured("print_darkened_times", survey.gain);
    steps.measured("reading_dpi", planes.reading_dpi);
    steps.measured("x_height_pixels", planes.x_height);
    steps.measured("smallest_x_height_pixels", print.smallest * frame.scale);
    return planes;
}

}  // namespace

Planes prepare(const scanners::Page& page, PreparationRecord* record) {
    return prepare_turned(page, std::nullopt, record);
}

Planes prepare(const scanners::Page& page, int turn, PreparationRecord* record) {
    return prepare_turned(page, turn, record);
}

}  // namespace sohoa::ocr
