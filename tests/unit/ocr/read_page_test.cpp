#include "ocr/read_page.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <random>

#include "base/raster_opencv.h"
#include "tests/unit/ocr/image/written_page.h"

namespace sohoa::ocr {

namespace {

constexpr int width = 400;
constexpr int height = 600;

/// A page that says nothing about its turn but for one bar near its top left corner.
scanners::Page barred_page(int turn) {
    Raster pixels(width, height, 1);
    std::fill_n(pixels.data(), pixels.bytes(), std::uint8_t{255});
    for (int y = 40; y < 60; ++y) std::fill_n(pixels.row(y) + 40, 60, std::uint8_t{0});
    scanners::Page page;
    page.dpi = 100;
    page.pixels = turned(pixels, turn);
    return page;
}

/// Reads only what stands with the bar at its top left.
struct BarReader : PageRecogniser {
    double legible_upright = 0.9;
    int looks = 0;

    static bool upright(const Raster& plane) {
        long long ink = 0;
        for (int y = 0; y < plane.height() / 5; ++y) {
            for (int x = 0; x < plane.width() / 2; ++x) ink += plane.row(y)[x] < 128;
        }
        return plane.width() < plane.height() && ink > 100;
    }

    Result<PageText> read(const Planes& planes, PreparationRecord*) override {
        Line line;
        line.text = upright(planes.reading) ? "upright" : "turned";
        Block block;
        block.lines.push_back(line);
        return PageText{{block}, {}};
    }

    Result<std::vector<std::optional<GrammarReading>>> reread(const Planes& planes,
                                                              const std::vector<RereadPlace>& places) override {
        return std::vector<std::optional<GrammarReading>>(places.size(),
                                                          GrammarReading{upright(planes.reading) ? "1" : "2", 0.9});
    }

    double legibility(const Raster& plane, double) override {
        ++looks;
        return upright(plane) ? legible_upright : 0.2;
    }
};

bool says_unsure(const PageReading& reading) {
    return std::any_of(reading.problems.begin(), reading.problems.end(),
                       [](const Problem& problem) { return problem.code == code::orientation_unsure; });
}

/// Specks of two to five pixels at any place: no lines, no letters.
scanners::Page noisy_page() {
    scanners::Page page;
    page.dpi = 200;
    page.pixels = Raster(1654, 1200, 1);
    std::mt19937 random(7);
    std::fill_n(page.pixels.data(), page.pixels.bytes(), std::uint8_t{255});
    for (int y = 0; y + 6 < page.pixels.height(); y += 7) {
        for (int x = 0; x + 6 < page.pixels.width(); x += 7) {
            const int side = 2 + static_cast<int>(random() % 4);
            const int left = x + static_cast<int>(random() % 3);
            for (int k = 0; k < side; ++k) page.pixels.row(y + k)[left + (k * 3) % side] = 0;
            for (int k = 0; k < side; ++k) page.pixels.row(y + side / 2)[left + k] = 0;
        }
    }
    return page;
}

/// Can read nothing.
struct BlindReader : PageRecogniser {
    Result<PageText> read(const Planes&, PreparationRecord*) override { return PageText{}; }
    Result<std::vector<std::optional<GrammarReading>>> reread(const Planes&,
                                                              const std::vector<RereadPlace>& places) override {
        return std::vector<std::optional<GrammarReading>>(places.size());
    }
    double legibility(const Raster&, double) override { return 0.1; }
};

}  // namespace

TEST(ReadPage, OfNoiseStaysAsItCameAndSaysSo) {
    for (const int turn : {0, 90}) {
        scanners::Page page = noisy_page();
        page.pixels = turned(page.pixels, turn);
        BlindReader reader;
        const auto reading = read_page(page, reader);
        ASSERT_TRUE(reading);
        EXPECT_EQ(reading->orientation, 0) << turn;
        EXPECT_EQ(reading->quality.issues.back(), "no_text");
        EXPECT_TRUE(says_unsure(*reading));
    }
}

TEST(RereadPage, TurnsThePageAsItWasTurnedToBeRead) {
    for (const int turn : {0, 90, 180, 270}) {
        BarReader reader;
        const auto readings = reread_page(barred_page(turn), reader, {{quad_of({10, 10, 50, 20}), Grammar::digits}});
        ASSERT_TRUE(readings);
        ASSERT_EQ(readings->size(), 1U);
        ASSERT_TRUE(readings->front().has_value());
        EXPECT_EQ(readings->front()->text, "1") << turn;
    }
}

TEST(ReadPage, OfDoubtfulTurnIsReadTheWayItIsLegible) {
    for (const int turn : {0, 90, 180, 270}) {
        BarReader reader;
        const auto reading = read_page(barred_page(turn), reader);
        ASSERT_TRUE(reading);
        EXPECT_EQ(reading->orientation, (360 - turn) % 360);
        EXPECT_EQ(reading->blocks.at(0).lines.at(0).text, "upright") << turn;
        EXPECT_FALSE(says_unsure(*reading)) << turn;
    }
}

TEST(ReadPage, ThatLostContentIsDoubtfulHoweverGoodWhatIsLeft) {
    BarReader reader;
    scanners::Page page = barred_page(0);
    page.problems.push_back(problem(code::content_lost, {"mất", "lost"}).as(Severity::warning));
    const auto reading = read_page(page, reader);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->quality.verdict, "doubtful");
    EXPECT_EQ(reading->quality.issues, std::vector<std::string>{"content_lost"});
    EXPECT_EQ(reading->problems, page.problems);
}

TEST(ReadPage, OfTwoSheetsSaysWhichOfThemIsBlurred) {
    const Raster sharp = written_page().pixels.clone();
    cv::Mat blurred;
    cv::GaussianBlur(mat_of(sharp), blurred, {}, 4);
    cv::Mat both;
    cv::hconcat(mat_of(sharp), blurred, both);
    scanners::Page page = written_page();
    page.pixels = raster_of(both);
    BarReader reader;
    const auto reading = read_page(page, reader);
    ASSERT_TRUE(reading);
    ASSERT_EQ(reading->parts.size(), 2U);
    const auto told = std::find_if(reading->problems.begin(), reading->problems.end(),
                                   [](const Problem& problem) { return problem.code == "blurred"; });
    ASSERT_NE(told, reading->problems.end());
    EXPECT_EQ(told->message.vi, "Phần 2: Ảnh mờ");
    EXPECT_EQ(told->message.en, "part 2: the picture is blurred");
}

TEST(ReadPage, ThatIsLegibleNeitherWayIsLeftAsItCameAndSaysSo) {
    BarReader reader;
    reader.legible_upright = 0.3;
    const auto reading = read_page(barred_page(180), reader);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->orientation, 0);
    EXPECT_TRUE(says_unsure(*reading));
    EXPECT_EQ(reader.looks, 4);
}

}  // namespace sohoa::ocr
