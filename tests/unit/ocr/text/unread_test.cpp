#include "ocr/text/unread.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>

#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr Size page_size{1654, 2339};
constexpr double x_height = 16;

Line line_with(const std::vector<Box>& words) {
    Line line;
    for (const Box& box : words) line.words.push_back({box, {}, "chữ", 0.9, ""});
    return line;
}

Pieces ink_of_boxes(const std::vector<Box>& boxes) {
    Pieces ink;
    for (const Box& box : boxes) ink.pieces.push_back({box, static_cast<int>(box.area())});
    return ink;
}

/// Letters beside each other from (x, y).
std::vector<Box> letters(int count, int x, int y) {
    std::vector<Box> boxes;
    for (int k = 0; k < count; ++k) boxes.push_back({x + 18 * k, y, 13, 18});
    return boxes;
}

}  // namespace

TEST(UnreadStrips, ALineThatNobodyReadIsFound) {
    const auto strips = unread_strips(ink_of_boxes(letters(8, 300, 500)), page_size, x_height, {});
    ASSERT_EQ(strips.size(), 1U);
    EXPECT_EQ(strips[0], (Box{300, 500, 18 * 7 + 13, 18}));
}

TEST(UnreadStrips, WhatWordsCoverIsNotReadTwice) {
    EXPECT_TRUE(
        unread_strips(ink_of_boxes(letters(8, 300, 500)), page_size, x_height, {line_with({{295, 495, 160, 30}})})
            .empty());
}

TEST(UnreadStrips, SpecksAndPicturesAreNoLines) {
    EXPECT_TRUE(
        unread_strips(ink_of_boxes({{100, 100, 4, 4}, {110, 101, 3, 4}, {300, 300, 400, 380}, {900, 900, 14, 18}}),
                      page_size, x_height, {})
            .empty());
}

TEST(UnreadStrips, PagesOfHatchingAreBounded) {
    std::vector<Box> hatching;
    for (int y = 0; y < 2300; y += 20) {
        for (int x = 0; x < 1600; x += 120) {
            for (const Box& box : letters(3, x, y)) hatching.push_back(box);
        }
    }
    EXPECT_GT(hatching.size(), 3 * most_strips);
    EXPECT_EQ(unread_strips(ink_of_boxes(hatching), page_size, x_height, {}).size(), most_strips);
}

TEST(StripImages, ALineSetTightIsCutOutWithItsMarksAndNothingOfItsNeighbours) {
    Raster plane(400, 200, 1);
    std::fill_n(plane.data(), plane.stride() * 200, std::uint8_t{255});
    const auto draw = [&](const Box& box) {
        for (int y = box.y; y < box.bottom(); ++y) std::fill_n(plane.row(y) + box.x, box.width, std::uint8_t{0});
    };
    for (const Box& box : letters(8, 50, 60)) draw(box);
    for (const Box& box : letters(8, 50, 84)) draw(box);
    const Box hat{55, 53, 8, 4};
    draw(hat);
    const Pieces ink = find_pieces(faint_ink_of(plane));
    const std::vector<Line> read{line_with({{48, 82, 145, 22}})};
    const std::vector<Box> strips = unread_strips(ink, plane.size(), x_height, read);
    ASSERT_EQ(strips.size(), 1U);
    const std::vector<StripImage> images = strip_images(plane, 200, ink, x_height, read, strips);
    ASSERT_EQ(images.size(), 1U);
    EXPECT_NEAR(images[0].base, 78, 1);
    EXPECT_LE(images[0].place.y, hat.y);
    const Raster& pixels = images[0].image.pixels;
    const auto grey = [&](int x, int y) { return pixels.row(y - images[0].place.y)[x - images[0].place.x]; };
    EXPECT_EQ(grey(60, 55), 0) << "its mark";
    EXPECT_EQ(grey(60, 70), 0) << "its letter";
    EXPECT_EQ(grey(60, images[0].place.bottom() - 1), 255) << "the line below";
    EXPECT_GT(images[0].place.bottom(), 84) << "which lies in the image";
}

TEST(StripImages, WhatWasReadStandsOnThePlane) {
    const StripImage strip{{100, 200, 80, 30}, 222, {}};
    const std::vector<Line> lines = lines_read(strip, {{.box = {8, 4, 40, 18}, .text = "chữ", .confidence = 0.9}});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].box, (Box{108, 204, 40, 18}));
    EXPECT_EQ(lines[0].text, "chữ");
    EXPECT_EQ(lines[0].baseline.start.y, 222);
    EXPECT_TRUE(lines_read(strip, {}).empty());
}

TEST(WordsOfManyLines, AreTakenOutWhereNoLetterIsAsHigh) {
    std::vector<Box> ink = letters(4, 300, 500);
    for (const Box& box : letters(4, 300, 540)) ink.push_back(box);
    Line unsure = line_with({{295, 495, 80, 70}});
    unsure.words[0].confidence = 0.4;
    std::vector<Line> lines{unsure, line_with({{295, 495, 80, 70}})};
    take_words_of_many_lines(ink_of_boxes(ink), x_height, lines);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].words[0].confidence, 0.9) << "sure words stay";

    std::vector<Line> heading{unsure};
    take_words_of_many_lines(
        ink_of_boxes({{300, 500, 12, 60}, {316, 500, 12, 60}, {332, 500, 12, 60}, {348, 500, 12, 60}}), x_height,
        heading);
    EXPECT_EQ(heading.size(), 1U) << "large letters";
}

}  // namespace sohoa::ocr
