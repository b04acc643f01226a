#include "ocr/image/warp.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

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
double reduction_of(const PlaneMap& to_source, Size size) {
    const Point middle{size.width / 2.0, size.height / 2.0};
    const Point at = to_source.apply(middle);
    const Point right = to_source.apply(Point{middle.x + 1, middle.y});
    const Point below = to_source.apply(Point{middle.x, middle.y + 1});
    const double area = (right.x - at.x) * (below.y - at.y) - (right.y - at.y) * (below.x - at.x);
    return std::sqrt(std::abs(area));
}

constexpr int place_step = 8;      // pixels between places that are worked out; between them they are interpolated
constexpr int rows_of_strip = 64;  // a whole number of steps

/// Where the pixels of a strip of rows lie on the source, in OpenCV's indices.
void place_strip(const PlaneMap& to_source, int top, cv::Mat& places) {
    const int columns = places.cols / place_step + 2;
    const auto place_of = [&](int column, int y) {
        const Point at = to_source.apply(Point{column * place_step + 0.5, y + 0.5});
        return cv::Point2f(static_cast<float>(at.x - 0.5), static_cast<float>(at.y - 0.5));
    };
    std::vector<cv::Point2f> above(static_cast<std::size_t>(columns));
    std::vector<cv::Point2f> below(above.size());
    for (int k = 0; k < columns; ++k) below[static_cast<std::size_t>(k)] = place_of(k, top);
    for (int y = 0; y < places.rows; ++y) {
        if (y % place_step == 0) {
            std::swap(above, below);
            for (int k = 0; k < columns; ++k) below[static_cast<std::size_t>(k)] = place_of(k, top + y + place_step);
        }
        const float share = static_cast<float>(y % place_step) / place_step;
        auto* row = places.ptr<cv::Point2f>(y);
        for (int begin = 0; begin < places.cols; begin += place_step) {
            const auto k = static_cast<std::size_t>(begin / place_step);
            cv::Point2f place = above[k] + (below[k] - above[k]) * share;
            const cv::Point2f next = above[k + 1] + (below[k + 1] - above[k + 1]) * share;
            const cv::Point2f step = (next - place) * (1.0F / place_step);
            for (int x = begin; x < std::min(begin + place_step, places.cols); ++x) {
                row[x] = place;
                place += step;
            }
        }
    }
}

void sample_bent(const cv::Mat& from, const PlaneMap& to_source, int mode, const cv::Scalar& outside, cv::Mat& to) {
    cv::Mat places(rows_of_strip, to.cols, CV_32FC2);
    for (int top = 0; top < to.rows; top += rows_of_strip) {
        cv::Mat strip = to.rowRange(top, std::min(to.rows, top + rows_of_strip));
        cv::Mat of_strip = places.rowRange(0, strip.rows);
        place_strip(to_source, top, of_strip);
        cv::remap(from, strip, of_strip, cv::noArray(), cv::INTER_CUBIC, mode, outside);
    }
}

void sample(const cv::Mat& from, const PlaneMap& to_source, Border border, cv::Mat& to) {
    const int mode = border == Border::replicate ? cv::BORDER_REPLICATE : cv::BORDER_CONSTANT;
    const cv::Scalar outside = cv::Scalar::all(border == Border::black ? 0 : 255);
    if (to_source.is_bent()) {
        sample_bent(from, to_source, mode, outside, to);
        return;
    }
    const cv::Matx33d map = between_indices(to_source.projective());
    const int sampling = cv::INTER_CUBIC | cv::WARP_INVERSE_MAP;
    if (is_affine(to_source.projective())) {
        cv::warpAffine(from, to, map.get_minor<2, 3>(0, 0), to.size(), sampling, mode, outside);
    } else {
        cv::warpPerspective(from, to, map, to.size(), sampling, mode, outside);
    }
}

}  // namespace

Raster warped(const Raster& source, const PlaneMap& to_source, Size size, Border border) {
    Raster result(size.width, size.height, source.channels());
    cv::Mat to = mat_of(result);
    const cv::Mat from = mat_of(source);
    if (!to_source.is_bent() && changes_only_size(to_source.projective(), source.size(), size)) {
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
    sample(from, to_source.after(Transform::scaling(1.0 * size.width / fine.width, 1.0 * size.height / fine.height)),
           border, fine_plane);
    cv::resize(fine_plane, to, to.size(), 0, 0, cv::INTER_AREA);
    return result;
}

}  // namespace sohoa::ocr
