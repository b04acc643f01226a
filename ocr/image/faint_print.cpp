#include "ocr/image/faint_print.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int square = 32;            // pixels at 150 dpi: 5 mm
constexpr int lightest_inked = 230;   // of 255: what is lighter is paper
constexpr int faint_from = 150;       // usual print is darker
constexpr int shows_through = 216;    // and lighter: ink on the back
constexpr int brought_to = 110;       // darkness that faint print gets
constexpr double least_inked = 0.04;  // share of the squares, below which a page has too little print to judge
constexpr double most_gain = 4;

}  // namespace

double faint_print_gain(const Raster& grey) {
    const cv::Size size(grey.width() / square * square, grey.height() / square * square);
    if (size.width == 0 || size.height == 0) return 1;
    cv::Mat soft;  // the noise of single pixels is no print
    cv::blur(mat_of(grey), soft, {3, 3});
    std::vector<int> darkest;
    for (int y = 0; y < size.height; y += square) {
        for (int x = 0; x < size.width; x += square) {
            double least = 0;
            cv::minMaxLoc(soft(cv::Rect(x, y, square, square)), &least, nullptr);
            if (least < lightest_inked) darkest.push_back(static_cast<int>(least));
        }
    }
    const double squares = static_cast<double>(size.area()) / (square * square);
    if (static_cast<double>(darkest.size()) < std::max(4.0, least_inked * squares)) return 1;
    const auto level = darkest.begin() + static_cast<std::ptrdiff_t>(darkest.size() * 3 / 10);
    std::nth_element(darkest.begin(), level, darkest.end());
    if (*level < faint_from || *level > shows_through) return 1;
    return std::clamp((255.0 - brought_to) / (255.0 - *level), 1.0, most_gain);
}

void darken_print(Raster& grey, double gain) {
    if (gain <= 1) return;
    std::array<std::uint8_t, 256> curve{};
    for (int k = 0; k < 256; ++k)
        curve[static_cast<std::size_t>(k)] = static_cast<std::uint8_t>(std::max(0.0, 255 - (255 - k) * gain));
    std::transform(grey.data(), grey.data() + grey.bytes(), grey.data(), [&](std::uint8_t v) { return curve[v]; });
}

}  // namespace sohoa::ocr
