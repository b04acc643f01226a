#include "ocr/text/mended_case.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"
#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

constexpr int letter_rows = 20;  // pixels
constexpr int foot = 100;

/// A line of words and its ink, letter by letter, each letter as high as `heights` says: s small, C capital.
std::string mended(const std::string& text, const std::string& heights) {
    Line line = line_of_text(text);
    Pieces ink;
    int x = 40;
    std::size_t at = 0;
    for (Word& word : line.words) {
        const auto letters = static_cast<int>(to_utf32(word.text).size());
        word.box = {x, foot - 30, 16 * letters, 32};
        for (int k = 0; k < letters; ++k, x += 16, ++at) {
            const int high = heights[at] == 'C' ? 29 : letter_rows;
            ink.pieces.push_back({{x, foot - high, 13, high}, 200});
        }
        ++at;
        x += 12;
    }
    std::vector<Line> lines{line};
    mend_case(LineInk(std::move(ink), lines, 200, letter_rows), lines);
    return text_of_words(lines[0]);
}

}  // namespace

TEST(MendedCase, WordsOfLettersOfOneShapeAreWrittenAsTheyAreHigh) {
    EXPECT_EQ(mended("các CƠ SỞ giáo dục", "sss ss ss Cssss CsC"), "các cơ sở giáo dục") << "low ink";
    EXPECT_EQ(mended("các CƠ SỞ giáo dục", "sss CC CC sssss sss"), "các CƠ SỞ giáo dục") << "high ink";
}

TEST(MendedCase, FirstLettersAreWrittenAsTheyAreHigh) {
    EXPECT_EQ(mended("về miễn nhiệm danh", "Cs ssss sssss ssss"), "Về miễn nhiệm danh");
    EXPECT_EQ(mended("được bổ Sung một điều", "ssss ss ssss sss ssss"), "được bổ sung một điều");
    EXPECT_EQ(mended("được Sung một điều", "ssss Csss sss ssss"), "được Sung một điều");
    EXPECT_EQ(mended("trong các điều", "sssss Css ssss"), "trong các điều") << "a line touches its c";
}

TEST(MendedCase, HeadingsInCapitalsAndLettersOfTwoShapesStay) {
    EXPECT_EQ(mended("CƠ SỞ GIÁO DỤC", "CC CC CCCC CCC"), "CƠ SỞ GIÁO DỤC");
    EXPECT_EQ(mended("trường BAN dạy các em", "sssss sss sss sss ss"), "trường BAN dạy các em");
    EXPECT_EQ(mended("số 12 của tỉnh", "ss CC sss ssss"), "số 12 của tỉnh");
}

TEST(MendedCase, WhatWasReadIsKept) {
    Line line = line_of_text("điều chỉnh Sung");
    int x = 40;
    Pieces ink;
    for (Word& word : line.words) {
        const auto letters = static_cast<int>(to_utf32(word.text).size());
        word.box = {x, foot - 30, 16 * letters, 32};
        for (int k = 0; k < letters; ++k, x += 16)
            ink.pieces.push_back({{x, foot - letter_rows, 13, letter_rows}, 200});
        x += 12;
    }
    std::vector<Line> lines{line};
    mend_case(LineInk(std::move(ink), lines, 200, letter_rows), lines);
    EXPECT_EQ(lines[0].words[2].text, "sung");
    EXPECT_EQ(lines[0].words[2].raw, "Sung");
}

}  // namespace sohoa::ocr
