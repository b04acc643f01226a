// Pixels come from outside: no picture may end the process that looks for codes on it. ZXing's builds check assertions.
// Bytes: width in pixels, times it is enlarged, turn in units of 6 degrees, blur in tenths of a pixel; then grey
// pixels.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "base/vietnamese.h"
#include "ocr/codes/code_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t head = 4;
    if (size <= head) return 0;
    const int width = std::max<int>(1, data[0]);
    const int height = std::min(static_cast<int>((size - head) / static_cast<std::size_t>(width)), 255);
    if (height < 1) return 0;
    const cv::Mat pixels(height, width, CV_8UC1, const_cast<std::uint8_t*>(data) + head);
    cv::Mat picture;
    const double times = 1 + data[1] % 6;
    cv::resize(pixels, picture, {}, times, times, cv::INTER_NEAREST);
    const cv::Point2f middle(static_cast<float>(picture.cols) / 2, static_cast<float>(picture.rows) / 2);
    const cv::Mat turn = cv::getRotationMatrix2D(middle, 6.0 * data[2], 1);
    cv::Mat turned;
    cv::warpAffine(picture, turned, turn, picture.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(250));
    if (data[3] > 0) cv::GaussianBlur(turned, turned, {}, data[3] % 40 / 10.0 + 0.1);
    sohoa::scanners::Page page;
    page.pixels = sohoa::raster_of(turned);
    page.dpi = 300;
    for (const sohoa::ocr::Code& code : sohoa::ocr::read_codes(page)) {
        if (sohoa::to_utf8(sohoa::to_utf32(code.text)) != code.text) __builtin_trap();  // no valid UTF-8
        if (code.box.x < 0 || code.box.y < 0 || code.box.right() > turned.cols || code.box.bottom() > turned.rows)
            __builtin_trap();
    }
    return 0;
}
