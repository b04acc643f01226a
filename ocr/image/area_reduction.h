#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"

namespace sohoa::ocr {

/// Shrinks a grey plane to any smaller size, or makes a part of the smaller plane: each pixel is the mean of the area
/// it covers. The plane is handed over row by row and need not be held as a whole.
///
/// Values are those of cv::resize with INTER_AREA but for rounding; at sizes that are no whole divisors of the plane's
/// that takes five times as long.
class AreaReduction {
public:
    /// Neither side of `reduced` may be longer than that of `plane`; `part` lies within it.
    AreaReduction(Size plane, Size reduced, const Box& part);

    /// What of the plane is needed.
    const Box& needed() const { return needed_; }
    /// The next row of what is needed, from the top on: its first pixel.
    void add(const std::uint8_t* row);

    /// The part, after the last row.
    Raster take() { return std::move(part_); }

private:
    /// What one pixel of the plane gives to one of the reduced plane, along one side.
    struct Share {
        int to;
        int from;
        float weight;
    };
    static std::vector<Share> shares_of(int plane, int reduced, int begin, int end);

    void write(int row);

    Raster part_;
    Box needed_;
    std::vector<Share> upright_;
    std::size_t next_ = 0;  ///< of upright_
    int row_ = 0;           ///< of what is needed
    std::vector<float> sums_;
    std::size_t taps_ = 0;        ///< pixels of the plane that one of the reduced plane is made of, at most
    std::vector<int> first_;      ///< of these, by columns of the part
    std::vector<float> weights_;  ///< of the first pixel of each column, then of the second, up to taps_
    std::vector<float> means_;    ///< a row of the reduced plane, before it is rounded
};

/// The plane at a size, no side of which is longer than its own.
Raster area_reduced(const Raster& plane, Size size);

/// A part of that.
Raster area_reduced(const Raster& plane, Size size, const Box& part);

}  // namespace sohoa::ocr
