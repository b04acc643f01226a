#include "ocr/codes/code_reader.h"

#include <algorithm>
#include <exception>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/codes/symbols.h"

namespace sohoa::ocr {

std::vector<Code> read_codes(const scanners::Page& page) try {
    if (page.pixels.empty()) return {};
    cv::Mat grey = mat_of(page.pixels);
    if (page.pixels.channels() == 3) {
        cv::Mat converted;
        cv::cvtColor(grey, converted, cv::COLOR_RGB2GRAY);
        grey = converted;
    }
    std::vector<Code> codes = find_symbols({grey.data, {grey.cols, grey.rows}, grey.step}, Effort::thorough);
    std::ranges::stable_sort(
        codes, [](const Code& a, const Code& b) { return a.box.y != b.box.y ? a.box.y < b.box.y : a.box.x < b.box.x; });
    return codes;
} catch (const std::exception&) {
    return {};  // a page whose codes cannot be looked for still has its text
}

}  // namespace sohoa::ocr
