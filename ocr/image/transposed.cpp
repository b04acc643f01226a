#include "ocr/image/transposed.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>

namespace sohoa::ocr {

namespace {

constexpr int square_side = 16;
constexpr int shuffles = 4;  // each doubles the distance of neighbours in a row

/// Interleaving the upper half of the rows with the lower one as often as there are bits in a row's index leaves each
/// pixel where its column's index says.
void transpose_square(const std::uint8_t* from, std::size_t from_stride, std::uint8_t* to, std::size_t to_stride) {
    constexpr std::size_t rows = square_side;
    std::array<cv::v_uint8x16, rows> square;
    for (std::size_t k = 0; k < rows; ++k) square[k] = cv::v_load(from + k * from_stride);
    for (int shuffle = 0; shuffle < shuffles; ++shuffle) {
        std::array<cv::v_uint8x16, rows> next;
        for (std::size_t k = 0; k < rows / 2; ++k) {
            cv::v_zip(square[k], square[k + rows / 2], next[2 * k], next[2 * k + 1]);
        }
        square = next;
    }
    for (std::size_t k = 0; k < rows; ++k) cv::v_store(to + k * to_stride, square[k]);
}

}  // namespace

Raster transposed(const Raster& plane) {
    Raster result(plane.height(), plane.width(), 1);
    const int whole_columns = plane.width() / square_side * square_side;
    const int whole_rows = plane.height() / square_side * square_side;
    for (int y = 0; y < whole_rows; y += square_side) {
        for (int x = 0; x < whole_columns; x += square_side)
            transpose_square(plane.row(y) + x, plane.stride(), result.row(x) + y, result.stride());
    }
    for (int y = 0; y < plane.height(); ++y) {
        for (int x = y < whole_rows ? whole_columns : 0; x < plane.width(); ++x) result.row(x)[y] = plane.row(y)[x];
    }
    return result;
}

}  // namespace sohoa::ocr
