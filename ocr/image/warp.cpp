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

constexpr double least_reduction = 1.1;  // source pixels a pixel, from where they must be averaged

/// Source pixels along a pixel at the middle of the plane.
double reduction_of(const Transform& to_source, Size size) {
    const Point middle{size.width / 2.0, size.height / 2.0};
    const Point at = to_source.apply(middle);
    const Point right = to_source.apply(Point{middle.x + 1, middle.y});
    const Point below = to_source.apply(Point{middle.x, middle.y + 1});
    const double area = (right.x - at.x) * (below.y - at.y) - (right.y - at.y) * (below.x - at.x);
    return std::sqrt(std::abs(area));
}

void sample(const cv::Mat& from, const Transform& to_source, Border border, cv::Mat& to) {
    const cv::Matx33d map = between_indices(to_source);
    const int mode = border == Border::replicate ? cv::BORDER_REPLICATE : cv::BORDER_CONSTANT;
    const cv::Scalar outside = cv::Scalar::all(border == Border::black ? 0 : 255);
    const int sampling = cv::INTER_CUBIC | cv::WARP_INVERSE_MAP;
    if (is_affine(to_source)) {
        cv::warpAffine(from, to, map.get_minor<2, 3>(0, 0), to.size(), sampling, mode, outside);
    } else {
        cv::warpPerspective(from, to, map, to.size(), sampling, mode, outside);
    }
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
    const double reduction = reduction_of(to_source, size);
    if (reduction < least_reduction) {
        sample(from, to_source, border, to);
        return result;
    }
    // Sampling alone would skip pixels of the source, and with them the thin strokes of tone marks.
    const Size fine{static_cast<int>(std::lround(size.width * reduction)),
                    static_cast<int>(std::lround(size.height * reduction))};
    cv::Mat fine_plane(fine.height, fine.width, from.type());
    sample(from, Transform::scaling(1.0 * size.width / fine.width, 1.0 * size.height / fine.height).then(to_source),
           border, fine_plane);
    cv::resize(fine_plane, to, to.size(), 0, 0, cv::INTER_AREA);
    return result;
}

}  // namespace sohoa::ocr
