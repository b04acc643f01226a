#include "ocr/image/dark_signatures.h"

#include <cmath>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "signature_strokes.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

constexpr double plane_x_height = 16;

/// A reading plane with lines of print, a title and a name, between which there is room to sign.
class DarkSignatures : public testing::Test {
protected:
    DarkSignatures() : plane_(page_of(words(), true)) {}

    static std::vector<PlacedText> words() {
        std::vector<PlacedText> words;
        for (int k = 0; k < 18; ++k) words.push_back({"CONG HOA XA HOI CHU NGHIA VIET NAM", 200, 300 + 70 * k});
        words.push_back({"CHU TICH", 1100, 1700});
        words.push_back({"NGUYEN VAN AN", 1060, 1960});
        return words;
    }

    void sign(cv::Rect within, int grey, int thickness = 4) {
        draw_signature(mat_of(plane_), within, cv::Scalar(grey), thickness);
    }

    std::vector<Signature> find(const std::vector<Seal>& seals = {}) const {
        return find_dark_signatures(plane_, seals, plane_x_height);
    }

    Raster plane_;
};

}  // namespace

TEST_F(DarkSignatures, BetweenTitleAndNameAreFound) {
    for (const int grey : {30, 110}) {
        plane_ = page_of(words(), true);
        sign({1050, 1740, 300, 140}, grey);
        const auto found = find();
        ASSERT_EQ(found.size(), 1U) << grey;
        EXPECT_NEAR(found[0].box.centre().x, 1200, 20);
        EXPECT_NEAR(found[0].box.centre().y, 1810, 20);
        EXPECT_GE(found[0].confidence, 0.5);
        EXPECT_LT(found[0].confidence, 0.75);
    }
}

TEST_F(DarkSignatures, PrintAloneHasNone) {
    EXPECT_TRUE(find().empty());
}

TEST_F(DarkSignatures, RingsOfSealsAreNone) {
    cv::Mat plane = mat_of(plane_);
    cv::circle(plane, {1050, 1830}, 140, cv::Scalar(60), 5);
    EXPECT_TRUE(find().empty());
    EXPECT_TRUE(find({{{1050, 1830}, 142, 0.9}}).empty());
}

TEST_F(DarkSignatures, DrawingsOfStraightLinesAndStrokesAmongPrintAreNone) {
    cv::Mat plane = mat_of(plane_);
    const std::vector<cv::Point> parcel{{1050, 1740}, {1300, 1760}, {1380, 1900}, {1100, 1880}};
    cv::polylines(plane, parcel, true, cv::Scalar(40), 3);
    cv::rectangle(plane, cv::Rect(300, 1740, 400, 120), cv::Scalar(40), 3);
    EXPECT_TRUE(find().empty());
    plane_ = page_of(words(), true);
    sign({1050, 1740, 300, 140}, 30);
    cv::Mat signed_plane = mat_of(plane_);
    cv::putText(signed_plane, "CHU NGHIA", {850, 1820}, cv::FONT_HERSHEY_SIMPLEX, 0.8, cv::Scalar(20), 2);
    EXPECT_TRUE(find().empty()) << "a line of print goes on beside it";
}

TEST_F(DarkSignatures, AtTheTopOfThePageAreNotTrusted) {
    plane_ = page_of({{"CONG TY", 1100, 100}}, true);
    sign({1050, 150, 300, 140}, 30);
    EXPECT_TRUE(find().empty());
}

TEST_F(DarkSignatures, OfAnyRasterAreFoundWithoutHarm) {
    for (const Size size : {Size{1, 1}, Size{3, 4000}, Size{801, 799}}) {
        Raster raster(size.width, size.height, 1);
        mat_of(raster).setTo(0);
        EXPECT_TRUE(find_dark_signatures(raster, {}, plane_x_height).empty());
        EXPECT_TRUE(find_dark_signatures(raster, {}, 0).empty());
    }
}

}  // namespace sohoa::ocr
