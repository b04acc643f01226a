#include "ocr/image/source_places.h"

#include <algorithm>
#include <cstddef>
#include <opencv2/core/hal/intrin.hpp>
#include <utility>

#include "ocr/image/bicubic.h"

namespace sohoa::ocr {

namespace {

constexpr int place_step = BicubicSampler::in_line;
constexpr int finer_bits = 5;  // beyond those of the sampler's steps, in which an affine map adds up
constexpr int finer = BicubicSampler::steps << finer_bits;

/// The same map between pixel indices, whose centres are counted from 0 where ours are at 0.5.
cv::Matx33d between_indices(const Transform& map) {
    const Transform shifted = Transform::translation(0.5, 0.5).then(map).then(Transform::translation(-0.5, -0.5));
    return cv::Matx33d(shifted.rows().data());
}

bool has_affine_rows(const Transform& map) {
    return map.rows()[6] == 0 && map.rows()[7] == 0;
}

/// Eight places at equal distances.
void store_eight(float first, float step, int* to) {
    static_assert(place_step == 8);
    const cv::v_float32x4 start = cv::v_setall_f32(first);
    const cv::v_float32x4 steps = cv::v_setall_f32(step);
    cv::v_store(to, cv::v_round(start + steps * cv::v_float32x4(0, 1, 2, 3)));
    cv::v_store(to + 4, cv::v_round(start + steps * cv::v_float32x4(4, 5, 6, 7)));
}

}  // namespace

SourcePlaces::SourcePlaces(const PlaneMap& to_source, int first_column, int columns)
    : to_source_(to_source),
      first_column_(first_column),
      affine_(!to_source.is_bent() && has_affine_rows(to_source.projective())),
      x_(static_cast<std::size_t>(columns)),
      y_(x_.size()) {
    if (!affine_) {
        above_.resize(x_.size() / place_step + 2);
        below_.resize(above_.size());
        return;
    }
    rows_ = between_indices(to_source_.projective());
    for (int column = first_column; column < first_column + columns; ++column) {
        along_x_.push_back(cv::saturate_cast<int>(rows_(0, 0) * column * finer));
        along_y_.push_back(cv::saturate_cast<int>(rows_(1, 0) * column * finer));
    }
}

void SourcePlaces::go_to(int row) {
    if (affine_) {
        go_to_affine(row);
    } else {
        go_to_between(row);
    }
}

void SourcePlaces::go_to_affine(int row) {
    constexpr int half = 1 << (finer_bits - 1);
    const int from_x = cv::saturate_cast<int>((rows_(0, 1) * row + rows_(0, 2)) * finer) + half;
    const int from_y = cv::saturate_cast<int>((rows_(1, 1) * row + rows_(1, 2)) * finer) + half;
    for (std::size_t k = 0; k < x_.size(); ++k) {
        x_[k] = (from_x + along_x_[k]) >> finer_bits;
        y_[k] = (from_y + along_y_[k]) >> finer_bits;
    }
}

void SourcePlaces::go_to_between(int row) {
    const int above_row = row / place_step * place_step;
    if (above_row != above_row_) {
        if (above_row_ >= 0 && above_row == above_row_ + place_step) {
            std::swap(above_, below_);
        } else {
            work_out(above_row, above_);
        }
        work_out(above_row + place_step, below_);
        above_row_ = above_row;
    }
    const float share = static_cast<float>(row % place_step) / place_step;
    for (std::size_t begin = 0; begin < x_.size(); begin += place_step) {
        const std::size_t k = begin / place_step;
        const cv::Point2f first = above_[k] + (below_[k] - above_[k]) * share;
        const cv::Point2f next = above_[k + 1] + (below_[k + 1] - above_[k + 1]) * share;
        const cv::Point2f step = (next - first) * (1.0F / place_step);
        if (begin + place_step <= x_.size()) {
            store_eight(first.x, step.x, x_.data() + begin);
            store_eight(first.y, step.y, y_.data() + begin);
            continue;
        }
        for (std::size_t j = 0; begin + j < x_.size(); ++j) {
            x_[begin + j] = cvRound(first.x + static_cast<float>(j) * step.x);
            y_[begin + j] = cvRound(first.y + static_cast<float>(j) * step.y);
        }
    }
}

void SourcePlaces::work_out(int row, std::vector<cv::Point2f>& places) const {
    const auto in_steps = [](double at) {
        constexpr double farthest = 1e5;  // pixels off the source's first: all is outside long before
        return static_cast<float>(BicubicSampler::steps * std::clamp(at - 0.5, -farthest, farthest));
    };
    for (std::size_t k = 0; k < places.size(); ++k) {
        const double column = first_column_ + static_cast<double>(k) * place_step;
        const Point at = to_source_.apply(Point{column + 0.5, row + 0.5});
        places[k] = cv::Point2f(in_steps(at.x), in_steps(at.y));
    }
}

}  // namespace sohoa::ocr
