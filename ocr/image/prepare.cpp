#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "ocr/image/blank_page.h"
#include "ocr/image/check_boxes.h"
#include "ocr/image/coloured_print.h"
#include "ocr/image/grey_seals.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/leaders.h"
#include "ocr/image/letters.h"
#include "ocr/image/orientation.h"
#include "ocr/image/planes.h"
#include "ocr/image/reading_plane.h"
#include "ocr/image/rules.h"
#include "ocr/image/seals.h"
#include "ocr/image/shading.h"
#include "ocr/image/sheet.h"
#include "ocr/image/signatures.h"
#include "ocr/image/small_print.h"
#include "ocr/image/specks.h"
#include "ocr/image/survey.h"
#include "ocr/image/table_grid.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

/// How far lines fall to the right on the scan once it is turned upright, in degrees, seen at the middle of the page:
/// of a sheet that was squared up, the way it lay.
double skew_on_scan(const Planes& planes) {
    const Point middle{planes.reading.width() / 2.0, planes.reading.height() / 2.0};
    const Point from = planes.reading_to_scan.apply(middle);
    const Point to = planes.reading_to_scan.apply(Point{middle.x + 1, middle.y});
    const double degrees = std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
    return std::remainder(degrees + planes.orientation, 360.0);
}

/// `box` is in pixels of the reading plane.
void add_region(Planes& planes, std::string_view kind, const Box& box, double confidence) {
    planes.regions.push_back(
        {std::string(kind), bounding_box(planes.reading_to_scan.apply(quad_of(box))), confidence, {}, {}, {}});
}

/// A frame that holds no cells is no table. On pages that are turned or squared up a cell's quad says where it lies.
void add_table(Planes& planes, const Box& table) {
    constexpr double level = 1;  // degrees
    const std::vector<GridCell> cells = grid_of(table, planes.rules);
    if (cells.size() < 2) return;
    add_region(planes, "table", table, 0.8);
    for (const GridCell& cell : cells) {
        const Quad quad = planes.reading_to_scan.apply(quad_of(cell.area));
        const bool askew = std::abs(skew_on_scan(planes)) > level || planes.orientation != 0;
        planes.regions.back().cells.push_back({bounding_box(quad), askew ? std::optional(quad) : std::nullopt, cell.row,
                                               cell.column, cell.row_span, cell.column_span});
    }
}

std::string_view name_of(Tick tick) {
    return tick == Tick::ticked ? "ticked" : tick == Tick::empty ? "empty" : "unsure";
}

/// Check boxes, rules and leaders leave the reading plane and stay as regions.
void lift_print_to_write_on(Planes& planes, const Raster& scan, const std::vector<Seal>& seals, double x_height,
                            double small_print) {
    if (x_height <= 0) x_height = read_x_height;
    Raster ink = faint_ink_of(planes.reading);
    for (const CheckBox& box : lift_check_boxes(planes.reading, ink, scan, planes.reading_to_scan, seals, x_height)) {
        add_region(planes, "checkbox", box.frame, box.confidence);
        planes.regions.back().state = name_of(box.tick);
    }
    planes.rules = lift_rules(planes.reading, ink, x_height);
    for (const Box& table : tables_of(planes.rules)) add_table(planes, table);
    for (const Box& slot : lift_leaders(planes.reading, ink, x_height)) add_region(planes, "slot", slot, 0.9);
    lift_specks(planes.reading, ink, x_height, small_print > 0 ? small_print : x_height);
}

constexpr double least_skew = 0.1;  // degrees: below this a level page is not resampled

Planes prepare_turned(const scanners::Page& page, std::optional<int> turn) {
    Planes planes;
    if (page.pixels.empty()) {
        planes.blank = true;
        return planes;
    }
    const PaperTint tint = paper_tint(page.pixels);
    const Raster grey = ink_grey(page.pixels, tint);
    const Sheet sheet = find_sheet(page.pixels, tint);
    const Survey survey = survey_sheet(grey, sheet);
    const Letters letters = find_letters(survey.ink);
    const Orientation orientation = turn ? find_orientation(letters, *turn) : find_orientation(letters);
    planes.orientation = orientation.turn;
    planes.orientation_confidence = orientation.confidence;
    planes.skew = std::abs(orientation.skew) < least_skew ? 0 : orientation.skew;

    const bool lying = orientation.turn % 180 != 0;
    const double x_height = lying ? lying_x_height(letters) : letters.x_height;
    const double small_print = x_height > 0 ? small_print_height(boxes_along_lines(letters, lying), x_height) : 0;
    const PrintHeights print{x_height / survey.scale, small_print / survey.scale};
    const ReadingFrame frame =
        frame_reading_plane(sheet.size, planes.orientation, planes.skew, reading_scale(print, page));
    planes.reading_to_scan = frame.to_sheet.then(sheet.to_scan);
    planes.reading = warped(grey, planes.reading_to_scan, frame.size, Border::white);
    const double to_paper = survey.scale / paper_cell;
    const Transform reading_to_paper = frame.to_sheet.then(Transform::scaling(to_paper, to_paper));
    divide_shading(planes.reading, survey.paper, reading_to_paper);
    if (sheet.cut_out) planes.skew = skew_on_scan(planes);
    planes.reading_dpi = page.dpi * frame.scale;
    planes.x_height = x_height * frame.scale / survey.scale;
    const double print_height = planes.x_height > 0 ? planes.x_height : read_x_height;
    std::vector<Seal> seals;
    Raster with_colour;
    if (const Raster luma = luma_where_coloured(page.pixels); !luma.empty()) {
        with_colour = warped(luma, planes.reading_to_scan, frame.size, Border::white);
        divide_shading(with_colour, survey.paper, reading_to_paper);
        seals = find_seals(with_colour, planes.reading_dpi);
        restore_coloured_print(planes.reading, with_colour, seals, print_height);
    } else {
        seals = find_seals(planes.reading, planes.reading_dpi);
    }
    for (const Seal& seal : seals) add_region(planes, "seal", box_of(seal), seal.confidence);
    fade_grey_seals(planes.reading, seals);
    if (!with_colour.empty()) {
        for (const Signature& each : find_signatures(page.pixels, tint, print_height / frame.scale))
            planes.regions.push_back({"signature", each.box, each.confidence, {}, {}, {}});
    }
    lift_print_to_write_on(planes, page.pixels, seals, planes.x_height, print.smallest * frame.scale);
    whiten_paper(planes.reading);
    planes.blank = is_blank(planes.reading, planes.reading_dpi) &&
                   (with_colour.empty() || is_blank(with_colour, planes.reading_dpi));
    return planes;
}

}  // namespace

Planes prepare(const scanners::Page& page) {
    return prepare_turned(page, std::nullopt);
}

Planes prepare(const scanners::Page& page, int turn) {
    return prepare_turned(page, turn);
}

}  // namespace sohoa::ocr
