#include "ocr/image/signatures.h"

#include <cmath>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "signature_strokes.h"

namespace sohoa::ocr {

namespace {

constexpr double signed_x_height = 25;  // pixels: print of 13 pt at 300 dpi

const cv::Scalar pen_blue(35, 55, 165);
const cv::Scalar print_black(30, 30, 30);
const cv::Scalar seal_red(215, 60, 70);

class Signatures : public testing::Test {
protected:
    Signatures() : scan_(2480, 1800, 3) { mat_of(scan_).setTo(cv::Scalar(246, 243, 236)); }

    void scribble(cv::Rect within, const cv::Scalar& ink, int thickness = 5) {
        draw_signature(mat_of(scan_), within, ink, thickness);
    }

    void write(const std::string& text, int x, int y, const cv::Scalar& ink) {
        cv::Mat scan = mat_of(scan_);
        cv::putText(scan, text, {x, y}, cv::FONT_HERSHEY_SIMPLEX, 1.4, ink, 4, cv::LINE_AA);
    }

    std::vector<Signature> find() const {
        return find_signatures(scan_, {0, 0, scan_.width(), scan_.height()}, paper_tint(scan_), signed_x_height);
    }

    Raster scan_;
};

}  // namespace

TEST_F(Signatures, BlueOneOverPrintAndSealIsFound) {
    for (int y = 300; y < 1700; y += 70) write("Cong hoa xa hoi chu nghia Viet Nam", 200, y, print_black);
    cv::Mat scan = mat_of(scan_);
    cv::circle(scan, {1500, 1250}, 190, seal_red, 8);
    scribble({1450, 1150, 450, 210}, pen_blue);
    const auto found = find();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].box.x, 1465, 25);
    EXPECT_NEAR(found[0].box.y, 1150, 15);
    EXPECT_NEAR(found[0].box.width, 450, 50);
    EXPECT_NEAR(found[0].box.height, 210, 25);
    EXPECT_GE(found[0].confidence, 0.75);
}

TEST_F(Signatures, LinesOfBlueHandwritingAreNone) {
    for (int y = 300; y < 1200; y += 80) write("Nguyen Thi Bich Ngoc, xa Chau Hoa, tinh Cao Bang", 200, y, pen_blue);
    EXPECT_TRUE(find().empty());
}

TEST_F(Signatures, LargeStrokeAmongHandwritingIsNotTrusted) {
    write("Nguyen Thi Bich", 150, 500, pen_blue);
    scribble({590, 430, 300, 110}, pen_blue);
    write("Ngoc, xa Chau Hoa", 910, 500, pen_blue);
    EXPECT_TRUE(find().empty());
}

TEST_F(Signatures, FramesSealsAndPicturesAreNone) {
    cv::Mat scan = mat_of(scan_);
    cv::rectangle(scan, cv::Rect(300, 300, 600, 300), pen_blue, 6);
    cv::circle(scan, {1500, 500}, 190, seal_red, 8);
    cv::rectangle(scan, cv::Rect(300, 900, 350, 450), pen_blue, cv::FILLED);
    scribble({1400, 1000, 450, 210}, print_black);
    scribble({1400, 1400, 100, 50}, pen_blue);  // initials
    EXPECT_TRUE(find().empty());
}

TEST_F(Signatures, TwoCloseTogetherAreBothFound) {
    scribble({700, 1150, 420, 210}, pen_blue);
    scribble({1130, 1170, 420, 210}, pen_blue);
    for (int k = 0; k < 6; ++k) write("o", 760 + 50 * k, 1330, pen_blue);  // small strokes of the first
    EXPECT_EQ(find().size(), 2U);
}

TEST_F(Signatures, ThinStrokesOfADrawingAreNone) {
    cv::Mat scan = mat_of(scan_);
    cv::rectangle(scan, cv::Rect(300, 1000, 400, 300), pen_blue, cv::FILLED);
    scribble({800, 1150, 450, 210}, pen_blue);
    EXPECT_TRUE(find().empty());
}

TEST_F(Signatures, OfAnyRasterAreFoundWithoutHarm) {
    for (const Size size : {Size{1, 1}, Size{3, 900}, Size{300, 301}}) {
        for (const int channels : {1, 3}) {
            Raster raster(size.width, size.height, channels);
            mat_of(raster).setTo(pen_blue);
            EXPECT_TRUE(find_signatures(raster, {0, 0, raster.width(), raster.height()}, {}, signed_x_height).empty());
            EXPECT_TRUE(find_signatures(raster, {0, 0, raster.width(), raster.height()}, {}, 0).empty());
        }
    }
}

}  // namespace sohoa::ocr
