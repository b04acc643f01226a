#include "ocr/image/coloured_print.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/luma.h"

namespace sohoa::ocr {

namespace {

constexpr double small_letter = 16;
constexpr double plane_dpi = 200;
const cv::Scalar red{220, 40, 50};  // RGB
const cv::Scalar black{20, 20, 20};

class ColouredPrint : public testing::Test {
protected:
    ColouredPrint() : scan_(1400, 900, 3) { std::fill_n(scan_.data(), scan_.bytes(), std::uint8_t{255}); }

    void letters(int x, int y, int count, const cv::Scalar& colour, int height = 30) {
        cv::Mat mat = mat_of(scan_);
        for (int k = 0; k < count; ++k) {
            const cv::Rect letter(x + k * height, y, 2 * height / 3, height);
            cv::rectangle(mat, letter, colour, 5);
        }
    }

    void ring(cv::Point middle, int radius) {
        cv::Mat mat = mat_of(scan_);
        cv::circle(mat, middle, radius, red, 5);
    }

    std::vector<Box> restored() {
        reading_ = ink_grey(scan_);
        Raster to_the_eye(scan_.width(), scan_.height(), 1);
        write_luma(scan_, {}, {0, 0, scan_.width(), scan_.height()}, to_the_eye);
        return restore_coloured_print(reading_, to_the_eye, find_seals(to_the_eye, plane_dpi), small_letter);
    }

    int darkest(const Box& box) const {
        int value = 255;
        for (int y = box.y; y < box.bottom(); ++y) {
            value = std::min<int>(value, *std::min_element(reading_.row(y) + box.x, reading_.row(y) + box.right()));
        }
        return value;
    }

    Raster scan_;
    Raster reading_;
};

}  // namespace

TEST_F(ColouredPrint, RedTitleIsReadable) {
    letters(300, 200, 12, red);
    const auto lines = restored();
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_LT(darkest({300, 200, 360, 30}), 90);
}

TEST_F(ColouredPrint, MarksAboveTheLettersComeBackWithThem) {
    letters(300, 200, 12, red);
    cv::Mat mat = mat_of(scan_);
    cv::line(mat, {335, 186}, {345, 192}, red, 4);
    restored();
    EXPECT_LT(darkest({330, 184, 20, 10}), 90);
}

TEST_F(ColouredPrint, SealStaysFaded) {
    ring({500, 400}, 140);
    ring({500, 400}, 90);
    letters(425, 385, 5, red);
    EXPECT_TRUE(restored().empty());
    EXPECT_GT(darkest({360, 260, 280, 280}), 200);
}

TEST_F(ColouredPrint, SealWhoseRingIsBrokenByPrintStaysFaded) {
    ring({500, 400}, 140);
    letters(425, 385, 5, red);
    letters(330, 275, 12, black);
    letters(330, 480, 12, black);
    EXPECT_TRUE(restored().empty());
}

TEST_F(ColouredPrint, FramedStampStaysFaded) {
    cv::Mat mat = mat_of(scan_);
    cv::rectangle(mat, cv::Rect(280, 170, 300, 90), red, 4);
    letters(300, 200, 8, red);
    EXPECT_TRUE(restored().empty());
}

TEST_F(ColouredPrint, ColouredInkOverBlackTextStaysFaded) {
    letters(300, 200, 14, black);
    letters(310, 190, 12, red);
    EXPECT_TRUE(restored().empty());
}

TEST_F(ColouredPrint, SignatureStaysFaded) {
    cv::Mat mat = mat_of(scan_);
    const cv::Scalar blue{40, 60, 190};
    for (int k = 0; k < 8; ++k) {
        cv::ellipse(mat, {300 + 40 * k, 300 + (k * 37) % 50}, {12, 20 + (k * 13) % 30}, 20.0 * k, 0, 300, blue, 4);
    }
    EXPECT_TRUE(restored().empty());
}

TEST_F(ColouredPrint, BlackPrintIsLeftAlone) {
    letters(300, 200, 12, black);
    EXPECT_TRUE(restored().empty());
}

}  // namespace sohoa::ocr
