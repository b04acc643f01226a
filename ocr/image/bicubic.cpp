#include "ocr/image/bicubic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>

#ifdef __x86_64__
#include <immintrin.h>
#endif

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
        32) std::array<std::int16_t, std::size_t{BicubicSampler::steps} * BicubicSampler::steps * taps * taps> of_{};
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

/// A plane's pixels and how to find them.
struct Pixels {
    const std::uint8_t* data;
    std::ptrdiff_t stride;
};

/// Samples in_line places, all well within the plane.
void sample_eight(const Pixels& plane, const int* x, const int* y, std::uint8_t* to) {
    const Weights& table = weights();
    const cv::v_int32x4 half = cv::v_setall_s32(1 << (weight_bits - 1));
    const auto at = [&](int k) {
        const std::uint8_t* square = plane.data + ((y[k] >> step_bits) - 1) * plane.stride + (x[k] >> step_bits) - 1;
        return weighed(square, static_cast<std::size_t>(plane.stride), table.at(x[k], y[k]));
    };
    const auto four_at = [&](int k) {
        cv::v_int32x4 a;
        cv::v_int32x4 b;
        cv::v_int32x4 c;
        cv::v_int32x4 d;
        cv::v_transpose4x4(at(k), at(k + 1), at(k + 2), at(k + 3), a, b, c, d);
        return (a + b + c + d + half) >> weight_bits;
    };
    cv::v_pack_u_store(to, cv::v_pack(four_at(0), four_at(4)));
}

#ifdef __x86_64__
/// The same with registers of 32 bytes: a square's sixteen products at once. Half the time.
__attribute__((target("avx2"))) void sample_eight_avx2(const Pixels& plane, const int* x, const int* y,
                                                       std::uint8_t* to) {
    const Weights& table = weights();
    const std::ptrdiff_t stride = plane.stride;
    __m256i sums[BicubicSampler::in_line];
    for (int k = 0; k < BicubicSampler::in_line; ++k) {
        const std::uint8_t* square = plane.data + ((y[k] >> step_bits) - 1) * stride + (x[k] >> step_bits) - 1;
        const __m128i rows = _mm_setr_epi32(four_pixels(square), four_pixels(square + stride),
                                            four_pixels(square + 2 * stride), four_pixels(square + 3 * stride));
        const auto* weight = reinterpret_cast<const __m256i*>(table.at(x[k], y[k]));
        sums[k] = _mm256_madd_epi16(_mm256_cvtepu8_epi16(rows), _mm256_load_si256(weight));
    }
    // Each half of the register holds half of a square's sum.
    const auto four = [&](int k) __attribute__((target("avx2"))) {
        return _mm256_hadd_epi32(_mm256_hadd_epi32(sums[k], sums[k + 1]), _mm256_hadd_epi32(sums[k + 2], sums[k + 3]));
    };
    const __m256i first = four(0);
    const __m256i second = four(4);
    const __m256i half = _mm256_set1_epi32(1 << (weight_bits - 1));
    const __m256i whole = _mm256_add_epi32(_mm256_permute2x128_si256(first, second, 0x20),
                                           _mm256_permute2x128_si256(first, second, 0x31));
    const __m256i levels = _mm256_srai_epi32(_mm256_add_epi32(whole, half), weight_bits);
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(levels), _mm256_extracti128_si256(levels, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(to), _mm_packus_epi16(words, words));
}
#endif

using SampleEight = void (*)(const Pixels&, const int*, const int*, std::uint8_t*);

SampleEight sample_eight_with([[maybe_unused]] bool wide) {
#ifdef __x86_64__
    if (wide && __builtin_cpu_supports("avx2")) return sample_eight_avx2;
#endif
    return sample_eight;
}

}  // namespace

BicubicSampler::BicubicSampler(const Raster& plane, Border border, bool wide)
    : plane_(plane), border_(border), wide_(wide) {}

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
    const SampleEight sample_line = sample_eight_with(wide_);
    const Pixels plane{plane_.data(), static_cast<std::ptrdiff_t>(plane_.stride())};
    std::size_t k = 0;
    for (; k + in_line <= x.size(); k += in_line) {
        const std::size_t last = k + in_line - 1;
        if (well_within(x[k], y[k]) && well_within(x[last], y[last])) {
            sample_line(plane, x.data() + k, y.data() + k, row + k);
            continue;
        }
        for (std::size_t j = k; j <= last; ++j) row[j] = near_rim(x[j], y[j]);
    }
    for (; k < x.size(); ++k) row[k] = near_rim(x[k], y[k]);
}

}  // namespace sohoa::ocr
