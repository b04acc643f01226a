#include "ocr/image/bicubic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>

namespace sohoa::ocr {

namespace {

constexpr int taps = 4;  // pixels along each side of the square that a sample is made of
constexpr int step_bits = 5;
constexpr int weight_bits = 15;
static_assert(1 << step_bits == BicubicSampler::steps);

/// Weights of the square's pixels, row by row, for every place within a pixel; they add up to 1 << weight_bits.
class Weights {
public:
    Weights() {
        for (int y = 0; y < BicubicSampler::steps; ++y) {
            for (int x = 0; x < BicubicSampler::steps; ++x) fill(of_.data() + index(x, y), along(x), along(y));
        }
    }
    const std::int16_t* at(int x, int y) const { return of_.data() + index(x, y); }

private:
    using Along = std::array<float, taps>;

    static std::size_t index(int x, int y) {
        constexpr int mask = BicubicSampler::steps - 1;
        const int place = (y & mask) * BicubicSampler::steps + (x & mask);
        return static_cast<std::size_t>(place) * taps * taps;
    }

    static Along along(int step) {
        constexpr float a = -0.75F;
        const float x = static_cast<float>(step) / BicubicSampler::steps;
        Along weights{};
        weights[0] = ((a * (x + 1) - 5 * a) * (x + 1) + 8 * a) * (x + 1) - 4 * a;
        weights[1] = ((a + 2) * x - (a + 3)) * x * x + 1;
        weights[2] = ((a + 2) * (1 - x) - (a + 3)) * (1 - x) * (1 - x) + 1;
        weights[3] = 1 - weights[0] - weights[1] - weights[2];
        return weights;
    }

    /// What rounding leaves over goes to one of the last four pixels of the inner square, as in OpenCV.
    static void fill(std::int16_t* to, const Along& level, const Along& upright) {
        int sum = 0;
        for (std::size_t row = 0; row < taps; ++row) {
            for (std::size_t column = 0; column < taps; ++column) {
                const float weight = upright[row] * level[column] * (1 << weight_bits);
                sum += to[row * taps + column] = cv::saturate_cast<short>(weight);
            }
        }
        const int over = sum - (1 << weight_bits);
        if (over == 0) return;
        std::size_t least = 2 * taps + 2;
        std::size_t most = least;
        for (std::size_t row = 2; row < taps; ++row) {
            for (std::size_t column = 2; column < taps; ++column) {
                const std::size_t k = row * taps + column;
                if (to[k] < to[least]) {
                    least = k;
                } else if (to[k] > to[most]) {
                    most = k;
                }
            }
        }
        std::int16_t& takes = to[over < 0 ? most : least];
        takes = static_cast<std::int16_t>(takes - over);
    }

    alignas(
        16) std::array<std::int16_t, std::size_t{BicubicSampler::steps} * BicubicSampler::steps * taps * taps> of_{};
};

const Weights& weights() {
    static const Weights all;
    return all;
}

int four_pixels(const std::uint8_t* from) {
    int four = 0;
    std::memcpy(&four, from, sizeof four);
    return four;
}

/// The weighted square, as four sums that are to be added up.
inline cv::v_int32x4 weighed(const std::uint8_t* square, std::size_t stride, const std::int16_t* weight) {
    const cv::v_int32x4 rows(four_pixels(square), four_pixels(square + stride), four_pixels(square + 2 * stride),
                             four_pixels(square + 3 * stride));
    cv::v_uint16x8 upper;
    cv::v_uint16x8 lower;
    cv::v_expand(cv::v_reinterpret_as_u8(rows), upper, lower);
    return cv::v_dotprod(cv::v_reinterpret_as_s16(upper), cv::v_load_aligned(weight)) +
           cv::v_dotprod(cv::v_reinterpret_as_s16(lower), cv::v_load_aligned(weight + 8));
}

}  // namespace

BicubicSampler::BicubicSampler(const Raster& plane, Border border) : plane_(plane), border_(border) {}

bool BicubicSampler::well_within(int x, int y) const {
    const int column = x >> step_bits;
    const int row = y >> step_bits;
    return column >= 1 && row >= 1 && column + 2 < plane_.width() && row + 2 < plane_.height();
}

std::uint8_t BicubicSampler::near_rim(int x, int y) const {
    const int outside = border_ == Border::black ? 0 : 255;
    const int left = (x >> step_bits) - 1;
    const int top = (y >> step_bits) - 1;
    const bool off_plane = left >= plane_.width() || top >= plane_.height() || left <= -taps || top <= -taps;
    if (off_plane && border_ != Border::replicate) return static_cast<std::uint8_t>(outside);
    const std::int16_t* weight = weights().at(x, y);
    int sum = 0;
    for (int row = top; row < top + taps; ++row) {
        for (int column = left; column < left + taps; ++column, ++weight) {
            const int nearest_row = std::clamp(row, 0, plane_.height() - 1);
            const int nearest_column = std::clamp(column, 0, plane_.width() - 1);
            const bool within = row == nearest_row && column == nearest_column;
            const int value =
                within || border_ == Border::replicate ? plane_.row(nearest_row)[nearest_column] : outside;
            sum += value * *weight;
        }
    }
    return cv::saturate_cast<std::uint8_t>((sum + (1 << (weight_bits - 1))) >> weight_bits);
}

void BicubicSampler::sample(const std::vector<int>& x, const std::vector<int>& y, std::uint8_t* row) const {
    const Weights& table = weights();
    const std::size_t stride = plane_.stride();
    const cv::v_int32x4 half = cv::v_setall_s32(1 << (weight_bits - 1));
    const std::uint8_t* plane = plane_.data();
    const auto at = [stride, plane, &table, xs = x.data(), ys = y.data()](std::size_t k) {
        const std::ptrdiff_t first = ((ys[k] >> step_bits) - 1) * static_cast<std::ptrdiff_t>(stride);
        return weighed(plane + first + (xs[k] >> step_bits) - 1, stride, table.at(xs[k], ys[k]));
    };
    const auto four_at = [&](std::size_t k) {
        cv::v_int32x4 a;
        cv::v_int32x4 b;
        cv::v_int32x4 c;
        cv::v_int32x4 d;
        cv::v_transpose4x4(at(k), at(k + 1), at(k + 2), at(k + 3), a, b, c, d);
        return (a + b + c + d + half) >> weight_bits;
    };
    std::size_t k = 0;
    for (; k + in_line <= x.size(); k += in_line) {
        const std::size_t last = k + in_line - 1;
        if (well_within(x[k], y[k]) && well_within(x[last], y[last])) {
            cv::v_pack_u_store(row + k, cv::v_pack(four_at(k), four_at(k + 4)));
            continue;
        }
        for (std::size_t j = k; j <= last; ++j) row[j] = near_rim(x[j], y[j]);
    }
    for (; k < x.size(); ++k) row[k] = near_rim(x[k], y[k]);
}

}  // namespace sohoa::ocr
