#include "ocr/image/warp.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

/// The same map between pixel indices, whose centres OpenCV counts from 0 where ours are at 0.5.
cv::Matx33d between_indices(const Transform& map) {
    const Transform shifted = Transform::translation(0.5, 0.5).then(map).then(Transform::translation(-0.5, -0.5));
    return cv::Matx33d(shifted.rows().data());
}

bool is_affine(const Transform& map) {
    return map.rows()[6] == 0 && map.rows()[7] == 0;
}

bool changes_only_size(const Transform& map, Size from, Size to) {
    const auto& m = map.rows();
    return is_affine(map) && m[1] == 0 && m[2] == 0 && m[3] == 0 && m[5] == 0 &&
           std::abs(m[0] * to.width - from.width) < 1e-6 && std::abs(m[4] * to.height - from.height) < 1e-6;
}

}  // namespace

Raster warped(const Raster& source, const Transform& to_source, Size size, Border border) {
    Raster result(size.width, size.height, source.channels());
    cv::Mat to = mat_of(result);
    const cv::Mat from = mat_of(source);
    if (changes_only_size(to_source, source.size(), size)) {
        cv::resize(from, to, to.size(), 0, 0, size.width < source.width() ? cv::INTER_AREA : cv::INTER_CUBIC);
        return result;
    }
    const cv::Matx33d map = between_indices(to_source);
    const int mode = border == Border::replicate ? cv::BORDER_REPLICATE : cv::BORDER_CONSTANT;
    const cv::Scalar outside = cv::Scalar::all(border == Border::black ? 0 : 255);
    const int sampling = cv::INTER_LINEAR | cv::WARP_INVERSE_MAP;
    if (is_affine(to_source)) {
        cv::warpAffine(from, to, map.get_minor<2, 3>(0, 0), to.size(), sampling, mode, outside);
    } else {
        cv::warpPerspective(from, to, map, to.size(), sampling, mode, outside);
    }
    return result;
}

}  // namespace sohoa::ocr
