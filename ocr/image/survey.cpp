#include "ocr/image/survey.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"
#include "ocr/image/block_means.h"
#include "ocr/image/faint_print.h"
#include "ocr/image/ground.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/shading.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr int wanted_long_side = 1700;  // pixels: the long side of A4 at 145 dpi

int reduction_of(Size size) {
    return std::max(1, std::max(size.width, size.height) / wanted_long_side);
}

/// Adds quads of the scan to the ground of a survey.
void leave_out(Raster& ground, Size survey, const std::vector<Quad>& quads, const Transform& scan_to_survey) {
    if (quads.empty()) return;
    if (ground.empty()) {
        ground = Raster(survey.width, survey.height, 1);
        mat_of(ground).setTo(0);
    }
    cv::Mat to = mat_of(ground);
    for (const Quad& quad : quads) {
        std::vector<cv::Point> outline;
        for (const Point& corner : scan_to_survey.apply(quad).corners)
            outline.emplace_back(cvRound(corner.x), cvRound(corner.y));
        cv::fillConvexPoly(to, outline, cv::Scalar(255));
    }
}

bool on_desk(const Survey& survey, Point at) {
    const Raster& mask = survey.desk->mask;
    const Point place = survey.to_desk.apply(at);
    const int x = std::clamp(static_cast<int>(place.x), 0, mask.width() - 1);
    const int y = std::clamp(static_cast<int>(place.y), 0, mask.height() - 1);
    return mask.row(y)[x] != 0;
}

/// The desk on a survey whose shading is divided out.
Raster desk_on(const Survey& survey) {
    const Size cells{(survey.grey.width() + desk_cell - 1) / desk_cell,
                     (survey.grey.height() + desk_cell - 1) / desk_cell};
    Raster desk(cells.width, cells.height, 1);
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x)
            desk.row(y)[x] = on_desk(survey, Point{(x + 0.5) * desk_cell, (y + 0.5) * desk_cell}) ? 255 : 0;
    }
    leave_print_out(desk, ink_of(survey.grey), survey.grey);
    Raster large(survey.grey.width(), survey.grey.height(), 1);
    cv::Mat to = mat_of(large);
    cv::Mat whole;
    cv::resize(mat_of(desk), whole, {cells.width * desk_cell, cells.height * desk_cell}, 0, 0, cv::INTER_LINEAR);
    cv::threshold(whole(cv::Rect(0, 0, to.cols, to.rows)), to, 127, 255, cv::THRESH_BINARY);
    return large;
}

void leave_out(Raster& ground, Raster more) {
    if (ground.empty()) {
        ground = std::move(more);
        return;
    }
    cv::Mat to = mat_of(ground);
    to |= mat_of(more);
}

}  // namespace

Survey survey_sheet(const Raster& ink_grey, const Sheet& sheet, double dpi, const std::vector<Quad>& left_out) {
    Survey survey;
    const int factor = reduction_of(sheet.size);
    survey.scale = 1.0 / factor;
    if (sheet.to_scan == Transform{}) {
        survey.grey = block_means(ink_grey, factor);
    } else {
        const Transform to_reduced =
            Transform::scaling(factor, factor).then(sheet.to_scan).then(Transform::scaling(survey.scale, survey.scale));
        const Size size{std::max(1, sheet.size.width / factor), std::max(1, sheet.size.height / factor)};
        const Raster reduced = factor == 1 ? Raster() : block_means(ink_grey, factor);
        survey.grey = warped(factor == 1 ? ink_grey : reduced, to_reduced, size, Border::replicate);
    }
    survey.paper = paper_brightness(survey.grey, paper_cell);
    survey.ground = find_ground(survey.grey, dpi * survey.scale / 25.4);
    if (const auto to_sheet = sheet.to_scan.inverse()) {
        leave_out(survey.ground, survey.grey.size(), left_out,
                  to_sheet->then(Transform::scaling(survey.scale, survey.scale)));
    }
    divide_shading(survey.grey, survey.paper, Transform::scaling(1.0 / paper_cell, 1.0 / paper_cell));
    if (sheet.desk) {
        survey.desk = sheet.desk;
        const double to_mask = 1.0 / sheet.desk->factor;
        survey.to_desk = Transform::scaling(1 / survey.scale, 1 / survey.scale)
                             .then(sheet.to_scan)
                             .then(Transform::scaling(to_mask, to_mask));
        leave_out(survey.ground, desk_on(survey));
    }
    whiten_ground(survey.grey, survey.ground, Transform());
    survey.gain = faint_print_gain(survey.grey);
    darken_print(survey.grey, survey.gain);
    survey.ink = ink_of(survey.grey);
    return survey;
}

void whiten_ground(Raster& plane, const Survey& survey, const PlaneMap& to_survey) {
    if (!survey.desk) {
        whiten_ground(plane, survey.ground, to_survey);
        return;
    }
    const int columns = (plane.width() + desk_cell - 1) / desk_cell;
    Raster cells(columns, (plane.height() + desk_cell - 1) / desk_cell, 1);
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < columns; ++x) {
            const Point at = to_survey.apply(Point{(x + 0.5) * desk_cell, (y + 0.5) * desk_cell});
            const bool within = at.x >= 0 && at.y >= 0 && at.x < survey.grey.width() && at.y < survey.grey.height();
            const bool bare =
                within ? survey.ground.row(static_cast<int>(at.y))[static_cast<int>(at.x)] != 0 : on_desk(survey, at);
            cells.row(y)[x] = bare ? 255 : 0;
        }
    }
    cv::Mat mask;
    cv::resize(mat_of(cells), mask, {columns * desk_cell, cells.height() * desk_cell}, 0, 0, cv::INTER_LINEAR);
    mat_of(plane).setTo(255, mask(cv::Rect(0, 0, plane.width(), plane.height())) > 127);
}

}  // namespace sohoa::ocr
