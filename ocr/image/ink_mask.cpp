#include "ocr/image/ink_mask.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <utility>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr double darkest_threshold = 110;
constexpr double lightest_threshold = 200;

}  // namespace

Raster darker_than(const Raster& plane, double level) {
    Raster mask(plane.width(), plane.height(), 1);
    cv::Mat to = mat_of(mask);
    cv::threshold(mat_of(plane), to, level, 255, cv::THRESH_BINARY_INV);
    return mask;
}

Raster ink_of(const Raster& plane) {
    Raster mask(plane.width(), plane.height(), 1);
    cv::Mat to = mat_of(mask);
    const double otsu = cv::threshold(mat_of(plane), to, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    const double level = std::clamp(otsu, darkest_threshold, lightest_threshold);
    return level == otsu ? std::move(mask) : darker_than(plane, level);
}

Raster faint_ink_of(const Raster& plane) {
    return darker_than(plane, lightest_threshold);
}

}  // namespace sohoa::ocr
