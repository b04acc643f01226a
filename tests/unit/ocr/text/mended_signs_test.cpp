#include "ocr/text/mended_signs.h"

#include <gtest/gtest.h>

#include "line_of_text.h"
#include "words_of_boxes.h"

namespace sohoa::ocr {

namespace {

constexpr double height_of_signs = 16;

std::string signs_mended(const std::string& text, const std::vector<Box>& boxes) {
    Line line = line_over(text, boxes);
    mend_signs(line, pieces_of(boxes), height_of_signs);
    return text_of_words(line);
}

/// Three digits, and a sign `below` pixels under them behind the second.
std::vector<Box> number_with_sign(int below) {
    return {{100, 50, 14, 24}, {118, 50, 14, 24}, {135, 70, 4, 4 + below}, {143, 50, 14, 24}};
}

}  // namespace

TEST(MendedSigns, CommaAndPointOfANumberAreTakenFromTheInk) {
    EXPECT_EQ(signs_mended("421", number_with_sign(5)), "42,1");
    EXPECT_EQ(signs_mended("42/1", number_with_sign(5)), "42,1");
    std::vector<Box> thousand = number_with_sign(0);
    thousand.push_back({161, 50, 14, 24});
    thousand.push_back({179, 50, 14, 24});
    EXPECT_EQ(signs_mended("42123", thousand), "42.123");
    Line line = line_over("421", number_with_sign(5));
    mend_signs(line, pieces_of(number_with_sign(5)), height_of_signs);
    EXPECT_EQ(line.words[0].raw, "421");
}

TEST(MendedSigns, NumbersStayWhereTheInkTellsNothing) {
    const std::vector<Box> plain{{100, 50, 14, 24}, {118, 50, 14, 24}, {136, 50, 14, 24}};
    EXPECT_EQ(signs_mended("421", plain), "421");
    const std::vector<Box> dirt_above{{100, 50, 14, 24}, {118, 50, 14, 24}, {135, 50, 4, 4}, {143, 50, 14, 24}};
    EXPECT_EQ(signs_mended("421", dirt_above), "421");
    const std::vector<Box> touching{{100, 50, 32, 24}, {135, 70, 4, 9}, {143, 50, 14, 24}};
    EXPECT_EQ(signs_mended("421", touching), "421");
    EXPECT_EQ(signs_mended("42,1", number_with_sign(5)), "42,1");
}

TEST(MendedSigns, DirtBetweenDigitsIsNoSign) {
    EXPECT_EQ(signs_mended("421", number_with_sign(0)), "421");
    EXPECT_EQ(signs_mended("021", number_with_sign(5)), "021");
    std::vector<Box> year{{80, 50, 14, 24}, {97, 70, 4, 9}, {104, 50, 14, 24}, {121, 50, 14, 24}, {138, 50, 14, 24}};
    EXPECT_EQ(signs_mended("2021", year), "2021");
}

TEST(MendedSigns, ACrossAsHighAsSmallLettersIsSmall) {
    EXPECT_EQ(signs_mended("X", {{100, 50, 14, 15}}), "x");
    EXPECT_EQ(signs_mended("X", {{100, 50, 22, 24}}), "X");
}

TEST(MendedSigns, SignsBehindALeaderAreTakenFromTheInk) {
    EXPECT_EQ(signs_mended("i", {{100, 54, 4, 4}, {100, 64, 4, 9}}), ";");
    EXPECT_EQ(signs_mended("i", {{100, 44, 4, 4}, {100, 50, 4, 16}}), "i");
    EXPECT_EQ(signs_mended("„", {{100, 64, 4, 9}}), ",");
    EXPECT_EQ(signs_mended("—", {{100, 58, 18, 2}}), "–");
    EXPECT_EQ(signs_mended("—", {{100, 58, 34, 2}}), "—");
}

TEST(MendedSigns, AHyphenAndADashDifferInLength) {
    EXPECT_EQ(signs_mended("-", {{100, 58, 11, 2}}), "-");
    EXPECT_EQ(signs_mended("-", {{100, 58, 18, 2}}), "–");
    EXPECT_EQ(signs_mended("-", {{100, 58, 34, 2}}), "-");
}

TEST(MendedSigns, WhatTheInkDoesNotShowIsNotSaid) {
    EXPECT_EQ(signs_mended("H", {{100, 50, 6, 24}, {112, 50, 6, 24}}), "II");
    EXPECT_EQ(signs_mended("H", {{100, 50, 18, 24}}), "H");
    EXPECT_EQ(signs_mended("H.", {{100, 50, 6, 24}, {112, 50, 6, 24}, {124, 70, 4, 4}}), "II.");
    EXPECT_EQ(signs_mended("H.", {{100, 50, 18, 24}, {124, 70, 4, 4}}), "H.");
    EXPECT_EQ(signs_mended("'Thu", {{100, 50, 16, 24}, {118, 50, 12, 24}, {132, 58, 12, 16}}), "Thu");
    EXPECT_EQ(signs_mended("'Thu", {{94, 50, 3, 8}, {100, 50, 16, 24}, {118, 50, 12, 24}}), "'Thu");
}

TEST(MendedSigns, SlashesOfADateAndABlankBehindANumber) {
    EXPECT_EQ(signs_mended("27I02/1957", {}), "27/02/1957");
    EXPECT_EQ(signs_mended("27/02I1957", {}), "27/02/1957");
    EXPECT_EQ(signs_mended("27I02I1957", {}), "27I02I1957");
    EXPECT_EQ(signs_mended("12_", {}), "12");
    EXPECT_EQ(signs_mended("a_", {}), "a_");
    EXPECT_EQ(signs_mended("_", {}), "_");
}

}  // namespace sohoa::ocr
