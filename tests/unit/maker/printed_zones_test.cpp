// What the maker prints in OCR B is what the reader of machine readable zones must read.
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/codes/mrz_reader.h"
#include "samples/maker/fonts.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

namespace {

const std::vector<std::string> card_lines{"IDVNM2000000015001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                                          "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"};
const std::vector<std::string> passport_lines{"P<VNMTRAN<<THI<BICH<NGOC<<<<<<<<<<<<<<<<<<<<",
                                              "C1234567<0VNM9503157F3503155079195123456<<44"};

/// The lines at a pitch of 2.54 mm on a sheet with a few lines of ordinary print above.
cv::Mat printed(const std::vector<std::string>& lines, int dpi) {
    Sheet sheet(140, 90, dpi);
    TextStyle text{.family = families(Typeface::sans).front(), .points = 8};
    for (int k = 0; k < 6; ++k)
        sheet.write("Họ và tên / Full name: NGUYỄN THỊ THU HƯƠNG 01/01/2000", text, {10, 8.0 + 6 * k, 120, 8});
    TextStyle style{.family = families(Typeface::machine).front(), .points = 10};
    style.points = 10 * 2.54 * static_cast<double>(lines.front().size()) / sheet.width_of(lines.front(), style);
    double y = 60;
    for (const auto& line : lines) y = sheet.write(line, style, {10, y, 128, 10}) + 0.9;
    cv::Mat grey;
    cv::cvtColor(mat_of(sheet.raster()), grey, cv::COLOR_RGB2GRAY);
    return grey;
}

std::vector<ocr::MrzReading> read(const cv::Mat& grey) {
    return ocr::read_mrz(raster_of(grey));
}

}  // namespace

TEST(PrintedZones, AreReadAtEveryResolutionOfScanners) {
    for (const int dpi : {130, 150, 200, 300, 400, 600}) {
        for (const auto& lines : {card_lines, passport_lines}) {
            const auto zones = read(printed(lines, dpi));
            ASSERT_EQ(zones.size(), 1U) << dpi;
            EXPECT_EQ(zones[0].lines, lines) << dpi;
            EXPECT_TRUE(zones[0].valid) << dpi;
            EXPECT_EQ(zones[0].turn, 0);
            EXPECT_GT(zones[0].confidence, 0.8) << dpi;
        }
    }
}

TEST(PrintedZones, SayWhichWayUpTheyAre) {
    const cv::Mat upright = printed(card_lines, 200);
    for (const auto& [code, turn] :
         {std::pair{cv::ROTATE_90_CLOCKWISE, 270}, {cv::ROTATE_180, 180}, {cv::ROTATE_90_COUNTERCLOCKWISE, 90}}) {
        cv::Mat turned;
        cv::rotate(upright, turned, code);
        const auto zones = read(turned);
        ASSERT_EQ(zones.size(), 1U) << turn;
        EXPECT_EQ(zones[0].lines, card_lines);
        EXPECT_TRUE(zones[0].valid);
        EXPECT_EQ(zones[0].turn, turn);
    }
}

TEST(PrintedZones, AreReadAskewAndBlurred) {
    const cv::Mat upright = printed(passport_lines, 250);
    for (const double degrees : {-8.0, -3.0, 2.0, 9.0}) {
        const cv::Mat turn = cv::getRotationMatrix2D({static_cast<float>(upright.cols) / 2, 400}, degrees, 0.95);
        cv::Mat turned;
        cv::warpAffine(upright, turned, turn, upright.size(), cv::INTER_AREA, cv::BORDER_CONSTANT, cv::Scalar(255));
        cv::GaussianBlur(turned, turned, {}, 1.6);
        const auto zones = read(turned);
        ASSERT_EQ(zones.size(), 1U) << degrees;
        EXPECT_EQ(zones[0].lines, passport_lines) << degrees;
        EXPECT_TRUE(zones[0].valid) << degrees;
    }
}

TEST(PrintedZones, WithAWrongCheckDigitAreToldButNotBelieved) {
    auto forged = card_lines;
    forged[0][7] = '9';
    const auto zones = read(printed(forged, 300));
    ASSERT_EQ(zones.size(), 1U);
    EXPECT_FALSE(zones[0].valid);
    EXPECT_EQ(zones[0].lines, forged);
    EXPECT_FALSE(zones[0].failed.empty());
}

TEST(PrintedZones, OrdinaryPrintIsNone) {
    Sheet sheet(210, 297, 200);
    for (const Typeface face : {Typeface::serif, Typeface::mono}) {
        TextStyle style{.family = families(face).front(), .points = 11};
        double y = face == Typeface::mono ? 150 : 15;
        for (int k = 0; k < 18; ++k)
            y = sheet.write("NGHỊ QUYẾT SỐ 12/2024/NQ-HĐND NGÀY 05 THÁNG 3 NĂM 2024 VỀ VIỆC PHÂN BỔ", style,
                            {15, y, 180, 10});
    }
    cv::Mat grey;
    cv::cvtColor(mat_of(sheet.raster()), grey, cv::COLOR_RGB2GRAY);
    for (const auto& zone : read(grey)) EXPECT_FALSE(zone.valid) << zone.lines.front();
}

}  // namespace sohoa::maker
