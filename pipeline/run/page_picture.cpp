#include "pipeline/run/page_picture.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "pipeline/pdf/jpeg_encoder.h"

namespace sohoa::run {

namespace {

/// Area averages keep thin strokes readable when a page is made smaller.
Raster narrowed(Raster page, int width) {
    const double scale =
        std::min({1.0, static_cast<double>(width) / page.width(),
                  static_cast<double>(pdf::jpeg_largest_side) / std::max(page.width(), page.height())});
    if (scale >= 1) return page;
    const auto side = [scale](int pixels) { return std::max(1, static_cast<int>(pixels * scale)); };
    Raster smaller(side(page.width()), side(page.height()), page.channels());
    cv::Mat to = mat_of(smaller);
    cv::resize(mat_of(page), to, to.size(), 0, 0, cv::INTER_AREA);
    return smaller;
}

}  // namespace

Result<std::string> page_picture(Raster page, int width) {
    constexpr int quality = 80;  // of libjpeg: to be looked at, not to be kept
    return pdf::encode_jpeg(narrowed(std::move(page), std::max(1, width)), quality);
}

}  // namespace sohoa::run
