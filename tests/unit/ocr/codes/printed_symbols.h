#pragma once
#include <ZXing/BarcodeFormat.h>
#include <opencv2/core.hpp>
#include <string>

#include "scanners/page.h"

namespace sohoa::ocr {

/// A symbol of ZXing's writer as a printer puts it on paper and a scanner sees it.
struct PrintedSymbol {
    ZXing::BarcodeFormat format = ZXing::BarcodeFormat::QRCode;
    std::string text;
    double module = 3;   ///< pixels
    double degrees = 0;  ///< turned clockwise
    cv::Point2d middle{600, 400};
    int quiet = 12;  ///< pixels of paper around it
    int ink = 30;
    int paper = 245;
};

/// Paper of `size` with lines of words, as grey as print is.
cv::Mat written_sheet(cv::Size size, int paper = 245);

void print_on(cv::Mat& sheet, const PrintedSymbol& symbol);

/// Blurred by `blur` pixels (sigma) and with noise of `noise` grey levels, the same on every run.
scanners::Page scanned(const cv::Mat& sheet, double blur = 0.7, double noise = 5, int dpi = 300);

}  // namespace sohoa::ocr
