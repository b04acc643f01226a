#include "ocr/image/letters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int smallest = 3;             // pixels: what is smaller both ways is dust
constexpr double largest_share = 0.07;  // of the page's long side: 20 mm on A4, more is a frame, seal or picture
constexpr std::size_t enough_for_height = 30;
constexpr int highest_letter = 120;  // pixels

bool may_be_letter(const Box& box, int largest) {
    return std::max(box.width, box.height) >= smallest && std::max(box.width, box.height) <= largest;
}

/// Letters with ascenders are 1.3 to 1.6 times as high as those without.
constexpr double lowest_ratio = 0.6;
constexpr double highest_ratio = 0.8;
constexpr double enough_small_letters = 0.4;

/// The peak of the histogram of heights of letter-shaped boxes. Where that is the peak of the letters with ascenders,
/// the small ones show as a lower peak at two thirds of it.
double shared_height(const std::vector<Box>& boxes) {
    std::array<int, highest_letter + 2> count{};
    std::size_t letters = 0;
    for (const Box& box : boxes) {
        const bool letter_shaped = box.height >= 4 && box.height <= highest_letter && box.width <= 4 * box.height &&
                                   5 * box.width >= box.height;
        if (!letter_shaped) continue;
        ++count[static_cast<std::size_t>(box.height)];
        ++letters;
    }
    if (letters < enough_for_height) return 0;
    const auto around = [&](std::size_t h) { return count[h - 1] + 2 * count[h] + count[h + 1]; };
    const auto peak_of = [&](double from, double to) {
        std::size_t peak = static_cast<std::size_t>(from);
        for (std::size_t h = peak; static_cast<double>(h) <= to; ++h) {
            if (around(h) > around(peak)) peak = h;
        }
        return peak;
    };
    std::size_t peak = peak_of(4, highest_letter);
    const double small_from = std::ceil(lowest_ratio * static_cast<double>(peak));
    if (small_from >= 4) {
        const std::size_t small = peak_of(small_from, highest_ratio * static_cast<double>(peak));
        if (around(small) > enough_small_letters * around(peak)) peak = small;
    }
    const double mass = count[peak - 1] + count[peak] + count[peak + 1];
    return static_cast<double>(peak) + (count[peak + 1] - count[peak - 1]) / std::max(1.0, mass);
}

}  // namespace

Letters find_letters(const Raster& ink) {
    Letters letters;
    if (ink.empty()) return letters;
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mat_of(ink), labels, stats, centres, 8, CV_32S);
    const int largest = static_cast<int>(largest_share * std::max(ink.width(), ink.height()));
    std::vector<std::uint8_t> kept(static_cast<std::size_t>(count), 0);
    long long kept_area = 0;
    long long whole_area = 0;
    for (int k = 1; k < count; ++k) {
        const int* row = stats.ptr<int>(k);
        const Box box{row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]};
        whole_area += row[cv::CC_STAT_AREA];
        if (!may_be_letter(box, largest)) continue;
        kept[static_cast<std::size_t>(k)] = 255;
        kept_area += row[cv::CC_STAT_AREA];
        letters.boxes.push_back(box);
    }
    letters.x_height = shared_height(letters.boxes);
    if (kept_area * 20 < whole_area) {
        letters.ink = ink.clone();
        return letters;
    }
    letters.ink = Raster(ink.width(), ink.height(), 1);
    for (int y = 0; y < ink.height(); ++y) {
        const int* label = labels.ptr<int>(y);
        std::uint8_t* out = letters.ink.row(y);
        for (int x = 0; x < ink.width(); ++x) out[x] = kept[static_cast<std::size_t>(label[x])];
    }
    return letters;
}

}  // namespace sohoa::ocr
