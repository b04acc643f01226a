#include <algorithm>
#include <cmath>

#include "ocr/image/ink_grey.h"
#include "ocr/image/letters.h"
#include "ocr/image/orientation.h"
#include "ocr/image/planes.h"
#include "ocr/image/reading_plane.h"
#include "ocr/image/shading.h"
#include "ocr/image/survey.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr double least_skew = 0.1;  // degrees: below this a level page is not resampled

}  // namespace

Planes prepare(const scanners::Page& page) {
    Planes planes;
    if (page.pixels.empty()) {
        planes.blank = true;
        return planes;
    }
    const Raster grey = ink_grey(page.pixels);
    const Survey survey = survey_page(grey);
    const Letters letters = find_letters(survey.ink);
    const Orientation orientation = find_orientation(letters);
    planes.orientation = orientation.turn;
    planes.orientation_confidence = orientation.confidence;
    planes.skew = std::abs(orientation.skew) < least_skew ? 0 : orientation.skew;

    const ReadingFrame frame = frame_reading_plane(grey.size(), planes.orientation, planes.skew,
                                                   reading_scale(letters.x_height / survey.scale, page));
    planes.reading = warped(grey, frame.to_scan, frame.size, Border::replicate);
    divide_shading(planes.reading, survey.paper,
                   frame.to_scan.then(Transform::scaling(survey.scale / paper_cell, survey.scale / paper_cell)));
    planes.reading_dpi = page.dpi * frame.scale;
    planes.reading_to_scan = frame.to_scan;
    return planes;
}

}  // namespace sohoa::ocr
