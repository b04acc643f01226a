#include "ocr/image/lifted_print.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "ocr/image/check_boxes.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/leaders.h"
#include "ocr/image/reading_plane.h"
#include "ocr/image/specks.h"
#include "ocr/image/table_grid.h"

namespace sohoa::ocr {

namespace {

/// A frame that holds no cells is no table. On pages that are turned or squared up a cell's quad says where it lies.
void add_table(Planes& planes, const Box& table) {
    constexpr double level = 1;  // degrees
    const std::vector<GridCell> cells = grid_of(table, planes.rules);
    if (cells.size() < 2) return;
    add_region(planes, "table", table, 0.8);
    const bool askew = std::abs(skew_on_scan(planes)) > level || planes.orientation != 0;
    for (const GridCell& cell : cells) {
        const Quad quad = planes.reading_to_scan.apply(quad_of(cell.area));
        planes.regions.back().cells.push_back({planes.reading_to_scan.around(cell.area),
                                               askew ? std::optional(quad) : std::nullopt, cell.row, cell.column,
                                               cell.row_span, cell.column_span});
    }
}

std::string_view name_of(Tick tick) {
    return tick == Tick::ticked ? "ticked" : tick == Tick::empty ? "empty" : "unsure";
}

}  // namespace

void add_region(Planes& planes, std::string_view kind, const Box& on_reading_plane, double confidence) {
    planes.regions.push_back(
        {std::string(kind), planes.reading_to_scan.around(on_reading_plane), confidence, {}, {}, {}});
}

double skew_on_scan(const Planes& planes) {
    const Point middle{planes.reading.width() / 2.0, planes.reading.height() / 2.0};
    const double reach = planes.reading_to_scan.is_bent() ? middle.x / 2 : 0;
    const Point from = planes.reading_to_scan.apply(Point{middle.x - reach, middle.y});
    const Point to = planes.reading_to_scan.apply(Point{middle.x + std::max(1.0, reach), middle.y});
    const double degrees = std::atan2(to.y - from.y, to.x - from.x) * 180 / std::numbers::pi;
    return std::remainder(degrees + planes.orientation, 360.0);
}

void lift_print_to_write_on(Planes& planes, const Raster& scan, const std::vector<Seal>& seals, double small_print,
                            PreparationRecord* record) {
    const auto done = [&](std::string_view step) {
        if (record != nullptr) record->done(step, &planes.reading);
    };
    const double x_height = planes.x_height > 0 ? planes.x_height : read_x_height;
    Raster ink = faint_ink_of(planes.reading);
    for (const CheckBox& box : lift_check_boxes(planes.reading, ink, scan, planes.reading_to_scan, seals, x_height)) {
        add_region(planes, "checkbox", box.frame, box.confidence);
        planes.regions.back().state = name_of(box.tick);
    }
    done("check_boxes");
    planes.rules = lift_rules(planes.reading, ink, x_height);
    for (const Box& table : tables_of(planes.rules)) add_table(planes, table);
    done("rules");
    for (const Box& slot : lift_leaders(planes.reading, ink, x_height)) add_region(planes, "slot", slot, 0.9);
    done("leaders");
    lift_specks(planes.reading, ink, x_height, small_print > 0 ? small_print : x_height);
    done("specks");
}

}  // namespace sohoa::ocr
