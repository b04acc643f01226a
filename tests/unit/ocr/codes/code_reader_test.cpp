#include "ocr/codes/code_reader.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

const std::string citizen = "001199012345|012345678|Nguyễn Thị Bích Ngọc|05031999|Nữ|Số 7 Hàng Bài, Hà Nội|12052021";

cv::Mat symbol(ZXing::BarcodeFormat format, const std::string& text, int width, int height) {
    ZXing::MultiFormatWriter writer(format);
    writer.setEncoding(ZXing::CharacterSet::UTF8);
    writer.setMargin(4);
    const ZXing::BitMatrix bits = writer.encode(text, width, height);
    cv::Mat image(bits.height(), bits.width(), CV_8UC1);
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x) image.at<std::uint8_t>(y, x) = bits.get(x, y) ? 20 : 250;
    }
    return image;
}

/// An A4 sheet at 150 dpi with the symbol at (700, 200).
scanners::Page sheet_with(const cv::Mat& image, int turn = 0, int channels = 3) {
    cv::Mat sheet(1754, 1240, CV_8UC1, cv::Scalar(250));
    if (!image.empty()) image.copyTo(sheet(cv::Rect(700, 200, image.cols, image.rows)));
    if (channels == 3) cv::cvtColor(sheet, sheet, cv::COLOR_GRAY2RGB);
    scanners::Page page;
    page.pixels = turned(raster_of(sheet), turn);
    page.dpi = 150;
    return page;
}

}  // namespace

TEST(ReadCodes, CitizenCardQrKeepsItsVietnamese) {
    const auto codes = read_codes(sheet_with(symbol(ZXing::BarcodeFormat::QRCode, citizen, 240, 240)));
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_EQ(codes[0].format, "QRCode");
    EXPECT_EQ(codes[0].text, citizen);
    EXPECT_GT(intersection(codes[0].box, {700, 200, 240, 240}).area(), 150 * 150);
}

TEST(ReadCodes, EveryQuarterTurnReads) {
    for (const int turn : {0, 90, 180, 270}) {
        EXPECT_EQ(read_codes(sheet_with(symbol(ZXing::BarcodeFormat::QRCode, citizen, 240, 240), turn)).size(), 1U)
            << turn;
        const auto bars =
            read_codes(sheet_with(symbol(ZXing::BarcodeFormat::Code128, "H26.15-240305-0012", 420, 90), turn));
        ASSERT_EQ(bars.size(), 1U) << turn;
        EXPECT_EQ(bars[0].text, "H26.15-240305-0012") << turn;
    }
}

TEST(ReadCodes, GreyPagesReadToo) {
    EXPECT_EQ(read_codes(sheet_with(symbol(ZXing::BarcodeFormat::QRCode, citizen, 240, 240), 0, 1)).size(), 1U);
}

TEST(ReadCodes, PageWithoutCodesHasNone) {
    EXPECT_TRUE(read_codes(sheet_with({})).empty());
    EXPECT_TRUE(read_codes(scanners::Page{}).empty());
}

TEST(ReadCodes, DecomposedMarksAreKeptAsTheyStand) {
    const std::string decomposed = "Nguye\xCC\x82\xCC\x83n";  // ê and ˜ as combining marks
    const auto codes = read_codes(sheet_with(symbol(ZXing::BarcodeFormat::QRCode, decomposed, 240, 240)));
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_EQ(codes[0].text, decomposed);
}

}  // namespace sohoa::ocr
