#include "ocr/text/lone_numbers.h"

#include <gtest/gtest.h>

#include "line_of_text.h"
#include "words_of_boxes.h"

namespace sohoa::ocr {

namespace {

constexpr double height_of_numbers = 16;

/// A column of digits at the left and a word on the right of each, `step` pixels apart.
struct NumberedRows {
    std::vector<Box> ink;
    std::vector<Line> lines;

    NumberedRows(int count, int step) {
        for (int k = 0; k < count; ++k) {
            ink.push_back({100, 200 + step * k, 12, 23});
            lines.push_back(line_over("chữ", {{200, 200 + step * k, 60, 23}}));
        }
    }
};

}  // namespace

TEST(LoneNumbers, DigitsBeforeTheRowsOfATableAreFound) {
    const NumberedRows rows(4, 50);
    const auto found = unread_numbers(pieces_of(rows.ink), height_of_numbers, rows.lines);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[1], (Box{100, 250, 12, 23}));
}

TEST(LoneNumbers, APageNumberAboveAllOrBelowAll) {
    constexpr Size page{1000, 1400};
    const NumberedRows text(4, 50);
    const auto found = [&](const std::vector<Box>& ink) {
        return unread_page_numbers(pieces_of(ink), page, height_of_numbers, text.lines);
    };
    const Box head{500, 60, 12, 23};
    const Box foot{500, 1330, 12, 23};
    EXPECT_EQ(found({head, foot}), (std::vector<Box>{head, foot}));
    EXPECT_EQ(found({head, {515, 60, 12, 23}}), (std::vector<Box>{{500, 60, 27, 23}}));
    EXPECT_TRUE(found({{500, 180, 12, 23}}).empty()) << "too far down";
    EXPECT_TRUE(found({{200, 1377, 3, 23}, {500, 0, 12, 23}}).empty()) << "at the very edge";
    EXPECT_TRUE(found({head, {800, 70, 40, 23}}).empty()) << "not alone in its row";
    EXPECT_TRUE(unread_page_numbers(pieces_of({head}), page, height_of_numbers, {}).empty());
    EXPECT_TRUE(unread_page_numbers(pieces_of({head}), page, 0, text.lines).empty());
}

TEST(LoneNumbers, TwoDigitsAreOneNumber) {
    NumberedRows rows(3, 50);
    rows.ink.push_back({115, 300, 12, 23});
    const auto found = unread_numbers(pieces_of(rows.ink), height_of_numbers, rows.lines);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[2], (Box{100, 300, 27, 23}));
}

TEST(LoneNumbers, WhatIsReadOrStandsAloneOrInTextIsNotLookedAt) {
    NumberedRows rows(4, 50);
    EXPECT_TRUE(unread_numbers(pieces_of({rows.ink[0], rows.ink[1]}), height_of_numbers, rows.lines).empty());
    EXPECT_TRUE(unread_numbers(pieces_of(rows.ink), height_of_numbers, {}).empty());
    EXPECT_TRUE(unread_numbers(pieces_of(rows.ink), 0, rows.lines).empty());
    for (const Box& digit : rows.ink) rows.lines.push_back(line_over("1", {digit}));
    EXPECT_TRUE(unread_numbers(pieces_of(rows.ink), height_of_numbers, rows.lines).empty());
    NumberedRows beside(4, 50);
    for (int k = 0; k < 4; ++k) beside.ink.push_back({123, 200 + 50 * k, 60, 23});
    EXPECT_TRUE(unread_numbers(pieces_of(beside.ink), height_of_numbers, beside.lines).empty());
}

TEST(LoneNumbers, ANumberMayStandBetweenTheTwoLinesOfItsRow) {
    NumberedRows rows(3, 70);
    for (Line& line : rows.lines) line.words.front().box.y -= 22;
    EXPECT_EQ(unread_numbers(pieces_of(rows.ink), height_of_numbers, rows.lines).size(), 3U);
    for (Line& line : rows.lines) line.words.front().box.y -= 10;
    EXPECT_TRUE(unread_numbers(pieces_of(rows.ink), height_of_numbers, rows.lines).empty());
}

TEST(LoneNumbers, OnlySureNumbersAreBelieved) {
    EXPECT_TRUE(is_lone_number({line_of_text("7")}));
    EXPECT_TRUE(is_lone_number({line_of_text("x")}));
    EXPECT_FALSE(is_lone_number({line_of_text("7 8")}));
    EXPECT_FALSE(is_lone_number({line_of_text("a")}));
    EXPECT_FALSE(is_lone_number({line_of_text("1957")}));
    EXPECT_FALSE(is_lone_number({}));
    Line unsure = line_of_text("7");
    unsure.words[0].confidence = 0.3;
    EXPECT_FALSE(is_lone_number({unsure}));
}

}  // namespace sohoa::ocr
