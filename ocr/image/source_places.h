#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"
#include "ocr/image/plane_map.h"

namespace sohoa::ocr {

/// Where the pixels of a plane lie on the plane they are sampled from, row by row, for BicubicSampler. An affine map is
/// followed exactly; any other is worked out every eight pixels both ways: no map of the whole plane is held. Include
/// this header in .cpp files only.
class SourcePlaces {
public:
    /// Of `columns` pixels a row from `first_column` on, a multiple of BicubicSampler::in_line.
    SourcePlaces(const PlaneMap& to_source, int first_column, int columns);

    /// Rows may be asked for in any order; one after the other costs least.
    void go_to(int row);
    const std::vector<int>& x() const { return x_; }
    const std::vector<int>& y() const { return y_; }

private:
    void go_to_affine(int row);
    void go_to_between(int row);
    void work_out(int row, std::vector<cv::Point2f>& places) const;

    PlaneMap to_source_;
    int first_column_;
    bool affine_;
    cv::Matx33d rows_;          ///< of an affine map
    std::vector<int> along_x_;  ///< of an affine map: by how much places go on along a row
    std::vector<int> along_y_;
    int above_row_ = -1;
    std::vector<cv::Point2f> above_;  ///< of any other map: places every eight pixels of two rows that are eight apart
    std::vector<cv::Point2f> below_;
    std::vector<int> x_;
    std::vector<int> y_;
};

}  // namespace sohoa::ocr
