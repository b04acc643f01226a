#pragma once
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// Where on a scan there is coloured ink: by squares of a few pixels, so that the rest need not be looked at in colour.
class ColouredInk {
public:
    ColouredInk() = default;
    explicit ColouredInk(Size scan);

    /// Adds the next row: how colourful (strongest less weakest channel) and how bright (strongest channel) its pixels
    /// are.
    void add_row(const std::uint8_t* chroma, const std::uint8_t* brightness);

    /// Whether the scan has more than next to no coloured ink.
    bool any() const;
    /// Whether some lies in a box of the scan or a few pixels from it.
    bool within(const Box& box) const;

private:
    void end_squares();

    Size scan_;
    int rows_ = 0;                          ///< that were added
    int columns_ = 0;                       ///< of squares
    long long strong_ = 0;                  ///< pixels
    std::vector<std::uint8_t> chroma_;      ///< strongest in this row of squares, by columns of pixels
    std::vector<std::uint8_t> brightness_;  ///< the same
    std::vector<bool> coloured_;            ///< by squares, row by row
};

}  // namespace sohoa::ocr
