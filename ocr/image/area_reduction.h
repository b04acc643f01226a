#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/raster.h"

namespace sohoa::ocr {

/// Shrinks a grey plane to any smaller size: each pixel is the mean of the area it covers. The plane is handed over row
/// by row and need not be held as a whole.
///
/// Values are those of cv::resize with INTER_AREA but for rounding; at sizes that are no whole divisors of the plane's
/// that takes five times as long.
class AreaReduction {
public:
    /// `reduced` is filled; neither side of it may be longer than that of `plane`.
    AreaReduction(Size plane, Raster& reduced);

    /// The next row of the plane, from the top on; as many as it has.
    void add(const std::uint8_t* row);

private:
    /// What one pixel of the plane gives to one of the reduced plane, along one side.
    struct Share {
        int to;
        int from;
        float weight;
    };
    static std::vector<Share> shares_of(int plane, int reduced);

    void write(int row);

    Raster& reduced_;
    std::vector<Share> upright_;
    std::size_t next_ = 0;  ///< of upright_
    int row_ = 0;           ///< of the plane
    std::vector<float> sums_;
    std::size_t taps_ = 0;        ///< pixels of the plane that one of the reduced plane is made of, at most
    std::vector<int> first_;      ///< of these, by columns of the reduced plane
    std::vector<float> weights_;  ///< taps_ for each column
};

/// The plane at a size, no side of which is longer than its own.
Raster area_reduced(const Raster& plane, Size size);

}  // namespace sohoa::ocr
