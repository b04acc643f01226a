#include <cstring>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/codes/code_reader.h"
#include "tests/unit/ocr/codes/printed_symbols.h"

namespace sohoa::ocr {

namespace {

using Format = ZXing::BarcodeFormat;

const std::string card = "001199012345|012345678|Nguyen Thi Bich Ngoc|05031999|Nu|So 7 Hang Bai, Ha Noi|12052021";
const cv::Size half_sheet{1240, 1100};  // more than a page that is looked at whole

/// Whether the one code of the page says the text and its box lies around the middle.
testing::AssertionResult reads_alone(const scanners::Page& page, const std::string& text, cv::Point2d middle) {
    const auto codes = read_codes(page);
    if (codes.size() != 1) return testing::AssertionFailure() << codes.size() << " codes";
    if (codes[0].text != text) return testing::AssertionFailure() << "reads " << codes[0].text;
    const Point centre = codes[0].box.centre();
    if (std::abs(centre.x - middle.x) > 12 || std::abs(centre.y - middle.y) > 12) {
        return testing::AssertionFailure() << "its box is around " << centre.x << ", " << centre.y;
    }
    return testing::AssertionSuccess();
}

scanners::Page page_with(const PrintedSymbol& symbol, double blur = 0.7, double noise = 5) {
    cv::Mat sheet = written_sheet(half_sheet);
    print_on(sheet, symbol);
    return scanned(sheet, blur, noise);
}

}  // namespace

TEST(CodeSearch, CardQrOfSmallModulesAmongTextIsRead) {
    for (const double millimetres : {0.20, 0.25}) {
        for (const double degrees : {-2.5, 0.0, 2.2}) {
            const PrintedSymbol symbol{
                .text = card, .module = millimetres / 25.4 * 300, .degrees = degrees, .middle = {700, 500}};
            EXPECT_TRUE(reads_alone(page_with(symbol), card, symbol.middle)) << millimetres << " mm, " << degrees;
        }
    }
}

TEST(CodeSearch, QrIsReadAtTwelveAngles) {
    for (int degrees = 0; degrees < 360; degrees += 30) {
        const PrintedSymbol symbol{.text = "H26.15-240305-0012", .module = 3.5, .degrees = degrees * 1.0};
        EXPECT_TRUE(reads_alone(page_with(symbol), symbol.text, symbol.middle)) << degrees;
    }
}

TEST(CodeSearch, EveryFormatIsReadAmongText) {
    const std::vector<std::pair<Format, std::string>> symbols{{Format::QRCode, card},
                                                              {Format::DataMatrix, "H26.15-240305-0012"},
                                                              {Format::Aztec, card},
                                                              {Format::PDF417, card.substr(0, 50)},
                                                              {Format::Code128, "H26.15-24"},
                                                              {Format::Code39, "H26-2403"},
                                                              {Format::EAN13, "8934563138165"},
                                                              {Format::ITF, "12345678901231"},
                                                              {Format::Codabar, "A12345678B"}};
    for (const auto& [format, text] : symbols) {
        for (const double degrees : {0.0, 2.0, 90.0}) {
            PrintedSymbol symbol{.format = format, .text = text, .module = 3.2, .degrees = degrees};
            const auto codes = read_codes(page_with(symbol));
            ASSERT_EQ(codes.size(), 1U) << ZXing::ToString(format) << " at " << degrees;
            // Codabar's first and last sign may be told or not.
            EXPECT_NE(codes[0].text.find(format == Format::Codabar ? "12345678" : text), std::string::npos);
            EXPECT_EQ(codes[0].format, ZXing::ToString(format));
        }
    }
}

TEST(CodeSearch, BarsAreReadAskew) {
    for (const double degrees : {30.0, 45.0, 123.0}) {
        const PrintedSymbol symbol{
            .format = Format::Code128, .text = "H26.15-24", .module = 3.5, .degrees = degrees, .quiet = 30};
        EXPECT_TRUE(reads_alone(page_with(symbol), symbol.text, symbol.middle)) << degrees;
    }
}

TEST(CodeSearch, TwoBarcodesThatSayTheSameAreBothReadAndEndNothing) {
    cv::Mat sheet = written_sheet(half_sheet);
    for (const double y : {250.0, 800.0}) {
        print_on(sheet, {.format = Format::Code128, .text = "H26.15-24", .degrees = 2.2, .middle = {600, y}});
    }
    const auto codes = read_codes(scanned(sheet));
    ASSERT_EQ(codes.size(), 2U);
    EXPECT_LT(codes[0].box.bottom(), codes[1].box.y);
}

TEST(CodeSearch, BlurredQrIsRead) {
    const PrintedSymbol symbol{.text = "H26.15-240305-0012", .module = 4, .degrees = 3};
    EXPECT_TRUE(reads_alone(page_with(symbol, 1.9), symbol.text, symbol.middle));
}

TEST(CodeSearch, LightOnDarkQrIsRead) {
    const PrintedSymbol symbol{.text = "H26.15-240305-0012", .module = 4, .quiet = 40, .ink = 235, .paper = 40};
    EXPECT_TRUE(reads_alone(page_with(symbol), symbol.text, symbol.middle));
}

TEST(CodeSearch, QuietZoneOfOnePixelIsEnough) {
    const PrintedSymbol symbol{.text = "H26.15-240305-0012", .module = 4, .quiet = 1};
    EXPECT_TRUE(reads_alone(page_with(symbol), symbol.text, symbol.middle));
}

TEST(CodeSearch, QrUnderTheRingOfASealIsRead) {
    cv::Mat sheet = written_sheet(half_sheet);
    const PrintedSymbol symbol{.text = card, .module = 3.5, .middle = {600, 500}};
    print_on(sheet, symbol);
    cv::cvtColor(sheet, sheet, cv::COLOR_GRAY2RGB);
    cv::Mat seal(sheet.size(), CV_8UC3, cv::Scalar::all(255));
    cv::circle(seal, {660, 560}, 150, cv::Scalar(215, 40, 50), 9, cv::LINE_AA);
    cv::circle(seal, {660, 560}, 120, cv::Scalar(215, 40, 50), 3, cv::LINE_AA);
    cv::multiply(sheet, seal, sheet, 1 / 255.0);
    EXPECT_TRUE(reads_alone(scanned(sheet), symbol.text, symbol.middle));
}

TEST(CodeSearch, GlareOverAPartLeavesTheQrReadable) {
    cv::Mat sheet = written_sheet(half_sheet, 190);
    const PrintedSymbol symbol{.text = "H26.15-240305-0012", .module = 5, .ink = 40, .paper = 190};
    print_on(sheet, symbol);
    cv::Mat light(sheet.size(), CV_8UC1, cv::Scalar(0));
    cv::circle(light, {560, 360}, 45, cv::Scalar(150), cv::FILLED);
    cv::GaussianBlur(light, light, {}, 30);
    cv::add(sheet, light, sheet);
    EXPECT_TRUE(reads_alone(scanned(sheet), symbol.text, symbol.middle));
}

TEST(CodeSearch, SeveralOnAPageAreAllReadEachInItsPlace) {
    cv::Mat sheet = written_sheet(half_sheet);
    const std::vector<PrintedSymbol> symbols{
        {.text = "mot", .module = 4, .middle = {200, 200}},
        {.text = "hai", .module = 4, .middle = {1000, 200}},
        {.format = Format::DataMatrix, .text = "H26.15-240305-0013", .module = 4, .middle = {250, 800}},
        {.format = Format::Code128, .text = "H26.15-25", .module = 3, .middle = {850, 800}}};
    for (const PrintedSymbol& symbol : symbols) print_on(sheet, symbol);
    const auto codes = read_codes(scanned(sheet));
    ASSERT_EQ(codes.size(), symbols.size());
    for (const PrintedSymbol& symbol : symbols) {
        const auto found =
            std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.text == symbol.text; });
        ASSERT_NE(found, codes.end()) << symbol.text;
        EXPECT_NEAR(found->box.centre().x, symbol.middle.x, 12) << symbol.text;
        EXPECT_NEAR(found->box.centre().y, symbol.middle.y, 12) << symbol.text;
    }
}

TEST(CodeSearch, TextTablesAndRingsReadNothing) {
    cv::Mat sheet = written_sheet(half_sheet);
    for (int k = 0; k < 12; ++k) cv::line(sheet, {40 + 90 * k, 560}, {40 + 90 * k, 1000}, cv::Scalar(30), 2);
    for (int k = 0; k < 12; ++k) cv::line(sheet, {40, 560 + 40 * k}, {1030, 560 + 40 * k}, cv::Scalar(30), 2);
    for (int k = 1; k < 14; ++k) cv::circle(sheet, {1080, 300}, 10 * k, cv::Scalar(90), 3, cv::LINE_AA);
    EXPECT_TRUE(read_codes(scanned(sheet)).empty());
    EXPECT_TRUE(read_codes(scanned(sheet, 1.5, 14)).empty());
}

TEST(CodeSearch, SamePixelsGiveTheSameCodesAndAreLeftAsTheyWere) {
    const PrintedSymbol symbol{.text = card, .module = 2.6, .degrees = 17};
    const scanners::Page page = page_with(symbol, 1.0, 9);
    const Raster before = page.pixels.clone();
    const auto once = read_codes(page);
    const auto again = read_codes(page);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t k = 0; k < once.size(); ++k) {
        EXPECT_EQ(once[k].text, again[k].text);
        EXPECT_EQ(once[k].quad, again[k].quad);
    }
    EXPECT_EQ(std::memcmp(before.data(), page.pixels.data(), before.bytes()), 0) << "the page was written to";
}

}  // namespace sohoa::ocr
