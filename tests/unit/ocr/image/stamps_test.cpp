#include "ocr/image/stamps.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <string>

#include "base/raster_opencv.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

constexpr double stamped_dpi = 200;
constexpr double stamped_at = 3;  // degrees

/// A reading plane with lines of print, and the same with colour.
class Stamps : public testing::Test {
protected:
    Stamps() : reading_(page_of(lines(), true)), with_colour_(reading_.clone()) {}

    static std::vector<PlacedText> lines() {
        std::vector<PlacedText> words;
        for (int k = 0; k < 24; ++k) words.push_back({"CONG HOA XA HOI CHU NGHIA VIET NAM", 200, 400 + 70 * k});
        return words;
    }

    /// A framed stamp of 66 × 45 mm with lines of its own.
    static cv::Mat drawn(cv::Size size, int grey) {
        cv::Mat stamp(size, CV_8U, cv::Scalar(255));
        cv::rectangle(stamp, cv::Rect(40, 40, 400, 270), cv::Scalar(grey), 4);
        cv::putText(stamp, "CONG VAN DEN", {90, 110}, cv::FONT_HERSHEY_SIMPLEX, 1.2, cv::Scalar(grey), 3);
        cv::putText(stamp, "So: ...........", {70, 180}, cv::FONT_HERSHEY_SIMPLEX, 0.9, cv::Scalar(grey), 2);
        cv::putText(stamp, "Ngay: .........", {70, 250}, cv::FONT_HERSHEY_SIMPLEX, 0.9, cv::Scalar(grey), 2);
        return stamp;
    }

    static void press(Raster& plane, const cv::Mat& stamp, cv::Point at, double degrees) {
        cv::Mat turned;
        const cv::Point2f middle(static_cast<float>(stamp.cols) / 2, static_cast<float>(stamp.rows) / 2);
        cv::warpAffine(stamp, turned, cv::getRotationMatrix2D(middle, -degrees, 1), stamp.size(), cv::INTER_LINEAR,
                       cv::BORDER_CONSTANT, cv::Scalar(255));
        cv::Mat part = mat_of(plane)(cv::Rect(at, stamp.size()));
        cv::min(part, turned, part);
    }

    static cv::Size room() { return {480, 350}; }

    std::vector<Stamp> find() const { return find_stamps(reading_, with_colour_, {}, stamped_dpi); }

    Raster reading_;
    Raster with_colour_;
};

}  // namespace

TEST_F(Stamps, OfColouredInkAreFoundAtAnyTilt) {
    for (const double degrees : {-5.0, 0.0, 0.5, 5.0}) {
        with_colour_ = reading_.clone();
        press(with_colour_, drawn(room(), 110), {700, 120}, degrees);
        const auto stamps = find();
        ASSERT_EQ(stamps.size(), 1U) << degrees;
        EXPECT_NEAR(stamps[0].box.centre().x, 700 + 240, 10);
        EXPECT_NEAR(stamps[0].box.centre().y, 120 + 175, 10);
        EXPECT_NEAR(stamps[0].box.width, 410, 40);
        EXPECT_GT(stamps[0].confidence, 0.75);
    }
}

TEST_F(Stamps, WithTwoLinesOfFrameAreFoundOnce) {
    cv::Mat stamp = drawn(room(), 110);
    cv::rectangle(stamp, cv::Rect(49, 49, 382, 252), cv::Scalar(110), 2);
    press(with_colour_, stamp, {700, 120}, stamped_at);
    EXPECT_EQ(find().size(), 1U);
}

TEST_F(Stamps, OfGreyInkCountWhereTheyLieAskew) {
    press(reading_, drawn(room(), 110), {1000, 30}, 0);
    with_colour_ = {};
    EXPECT_TRUE(find().empty()) << "a printed box";
    reading_ = page_of(lines(), true);
    press(reading_, drawn(room(), 110), {1000, 30}, stamped_at);
    const auto stamps = find();
    ASSERT_EQ(stamps.size(), 1U);
    EXPECT_LT(stamps[0].confidence, 0.61);
}

TEST_F(Stamps, AreNoTablesBarsOrEmptyFrames) {
    cv::Mat colour = mat_of(with_colour_);
    for (int k = 0; k < 5; ++k) {
        cv::line(colour, {200 + 250 * k, 300}, {200 + 250 * k, 1500}, cv::Scalar(100), 3);
        cv::line(colour, {200, 300 + 300 * k}, {1200, 300 + 300 * k}, cv::Scalar(100), 3);
    }
    cv::rectangle(colour, cv::Rect(300, 1700, 500, 200), cv::Scalar(100), cv::FILLED);
    cv::circle(colour, {1300, 1900}, 140, cv::Scalar(100), 6);
    with_colour_ = raster_of(colour.clone());
    EXPECT_TRUE(find().empty());
    EXPECT_TRUE(find_stamps(with_colour_, {}, {}, stamped_dpi).empty());
}

TEST_F(Stamps, OfAnyRasterAreFoundWithoutHarm) {
    for (const Size size : {Size{1, 1}, Size{3, 4000}, Size{801, 799}}) {
        Raster raster(size.width, size.height, 1);
        mat_of(raster).setTo(0);
        EXPECT_TRUE(find_stamps(raster, raster, {}, stamped_dpi).empty());
        EXPECT_TRUE(find_stamps(raster, {}, {}, 0).empty());
    }
}

}  // namespace sohoa::ocr
