#include "tests/turns/turned_page.h"

#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::turns {

namespace {

/// The page's own paper: the brightest of the middles of its sides, where there is little print.
cv::Scalar colour_of(Ground ground, const cv::Mat& page) {
    if (ground == Ground::white) return cv::Scalar::all(255);
    if (ground == Ground::black) return cv::Scalar::all(12);
    cv::Scalar best;
    for (const cv::Point place : {cv::Point(page.cols / 2, 3), cv::Point(page.cols - 4, page.rows / 2),
                                  cv::Point(page.cols / 2, page.rows - 4), cv::Point(3, page.rows / 2)}) {
        const cv::Scalar seen = cv::mean(page(cv::Rect(place.x - 2, place.y - 2, 5, 5)));
        if (cv::sum(seen)[0] > cv::sum(best)[0]) best = seen;
    }
    return best;
}

}  // namespace

scanners::Page laid(const LevelPage& page, int quarter, double degrees, Ground ground) {
    scanners::Page scan;
    scan.dpi = page.dpi;
    scan.pixels = turned(page.pixels, quarter);
    if (degrees == 0) return scan;
    const cv::Mat from = mat_of(scan.pixels);
    const double radians = degrees * std::numbers::pi / 180;
    const double c = std::abs(std::cos(radians));
    const double s = std::abs(std::sin(radians));
    const int width = static_cast<int>(std::ceil(from.cols * c + from.rows * s));
    const int height = static_cast<int>(std::ceil(from.cols * s + from.rows * c));
    // OpenCV counts from the middle of the first pixel, and turns counter-clockwise.
    const cv::Point2f middle(static_cast<float>(from.cols - 1) / 2, static_cast<float>(from.rows - 1) / 2);
    cv::Mat map = cv::getRotationMatrix2D(middle, -degrees, 1);
    map.at<double>(0, 2) += (width - from.cols) / 2.0;
    map.at<double>(1, 2) += (height - from.rows) / 2.0;
    Raster askew(width, height, scan.pixels.channels());
    cv::Mat to = mat_of(askew);
    cv::warpAffine(from, to, map, to.size(), cv::INTER_CUBIC, cv::BORDER_CONSTANT, colour_of(ground, from));
    scan.pixels = std::move(askew);
    return scan;
}

}  // namespace sohoa::turns
