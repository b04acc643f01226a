#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/planes.h"

namespace sohoa::ocr {

Planes prepare(const scanners::Page& page) {
    Planes planes;
    cv::Mat grey;
    if (page.pixels.channels() == 3) {
        cv::cvtColor(mat_of(page.pixels), grey, cv::COLOR_RGB2GRAY);
    } else {
        grey = mat_of(page.pixels);
    }
    const double scale = std::min(1.0, 200.0 / page.dpi);
    cv::Mat reading;
    cv::resize(grey, reading, {}, scale, scale, cv::INTER_AREA);
    planes.reading = raster_of(reading);
    planes.reading_dpi = page.dpi * scale;
    planes.reading_to_scan = Transform::scaling(1.0 * grey.cols / reading.cols, 1.0 * grey.rows / reading.rows);
    return planes;
}

}  // namespace sohoa::ocr
