#include "ocr/text/recogniser.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

/// A white plane at 200 dpi with plain Latin lines (OpenCV's own letters; the recogniser reads them well).
Planes plane_with(const std::vector<std::string>& lines) {
    cv::Mat page(160 + 60 * static_cast<int>(lines.size()), 1200, CV_8UC1, cv::Scalar(255));
    int y = 100;
    for (const std::string& line : lines) {
        cv::putText(page, line, {80, y}, cv::FONT_HERSHEY_DUPLEX, 1.0, cv::Scalar(0), 2, cv::LINE_AA);
        y += 60;
    }
    Planes planes;
    planes.reading = raster_of(page);
    planes.reading_dpi = 200;
    return planes;
}

std::string text_of_blocks(const std::vector<Block>& blocks) {
    PageReading page;
    page.blocks = blocks;
    return text_of(page);
}

struct Recogniser : testing::Test {
    std::unique_ptr<PageRecogniser> recogniser;

    void SetUp() override {
        auto made = make_tesseract_recogniser("vie");
        if (!made) GTEST_SKIP() << "no Vietnamese data for Tesseract on this machine";
        recogniser = *std::move(made);
    }

    std::vector<Block> read(const Planes& planes) {
        auto text = recogniser->read(planes);
        EXPECT_TRUE(text);
        return text ? std::move(text->blocks) : std::vector<Block>{};
    }
};

}  // namespace

TEST(MissingModel, RemedyNamesThePackage) {
    const auto made = make_tesseract_recogniser("klingon");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, code::ocr_data_missing);
    EXPECT_NE(made.error().remedy.en.find("tesseract-ocr-klingon"), std::string::npos);
    EXPECT_NE(made.error().remedy.vi.find("tesseract-ocr-klingon"), std::string::npos);
}

TEST_F(Recogniser, ReadsLinesWithWordsWhereTheyStand) {
    const auto blocks = read(plane_with({"Quang Nam", "Ha Noi 2024"}));
    EXPECT_EQ(words_of(text_of_blocks(blocks)), words_of("Quang Nam Ha Noi 2024"));
    ASSERT_FALSE(blocks.empty());
    const Line& line = blocks[0].lines.at(0);
    EXPECT_NEAR(line.baseline.start.y, 100, 6);
    EXPECT_LT(std::abs(line.box.x - 80), 8);
    EXPECT_EQ(line.words.size(), 2U);
    EXPECT_GT(line.confidence, 0.5);
    EXPECT_LE(line.confidence, 1.0);
    EXPECT_FALSE(line.quad);
}

TEST_F(Recogniser, FindsLinesLegibleOnlyWhenTheyStandUpright) {
    const Planes planes = plane_with({"Quang Nam thong bao", "Danh sach 9,25 14/05/2009", "Ha Noi 2024"});
    EXPECT_GT(recogniser->legibility(planes.reading, 200), 0.7);
    for (const int turn : {90, 180, 270}) {
        EXPECT_LT(recogniser->legibility(turned(planes.reading, turn), 200), 0.5) << turn;
    }
    EXPECT_EQ(recogniser->legibility(Raster(), 200), 0);
}

TEST_F(Recogniser, EmptyAndTinyPlanesHaveNoTextAndNoError) {
    EXPECT_TRUE(read(Planes{}).empty());
    Planes dot;
    dot.reading = Raster(1, 1, 1);
    dot.reading.row(0)[0] = 0;
    dot.reading_dpi = 200;
    EXPECT_TRUE(read(dot).empty());
    EXPECT_TRUE(read(plane_with({})).empty());
}

TEST_F(Recogniser, APageReadsTheSameWhateverCameBefore) {
    const Planes first = plane_with({"Trang mot hai ba", "Quyet dinh so 15"});
    const std::string alone = text_of_blocks(read(first));
    (void)read(plane_with({"ZZZZ QQQQ XXXX WWWW", "1111111 222222"}));
    (void)read(Planes{});
    EXPECT_EQ(text_of_blocks(read(first)), alone);
}

TEST_F(Recogniser, BoxesOfATurnedPageLieInTheScanAndCarryTheReadingDirection) {
    Planes planes = plane_with({"Thong tin chung"});
    const Size reading = planes.reading.size();
    // The scan lay on its left side: turning the scan clockwise by 90° gave the reading plane.
    planes.orientation = 90;
    planes.reading_to_scan = *Transform::quarter_turns(90, {reading.height, reading.width}).inverse();
    const auto blocks = read(planes);
    ASSERT_EQ(blocks.size(), 1U);
    const Line& line = blocks[0].lines.at(0);
    EXPECT_GT(line.box.height, line.box.width);
    ASSERT_TRUE(line.quad);
    EXPECT_NEAR(line.quad->corners[0].x, line.quad->corners[1].x, 1);
    EXPECT_GT(line.quad->corners[0].y, line.quad->corners[1].y);
    EXPECT_GT(line.baseline.start.y, line.baseline.end.y);
    EXPECT_LE(line.box.right(), reading.height);
    EXPECT_LE(line.box.bottom(), reading.width);
}

}  // namespace sohoa::ocr
