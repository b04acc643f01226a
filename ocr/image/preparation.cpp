#include "ocr/image/preparation.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/baselines.h"
#include "ocr/image/blank_page.h"
#include "ocr/image/coloured_plane.h"
#include "ocr/image/coloured_print.h"
#include "ocr/image/dark_signatures.h"
#include "ocr/image/facing_pages.h"
#include "ocr/image/faint_print.h"
#include "ocr/image/find_bend.h"
#include "ocr/image/grey_seals.h"
#include "ocr/image/ground.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/letters.h"
#include "ocr/image/lifted_print.h"
#include "ocr/image/orientation.h"
#include "ocr/image/page_quality.h"
#include "ocr/image/reading_plane.h"
#include "ocr/image/seals.h"
#include "ocr/image/shading.h"
#include "ocr/image/sheet_format.h"
#include "ocr/image/sheet_tint.h"
#include "ocr/image/signatures.h"
#include "ocr/image/small_print.h"
#include "ocr/image/stamps.h"
#include "ocr/image/survey.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

/// Pixels an inch of the sheet: of a photo, by the size that a sheet of its proportions has.
double dpi_of(const scanners::Page& page, const Sheet& sheet, double letter_pixels) {
    const bool whole = std::none_of(sheet.cut.begin(), sheet.cut.end(), [](bool cut) { return cut; });
    if (!sheet.cut_out || !whole) return page.dpi;
    const double longer = std::max(sheet.size.width, sheet.size.height);
    const double mm = longer_side_mm(1.0 * sheet.size.height / sheet.size.width, letter_pixels / longer);
    return mm > 0 ? longer / mm * 25.4 : page.dpi;
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

constexpr double least_skew = 0.1;            // degrees: a page as level as this is not resampled
constexpr std::size_t most_letters = 40'000;  // pieces of ink of their size: a dense page of newspaper has half as many

Raster part_of(const Raster& plane, const Box& box) {
    const Box within = intersection(box, {0, 0, plane.width(), plane.height()});
    Raster part(within.width, within.height, plane.channels());
    if (!part.empty()) mat_of(plane)({within.x, within.y, within.width, within.height}).copyTo(mat_of(part));
    return part;
}

/// Signatures in black or grey ink that are not known as coloured ones or lie within a stamp.
void add_dark_signatures(Planes& planes, const std::vector<Seal>& seals) {
    for (const Signature& each : find_dark_signatures(planes.reading, seals, planes.x_height)) {
        const Box box = planes.reading_to_scan.around(each.box);
        const bool known = std::any_of(planes.regions.begin(), planes.regions.end(), [&](const Region& other) {
            return (other.kind == "signature" || other.kind == "stamp") && !intersection(other.box, box).empty();
        });
        if (!known) planes.regions.push_back({"signature", box, each.confidence, {}, {}, {}});
    }
}

}  // namespace

Preparation::Preparation(const scanners::Page& page, PreparationRecord* record) : page_(page), record_(record) {
    if (page.pixels.empty()) {
        looks_.emplace_back();
        return;
    }
    tint_ = paper_tint(page.pixels);
    std::vector<Sheet> sheets = find_sheets(page.pixels, tint_);
    tint_ = tint_of_sheets(page.pixels, sheets, tint_);
    done("sheet");
    coloured_ = ColouredInk(page.pixels.size());
    grey_ = ink_grey(page.pixels, tint_, &coloured_);
    done("ink_grey", &grey_);
    dark_panels_ = DarkPanels(page.pixels);
    done("dark_panels");
    look_at_cards(std::move(sheets));
    split_facing_pages();
}

/// A picture with nothing written on it is no card, and a scan with cards on it and nothing else written is no part.
void Preparation::look_at_cards(std::vector<Sheet> sheets) {
    constexpr std::size_t few_letters = 12;
    Sheet last = std::move(sheets.back());
    sheets.pop_back();
    std::vector<Quad> left_out;
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        Look look = look_at(std::move(sheets[k]));
        if (look.letters.boxes.size() < few_letters) continue;
        looks_.push_back(std::move(look));
        left_out.push_back(last.left_out[k]);
    }
    last.left_out = std::move(left_out);
    Look look = look_at(std::move(last));
    if (looks_.empty() || look.letters.boxes.size() >= few_letters) looks_.push_back(std::move(look));
}

Preparation::Look Preparation::look_at(Sheet sheet) const {
    Look look;
    look.survey = survey_sheet(grey_, sheet, page_.dpi, sheet.left_out);
    done("survey");
    look.letters = find_letters(look.survey.ink, look.survey.grey);
    look.orientation = find_orientation(look.letters);
    look.sheet = std::move(sheet);
    done("orientation");
    return look;
}

void Preparation::split_facing_pages() {
    if (looks_.size() != 1) return;
    const Look& whole = looks_.front();
    const bool lying = whole.orientation.turn % 180 != 0;
    const double x_height = lying ? lying_x_height(whole.letters) : whole.letters.x_height;
    const std::optional<Fold> fold = find_fold(whole.survey.ink, lying, x_height);
    done("facing_pages");
    if (!fold) return;
    const Transform to_sheet = Transform::scaling(1 / whole.survey.scale, 1 / whole.survey.scale);
    std::array<Sheet, 2> sides =
        sides_of_fold(whole.sheet, to_sheet.apply(fold->from), to_sheet.apply(fold->to), lying);
    // Upright, the left page comes first.
    const int turn = whole.orientation.turn;
    if (turn == 90 || turn == 180) std::swap(sides[0], sides[1]);
    Look first = look_at(std::move(sides[0]));
    Look second = look_at(std::move(sides[1]));
    looks_.clear();
    looks_.push_back(std::move(first));
    looks_.push_back(std::move(second));
}

Quad Preparation::outline(std::size_t sheet) const {
    const Sheet& of = looks_.at(sheet).sheet;
    return of.to_scan.apply(quad_of({0, 0, of.size.width, of.size.height}));
}

void Preparation::done(std::string_view step, const Raster* plane) const {
    if (record_ != nullptr) record_->done(step, plane);
}

Box Preparation::box_on_scan(std::size_t sheet) const {
    const Box scan{0, 0, page_.pixels.width(), page_.pixels.height()};
    return looks_.size() == 1 ? scan : intersection(scan, bounding_box(outline(sheet)));
}

Raster Preparation::coloured_plane_of(const Look& look, const Planes& planes, const PlaneMap& to_sheet) const {
    const Survey& survey = look.survey;
    const PlaneMap to_survey = to_sheet.then(Transform::scaling(survey.scale, survey.scale));
    const auto finish = [&](Raster& ink, const Box& part) {
        const PlaneMap part_to_survey = to_survey.after(Transform::translation(part.x, part.y));
        divide_shading(ink, survey.paper, part_to_survey.then(Transform::scaling(1.0 / paper_cell, 1.0 / paper_cell)));
        whiten_ground(ink, survey, part_to_survey);
        darken_print(ink, survey.gain);
    };
    return coloured_plane(planes.reading, planes.reading_to_scan, {page_.pixels, tint_, coloured_}, finish);
}

void Preparation::add_signatures(Planes& planes, std::size_t sheet, double x_height) const {
    if (!coloured_.any()) return;
    const std::vector<Quad>& elsewhere = looks_[sheet].sheet.left_out;
    for (const Signature& each : find_signatures(page_.pixels, box_on_scan(sheet), tint_, x_height)) {
        const bool is_elsewhere = std::any_of(elsewhere.begin(), elsewhere.end(), [&](const Quad& quad) {
            return !intersection(bounding_box(quad), each.box).empty();
        });
        if (!is_elsewhere) planes.regions.push_back({"signature", each.box, each.confidence, {}, {}, {}});
    }
}

Planes Preparation::planes(std::size_t index, std::optional<int> turn) const {
    Planes planes;
    if (page_.pixels.empty()) {
        planes.blank = true;
        return planes;
    }
    const Look& look = looks_.at(index);
    const auto& [sheet, survey, letters, found] = look;
    done("survey", &survey.ink);  // here, where it is known which part it is of
    Orientation orientation = turn && *turn != found.turn ? find_orientation(letters, *turn) : found;
    planes.pieces = letters.boxes.size();
    planes.orientation = orientation.turn;
    planes.orientation_confidence = orientation.confidence;
    planes.skew = orientation.skew;
    if (!sheet.cut_out && std::abs(orientation.skew) < least_skew) orientation.skew = 0;

    const bool lying = orientation.turn % 180 != 0;
    const double x_height = lying ? lying_x_height(letters) : letters.x_height;
    const double small_print = x_height > 0 ? small_print_height(boxes_along_lines(letters, lying), x_height) : 0;
    const PrintHeights print{x_height / survey.scale, small_print / survey.scale};
    const auto [frame, to_sheet] =
        flattened(frame_reading_plane(sheet.size, orientation.turn, orientation.skew, reading_scale(print, page_)),
                  survey, letters, orientation, x_height);
    planes.reading_to_scan = to_sheet.then(sheet.to_scan);
    done("orientation");
    planes.reading = warped(grey_, planes.reading_to_scan, frame.size, Border::white);
    done("warp", &planes.reading);
    const double to_paper = survey.scale / paper_cell;
    const PlaneMap reading_to_paper = to_sheet.then(Transform::scaling(to_paper, to_paper));
    divide_shading(planes.reading, survey.paper, reading_to_paper);
    darken_print(planes.reading, survey.gain);
    done("shading", &planes.reading);
    PageMeasures measures = measured(page_, sheet, survey, x_height);
    measures.darkness = print_darkness(planes.reading) / survey.gain;
    const double sheet_dpi = dpi_of(page_, sheet, x_height / survey.scale);
    measures.blur = blur_of(planes.reading, sheet_dpi * frame.scale, x_height * frame.scale / survey.scale);
    done("quality");
    const PlaneMap reading_to_survey = to_sheet.then(Transform::scaling(survey.scale, survey.scale));
    whiten_ground(planes.reading, survey, reading_to_survey);
    done("ground", &planes.reading);
    if (!(sheet.to_scan == Transform{}) || to_sheet.is_bent()) planes.skew = skew_on_scan(planes);
    planes.reading_dpi = sheet_dpi * frame.scale;
    planes.x_height = x_height * frame.scale / survey.scale;
    const double print_height = planes.x_height > 0 ? planes.x_height : read_x_height;
    std::vector<Seal> seals;
    Raster with_colour;
    if (coloured_.any()) {
        with_colour = coloured_plane_of(look, planes, to_sheet);
        done("luma", &with_colour);
        seals = find_seals(with_colour, planes.reading_dpi);
        done("seals");
        restore_coloured_print(planes.reading, with_colour, seals, print_height);
        done("coloured_print", &planes.reading);
    } else {
        done("luma");
        seals = find_seals(planes.reading, planes.reading_dpi);
        done("seals");
    }
    for (const Seal& seal : seals) add_region(planes, "seal", box_of(seal), seal.confidence);
    fade_grey_seals(planes.reading, seals);
    done("grey_seals", &planes.reading);
    for (const Stamp& stamp : find_stamps(planes.reading, with_colour, seals, planes.reading_dpi)) {
        const Raster& seen = with_colour.empty() ? planes.reading : with_colour;
        planes.stamps.push_back({planes.regions.size(), stamp.box, part_of(seen, stamp.box)});
        add_region(planes, "stamp", stamp.box, stamp.confidence);
    }
    done("stamps");
    add_signatures(planes, index, print_height / frame.scale);
    done("signatures");
    const std::vector<Box> panels =
        dark_panels_.turn(planes.reading, planes.reading_to_scan, page_.pixels, print_height);
    done("dark_panels", &planes.reading);
    // On noise forms and signatures are looked for long and in vain.
    const bool is_writing = letters.boxes.size() <= most_letters;
    if (is_writing) {
        lift_print_to_write_on(planes, page_.pixels, seals, print.smallest * frame.scale, record_);
        add_dark_signatures(planes, seals);
    }
    // Their sides part rows as rules do.
    for (const Box& panel : panels) {
        planes.rules.push_back({{panel.x, panel.y, panel.width, 1}});
        planes.rules.push_back({{panel.x, panel.bottom() - 1, panel.width, 1}});
    }
    done("signatures");
    whiten_paper(planes.reading);
    done("whiten", &planes.reading);
    planes.blank = is_blank(planes.reading, planes.reading_dpi) &&
                   (with_colour.empty() || is_blank(with_colour, planes.reading_dpi));
    done("blank");
    planes.quality = planes.blank ? judge({.paper = measures.paper}) : judge(measures);
    if (record_ != nullptr) {
        record_->measured("letter_pixels", measures.letter_pixels);
        record_->measured("blur", measures.blur);
        record_->measured("darkness", measures.darkness);
        record_->measured("paper", measures.paper);
        record_->measured("glare_share", measures.glare_share);
        record_->measured("letters_cut", measures.letters_cut);
        record_->measured("bent", to_sheet.is_bent() ? 1 : 0);
        record_->measured("sheet_cut_out", sheet.cut_out ? 1 : 0);
        record_->measured("orientation_confidence", planes.orientation_confidence);
        record_->measured("print_darkened_times", survey.gain);
        record_->measured("reading_dpi", planes.reading_dpi);
        record_->measured("x_height_pixels", planes.x_height);
        record_->measured("smallest_x_height_pixels", print.smallest * frame.scale);
    }
    return planes;
}

}  // namespace sohoa::ocr
