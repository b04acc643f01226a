#include "ocr/image/survey.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

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
    whiten_ground(survey.grey, survey.ground, Transform());
    survey.gain = faint_print_gain(survey.grey);
    darken_print(survey.grey, survey.gain);
    survey.ink = ink_of(survey.grey);
    return survey;
}

}  // namespace sohoa::ocr
