#pragma once
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sohoa::ocr {

/// A signature made for tests: a large loop and smaller ones that run on from left to right.
inline void draw_signature(cv::Mat page, const cv::Rect& within, const cv::Scalar& ink, int thickness) {
    cv::Point last;
    for (int k = 0; k <= 300; ++k) {
        const double t = k / 300.0;
        const double turn = 6 * 2 * 3.14159 * t;
        const cv::Point here(
            within.x + static_cast<int>(within.width * (0.06 + 0.88 * t + 0.05 * std::cos(turn))),
            within.y + static_cast<int>(within.height * (0.5 + (k < 60 ? 0.48 : 0.27) * std::sin(turn))));
        if (k > 0) cv::line(page, last, here, ink, thickness, cv::LINE_AA);
        last = here;
    }
}

}  // namespace sohoa::ocr
