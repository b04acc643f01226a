#include "ocr/text/unread.h"

#include <gtest/gtest.h>

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

TEST(UnreadStrips, ALineThatNobodyReadIsFoundWithRoomForItsMarks) {
    const auto strips = unread_strips(ink_of_boxes(letters(8, 300, 500)), page_size, x_height, {});
    ASSERT_EQ(strips.size(), 1U);
    EXPECT_LE(strips[0].y, 491);
    EXPECT_GE(strips[0].bottom(), 527);
    EXPECT_LE(strips[0].x, 300);
    EXPECT_GE(strips[0].right(), 300 + 18 * 7 + 13);
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
    EXPECT_LE(unread_strips(ink_of_boxes(hatching), page_size, x_height, {}).size(), 60U);
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
