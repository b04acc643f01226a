#pragma once
#include <opencv2/core.hpp>

#include "base/raster.h"

namespace sohoa {

/// A cv::Mat over the same pixels (no copy). It must not outlive the raster. Three channels are RGB, not OpenCV's BGR:
/// use cv::COLOR_RGB2… only. Include this header in .cpp files only.
inline cv::Mat mat_of(Raster& raster) {
    return {raster.height(), raster.width(), CV_8UC(raster.channels()), raster.data(), raster.stride()};
}

inline cv::Mat mat_of(const Raster& raster) {
    // cv::Mat has no const view; callers of this overload only read.
    return {raster.height(), raster.width(), CV_8UC(raster.channels()), const_cast<std::uint8_t*>(raster.data()),
            raster.stride()};
}

/// A raster with a copy of the pixels of an 8-bit matrix of 1 or 3 (RGB) channels.
inline Raster raster_of(const cv::Mat& mat) {
    Raster raster(mat.cols, mat.rows, mat.channels());
    mat.copyTo(mat_of(raster));
    return raster;
}

}  // namespace sohoa
