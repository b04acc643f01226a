#include "ocr/image/seals.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/grey_seals.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

constexpr double seal_dpi = 200;
constexpr int ring_radius = 140;  // pixels: 36 mm across
constexpr int seal_grey = 120;

/// A page with lines of print, and a seal over them.
class Seals : public testing::Test {
protected:
    Seals() : page_(page_of(lines(), true)) {}

    static std::vector<PlacedText> lines() {
        std::vector<PlacedText> words;
        for (int k = 0; k < 24; ++k) words.push_back({"CONG HOA XA HOI CHU NGHIA VIET NAM", 200, 300 + 70 * k});
        return words;
    }

    /// Ink of a grey lies under print: each pixel keeps the darker of both.
    void stamp(cv::Point centre, int grey = seal_grey) {
        cv::Mat page = mat_of(page_);
        cv::Mat seal(page.size(), CV_8U, cv::Scalar(255));
        cv::circle(seal, centre, ring_radius - 4, cv::Scalar(grey), 8);
        cv::circle(seal, centre, ring_radius - 40, cv::Scalar(grey), 4);
        cv::circle(seal, centre, 25, cv::Scalar(grey), cv::FILLED);
        cv::min(page, seal, page);
    }

    /// Pixels darker than `level` in a square around a point.
    long dark_around(cv::Point point, int half, int level) {
        const cv::Rect around(point.x - half, point.y - half, 2 * half, 2 * half);
        return cv::countNonZero(mat_of(page_)(around) < level);
    }

    Raster page_;
};

}  // namespace

TEST_F(Seals, AreFoundOverPrint) {
    stamp({900, 1200});
    stamp({400, 1700});
    const auto seals = find_seals(page_, seal_dpi);
    ASSERT_EQ(seals.size(), 2U);
    for (const Seal& seal : seals) {
        const bool first = seal.centre.x > 600;
        EXPECT_NEAR(seal.centre.x, first ? 900 : 400, 6);
        EXPECT_NEAR(seal.centre.y, first ? 1200 : 1700, 6);
        EXPECT_NEAR(seal.radius, ring_radius, 12);
        EXPECT_GT(seal.confidence, 0.6);
    }
}

TEST(SealsOfArcs, AreThoseOfWhichTwoThirdsOfTheRingAreSeen) {
    for (const int degrees : {23, 30}) {  // of each of eight arcs
        Raster page(1000, 1000, 1);
        cv::Mat plane = mat_of(page);
        plane.setTo(255);
        for (int k = 0; k < 8; ++k)
            cv::ellipse(plane, {500, 500}, {ring_radius, ring_radius}, 45 * k, 0, degrees, cv::Scalar(60), 6);
        EXPECT_EQ(find_seals(page, seal_dpi).size(), degrees == 23 ? 0U : 1U) << degrees;
    }
}

TEST_F(Seals, PrintAloneHasNone) {
    EXPECT_TRUE(find_seals(page_, seal_dpi).empty());
}

TEST_F(Seals, OfAnyRasterAreFoundWithoutHarm) {
    for (const Size size : {Size{1, 1}, Size{3, 4000}, Size{90, 70}, Size{801, 799}}) {
        Raster raster(size.width, size.height, 1);
        mat_of(raster).setTo(0);
        EXPECT_TRUE(find_seals(raster, seal_dpi).empty());
        EXPECT_TRUE(find_seals(raster, 0).empty());
    }
}

TEST_F(Seals, GreyOneFadesAndThePrintUnderItStays) {
    const cv::Point centre{600, 1000};
    const long print = dark_around(centre, 90, 90);
    ASSERT_GT(print, 0);
    stamp(centre);
    ASSERT_GT(dark_around(centre, 20, 140), 1000);
    EXPECT_EQ(fade_grey_seals(page_, find_seals(page_, seal_dpi)), 1);
    EXPECT_EQ(dark_around(centre, 90, 90), print) << "no stroke is lost";
    EXPECT_LT(dark_around({centre.x + 131, centre.y + 35}, 8, 140), 10) << "the ring between two lines";
}

TEST_F(Seals, PressedHarderOnOneSideFadesWhereItIsLighterThanPrint) {
    const cv::Point centre{600, 1000};
    stamp(centre);
    cv::Mat page = mat_of(page_);
    for (int x = centre.x - ring_radius; x < centre.x + ring_radius; ++x) {
        const int grey = std::max(0, centre.x + ring_radius - x) * 160 / (2 * ring_radius);  // 160 … 0
        cv::Mat column = page(cv::Rect(x, centre.y - ring_radius, 1, 2 * ring_radius));
        column.setTo(grey, column == seal_grey);
    }
    EXPECT_EQ(fade_grey_seals(page_, find_seals(page_, seal_dpi)), 1);
    EXPECT_LT(dark_around({centre.x - 131, centre.y + 35}, 8, 170), 10) << "the light side";
    EXPECT_GT(dark_around({centre.x + 131, centre.y + 35}, 8, 40), 50) << "the side as dark as print";
}

TEST_F(Seals, AsDarkAsPrintIsLeft) {
    stamp({600, 1000}, 25);
    const Raster before = page_.clone();
    EXPECT_EQ(fade_grey_seals(page_, find_seals(page_, seal_dpi)), 0);
    EXPECT_TRUE(std::equal(page_.data(), page_.data() + page_.bytes(), before.data()));
}

}  // namespace sohoa::ocr
