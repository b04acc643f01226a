#include "ocr/image/reading_plane.h"

#include <algorithm>
#include <cmath>

namespace sohoa::ocr {

namespace {

constexpr double small_x_height = 11;         // pixels: less is enlarged
constexpr double read_small_x_height = 12.5;  // pixels, of the smallest print, as far as the scan has them
constexpr double least_x_height = 8.5;        // pixels, of the smallest print of a page
constexpr double usual_dpi = 200;
constexpr double most_enlarged_for_small_print = 1.5;
constexpr double most_enlarged = 3;
constexpr double most_reduced = 0.2;
constexpr double most_pixels = 20'000'000;  // of the reading plane: A3 at 300 dpi and more

}  // namespace

double reading_scale(const PrintHeights& print, const scanners::Page& page) {
    double scale = 1;
    if (print.usual <= 0) {
        scale = std::min(1.0, usual_dpi / page.dpi);
    } else if (print.usual > read_x_height) {
        scale = read_x_height / print.usual;
    } else if (print.usual < small_x_height) {
        scale = small_x_height * 1.2 / print.usual;
    }
    if (print.smallest > 0) {
        scale = std::max(scale, std::min(1.0, read_small_x_height / print.smallest));
        scale = std::max(scale, std::min(most_enlarged_for_small_print, least_x_height / print.smallest));
    }
    const double pixels = static_cast<double>(page.pixels.width()) * page.pixels.height();
    return std::min(std::clamp(scale, most_reduced, most_enlarged), std::sqrt(most_pixels / pixels));
}

ReadingFrame frame_reading_plane(Size sheet, int turn, double skew, double scale) {
    const Size upright = turn % 180 == 0 ? sheet : Size{sheet.height, sheet.width};
    const Transform levelled = Transform::quarter_turns(turn, sheet)
                                   .then(Transform::rotation(-skew, {upright.width / 2.0, upright.height / 2.0}));
    const Box around = bounding_box(levelled.apply(quad_of({0, 0, sheet.width, sheet.height})));
    ReadingFrame frame;
    frame.size = {std::max(1, static_cast<int>(std::lround(around.width * scale))),
                  std::max(1, static_cast<int>(std::lround(around.height * scale)))};
    // Both sides are stretched to whole pixels, by less than half a pixel over the page.
    const double x_scale = 1.0 * frame.size.width / around.width;
    const double y_scale = 1.0 * frame.size.height / around.height;
    const Transform to_reading =
        levelled.then(Transform::translation(-around.x, -around.y)).then(Transform::scaling(x_scale, y_scale));
    frame.to_sheet = to_reading.inverse().value_or(Transform{});
    frame.scale = scale;
    return frame;
}

ReadingFrame with_room_for(const Bend& bend, const Transform& reading_to_flat, const ReadingFrame& frame) {
    constexpr int steps = 32;
    const double down = reading_to_flat.rows()[4];  // pixels of the flat plane a reading pixel
    double above = 0;
    double below = 0;
    for (int step = 0; step <= steps; ++step) {
        const double x = 1.0 * frame.size.width * step / steps;
        above = std::max(above, bend.fall_at(reading_to_flat.apply(Point{x, 0})) / down);
        below = std::max(below, -bend.fall_at(reading_to_flat.apply(Point{x, 1.0 * frame.size.height})) / down);
    }
    const int room = static_cast<int>(std::ceil(above));
    ReadingFrame roomy = frame;
    roomy.size.height += room + static_cast<int>(std::ceil(below));
    roomy.to_sheet = Transform::translation(0, -room).then(frame.to_sheet);
    return roomy;
}

}  // namespace sohoa::ocr
