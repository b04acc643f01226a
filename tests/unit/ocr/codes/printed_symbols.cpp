#include "tests/unit/ocr/codes/printed_symbols.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

constexpr int oversampling = 8;

cv::Mat modules_of(const PrintedSymbol& symbol) {
    ZXing::MultiFormatWriter writer(symbol.format);
    writer.setEncoding(ZXing::CharacterSet::UTF8).setMargin(0);
    const bool linear = ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(symbol.format);
    const ZXing::BitMatrix bits = writer.encode(symbol.text, 0, linear ? 1 : 0);
    const int repeated = linear ? std::max(20, bits.width() / 5) / bits.height() : 1;
    cv::Mat image(bits.height() * repeated, bits.width(), CV_8UC1);
    for (int y = 0; y < image.rows; ++y) {
        for (int x = 0; x < image.cols; ++x) {
            image.at<std::uint8_t>(y, x) =
                static_cast<std::uint8_t>(bits.get(x, y / repeated) ? symbol.ink : symbol.paper);
        }
    }
    return image;
}

}  // namespace

cv::Mat written_sheet(cv::Size size, int paper) {
    cv::Mat sheet(size, CV_8UC1, cv::Scalar(paper));
    const std::string line = "Uy ban nhan dan xa Vinh Hoa xac nhan ong Nguyen Van Hoa 2024 so 15/QD";
    for (int y = 60; y < size.height - 20; y += 58) {
        cv::putText(sheet, line, {40 + y % 7, y}, cv::FONT_HERSHEY_COMPLEX, 0.9, cv::Scalar(35), 2, cv::LINE_AA);
    }
    return sheet;
}

void print_on(cv::Mat& sheet, const PrintedSymbol& symbol) {
    cv::Mat large;
    cv::resize(modules_of(symbol), large, {}, oversampling, oversampling, cv::INTER_NEAREST);
    const int quiet = static_cast<int>(symbol.quiet * oversampling / symbol.module);
    cv::copyMakeBorder(large, large, quiet, quiet, quiet, quiet, cv::BORDER_CONSTANT, symbol.paper);
    const double scale = symbol.module / oversampling;
    cv::GaussianBlur(large, large, {}, std::max(0.5, 0.35 / scale));
    const cv::Point2f middle(static_cast<float>(large.cols) / 2, static_cast<float>(large.rows) / 2);
    cv::Mat map = cv::getRotationMatrix2D(middle, -symbol.degrees, scale);
    map.at<double>(0, 2) += symbol.middle.x - middle.x;
    map.at<double>(1, 2) += symbol.middle.y - middle.y;
    cv::Mat printed;
    cv::Mat place;
    cv::warpAffine(large, printed, map, sheet.size(), cv::INTER_LINEAR);
    cv::warpAffine(cv::Mat(large.size(), CV_8UC1, cv::Scalar(255)), place, map, sheet.size(), cv::INTER_NEAREST);
    printed.copyTo(sheet, place);
}

scanners::Page scanned(const cv::Mat& sheet, double blur, double noise, int dpi) {
    cv::Mat seen = sheet.clone();
    if (blur > 0) cv::GaussianBlur(seen, seen, {}, blur);
    cv::RNG random(7);
    cv::Mat grain(seen.size(), CV_MAKETYPE(CV_16S, seen.channels()));
    random.fill(grain, cv::RNG::NORMAL, 0, noise);
    cv::Mat sum;
    seen.convertTo(sum, grain.type());
    sum += grain;
    sum.convertTo(seen, seen.type());
    scanners::Page page;
    page.pixels = raster_of(seen);
    page.dpi = dpi;
    return page;
}

}  // namespace sohoa::ocr
