#include "ocr/image/paper_likeness.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/block_means.h"

namespace sohoa::ocr {

namespace {

constexpr int likeness_long_side = 800;  // pixels, at least
constexpr double colour_weight = 0.7;    // of colourfulness against brightness
constexpr int print_closing = 11;        // pixels: the strokes of a title at 70 dpi

}  // namespace

PaperLikeness paper_likeness(const Raster& scan, const PaperTint& tint) {
    PaperLikeness likeness;
    likeness.factor = std::max(1, std::max(scan.width(), scan.height()) / likeness_long_side);
    likeness.scan = block_means(scan, likeness.factor);
    const cv::Mat small = mat_of(likeness.scan);
    const Size size = likeness.scan.size();
    likeness.picture = Raster(size.width, size.height, 1);
    cv::Mat picture = mat_of(likeness.picture);
    if (small.channels() == 3) {
        for (int y = 0; y < size.height; ++y) {
            const auto* rgb = small.ptr<cv::Vec3b>(y);
            auto* to = picture.ptr<std::uint8_t>(y);
            for (int x = 0; x < size.width; ++x) {
                const double r = std::min(255.0, rgb[x][0] * tint.gains[0]);
                const double g = std::min(255.0, rgb[x][1] * tint.gains[1]);
                const double b = std::min(255.0, rgb[x][2] * tint.gains[2]);
                const double chroma = std::max({r, g, b}) - std::min({r, g, b});
                to[x] = cv::saturate_cast<std::uint8_t>((r + g + b) / 3 - colour_weight * chroma);
            }
        }
        cv::GaussianBlur(picture, picture, {5, 5}, 0);
    } else {
        cv::GaussianBlur(small, picture, {5, 5}, 0);
    }
    likeness.closed = Raster(size.width, size.height, 1);
    cv::Mat closed = mat_of(likeness.closed);
    cv::morphologyEx(picture, closed, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {print_closing, print_closing}));
    return likeness;
}

}  // namespace sohoa::ocr
