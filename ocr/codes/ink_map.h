#pragma once
#include <cstdint>
#include <opencv2/core.hpp>
#include <vector>

namespace sohoa::ocr {

/// What is dark on a grey plane, told by the darkest and the lightest pixel of the neighbourhood: 3×3 blocks of 16×16
/// pixels. A neighbourhood of less than 24 grey levels, or 64 on a scan as noisy as that, has no print and is light,
/// unless it is darker than 100.
///
/// Shading and shadows wider than 48 pixels do no harm. Print whose solid parts are wider than that looks hollow:
/// look at a reduced plane too.
class InkMap {
public:
    static constexpr int block = 16;  ///< pixels

    /// The plane (8 bits, one channel) must outlive the map. Cost: 0.5 ms a megapixel.
    explicit InkMap(const cv::Mat& grey);

    const cv::Mat& grey() const { return *grey_; }
    int columns() const { return columns_; }  ///< blocks in a row
    int rows() const { return rows_; }        ///< rows of blocks

    /// Pixels of block (column, row) below this are dark; 0: none is, 256: all are.
    int threshold(int column, int row) const {
        return thresholds_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                           static_cast<std::size_t>(column)];
    }

    bool dark(int x, int y) const { return grey_->at<std::uint8_t>(y, x) < threshold(x / block, y / block); }

    /// Lengths of one run of equal pixels after the other along row y; the first is light and may be 0.
    void runs_of_row(int y, std::vector<int>& lengths) const;

private:
    const cv::Mat* grey_;
    int columns_;
    int rows_;
    std::vector<std::int16_t> thresholds_;
};

}  // namespace sohoa::ocr
