#include "ocr/image/shading.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr int closing = 9;  // cells of 4 pixels at 150 dpi: 6 mm, wider than the strokes of a title
constexpr int smoothing = 15;
constexpr double darkest_paper = 40;  // below this there is no paper, and division would only lift noise

}  // namespace

Raster paper_brightness(const Raster& grey, int cell) {
    Raster paper((grey.width() + cell - 1) / cell, (grey.height() + cell - 1) / cell, 1);
    cv::Mat small = mat_of(paper);
    cv::resize(mat_of(grey), small, small.size(), 0, 0, cv::INTER_AREA);
    cv::Mat closed;
    cv::morphologyEx(small, closed, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {closing, closing}));
    cv::medianBlur(closed, small, smoothing);
    cv::max(small, darkest_paper, small);
    return paper;
}

void divide_shading(Raster& grey, const Raster& paper, const Transform& to_paper) {
    const Raster light = warped(paper, to_paper, grey.size(), Border::replicate);
    cv::Mat plane = mat_of(grey);
    cv::divide(plane, mat_of(light), plane, 255);
}

}  // namespace sohoa::ocr
