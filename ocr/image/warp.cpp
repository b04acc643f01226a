#include "ocr/image/warp.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/area_reduction.h"

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

constexpr int place_step = BicubicSampler::in_line;  // pixels between places that are worked out

/// Where the pixels of a plane lie on its source, row by row, in the sampler's steps.
class Places {
public:
    Places(const PlaneMap& to_source, Size size)
        : to_source_(to_source),
          x_(static_cast<std::size_t>(size.width)),
          y_(x_.size()),
          above_(static_cast<std::size_t>(size.width) / place_step + 2),
          below_(above_.size()) {
        if (!affine()) return;
        affine_ = between_indices(to_source_.projective());
        for (std::size_t k = 0; k < x_.size(); ++k) {
            along_x_.push_back(cv::saturate_cast<int>(affine_(0, 0) * static_cast<double>(k) * fine));
            along_y_.push_back(cv::saturate_cast<int>(affine_(1, 0) * static_cast<double>(k) * fine));
        }
    }

    /// Rows must be asked for in turn, from 0 on.
    void go_to(int row) {
        if (affine()) {
            place_affine(row);
        } else {
            place_between(row);
        }
    }
    const std::vector<int>& x() const { return x_; }
    const std::vector<int>& y() const { return y_; }

private:
    static constexpr int fine_bits = 5;  // beyond those of a step, in which an affine map adds up
    static constexpr int fine = BicubicSampler::steps << fine_bits;

    bool affine() const { return !to_source_.is_bent() && is_affine(to_source_.projective()); }

    void place_affine(int row) {
        constexpr int half = 1 << (fine_bits - 1);
        const int from_x = cv::saturate_cast<int>((affine_(0, 1) * row + affine_(0, 2)) * fine) + half;
        const int from_y = cv::saturate_cast<int>((affine_(1, 1) * row + affine_(1, 2)) * fine) + half;
        for (std::size_t k = 0; k < x_.size(); ++k) {
            x_[k] = (from_x + along_x_[k]) >> fine_bits;
            y_[k] = (from_y + along_y_[k]) >> fine_bits;
        }
    }

    /// Any other map is worked out every place_step pixels both ways; between them places lie on lines.
    void place_between(int row) {
        if (row == 0) work_out(0, below_);
        if (row % place_step == 0) {
            std::swap(above_, below_);
            work_out(row + place_step, below_);
        }
        const float share = static_cast<float>(row % place_step) / place_step;
        for (std::size_t begin = 0; begin < x_.size(); begin += place_step) {
            const std::size_t k = begin / place_step;
            const cv::Point2f first = above_[k] + (below_[k] - above_[k]) * share;
            const cv::Point2f next = above_[k + 1] + (below_[k + 1] - above_[k + 1]) * share;
            const cv::Point2f step = (next - first) * (1.0F / place_step);
            for (std::size_t j = 0; j < std::min<std::size_t>(place_step, x_.size() - begin); ++j) {
                x_[begin + j] = cvRound(first.x + static_cast<float>(j) * step.x);
                y_[begin + j] = cvRound(first.y + static_cast<float>(j) * step.y);
            }
        }
    }

    void work_out(int row, std::vector<cv::Point2f>& places) const {
        static constexpr double farthest = 1e5;  // pixels off the source's first: all is outside long before
        const auto in_steps = [](double at) {
            return static_cast<float>(BicubicSampler::steps * std::clamp(at - 0.5, -farthest, farthest));
        };
        for (std::size_t k = 0; k < places.size(); ++k) {
            const Point at = to_source_.apply(Point{static_cast<double>(k) * place_step + 0.5, row + 0.5});
            places[k] = {in_steps(at.x), in_steps(at.y)};
        }
    }

    PlaneMap to_source_;
    cv::Matx33d affine_;
    std::vector<int> along_x_;
    std::vector<int> along_y_;
    std::vector<int> x_;
    std::vector<int> y_;
    std::vector<cv::Point2f> above_;
    std::vector<cv::Point2f> below_;
};

}  // namespace

Raster warped(const Raster& source, const PlaneMap& to_source, Size size, Border border) {
    Raster result(size.width, size.height, 1);
    if (!to_source.is_bent() && changes_only_size(to_source.projective(), source.size(), size)) {
        if (size.width < source.width() && size.height < source.height()) return area_reduced(source, size);
        cv::Mat to = mat_of(result);
        cv::resize(mat_of(source), to, to.size(), 0, 0, cv::INTER_CUBIC);
        return result;
    }
    const BicubicSampler sampler(source, border);
    const double reduction = reduction_of(to_source, size);
    if (reduction < least_reduction) {
        Places places(to_source, size);
        for (int y = 0; y < size.height; ++y) {
            places.go_to(y);
            sampler.sample(places.x(), places.y(), result.row(y));
        }
        return result;
    }
    // Sampling alone would skip pixels of the source, and with them the thin strokes of tone marks.
    const Size fine{static_cast<int>(std::lround(size.width * reduction)),
                    static_cast<int>(std::lround(size.height * reduction))};
    const Transform to_plane = Transform::scaling(1.0 * size.width / fine.width, 1.0 * size.height / fine.height);
    Places places(to_source.after(to_plane), fine);
    AreaReduction averaging(fine, result);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(fine.width));
    for (int y = 0; y < fine.height; ++y) {
        places.go_to(y);
        sampler.sample(places.x(), places.y(), row.data());
        averaging.add(row.data());
    }
    return result;
}

}  // namespace sohoa::ocr
