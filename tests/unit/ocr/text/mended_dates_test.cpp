#include "ocr/text/mended_dates.h"

#include <gtest/gtest.h>

#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

std::string mended(const std::string& text) {
    Line line = line_of_text(text);
    mend_dates(line);
    return text_of_words(line);
}

}  // namespace

TEST(MendedDates, LettersBetweenTheWordsOfADateAreDigits) {
    EXPECT_EQ(mended("An Hòa, ngày I2 tháng ó năm 2025"), "An Hòa, ngày 12 tháng 6 năm 2025");
    EXPECT_EQ(mended("ngày II tháng Ø1 năm 2024,"), "ngày 11 tháng 01 năm 2024,");
    EXPECT_EQ(mended("từ Tháng l0 Năm 2020"), "từ Tháng 10 Năm 2020");
}

TEST(MendedDates, OtherWordsAndWhatIsNoDateStay) {
    EXPECT_EQ(mended("ngày lễ tháng tư năm nay"), "ngày lễ tháng tư năm nay");
    EXPECT_EQ(mended("ngày S8 tháng 13 năm 2025"), "ngày S8 tháng 13 năm 2025") << "no such day";
    EXPECT_EQ(mended("sở ó tháng"), "sở ó tháng");
    EXPECT_EQ(mended("ngày 5 tháng"), "ngày 5 tháng");
    EXPECT_EQ(mended("ngày"), "ngày");
    EXPECT_EQ(mended(""), "");
}

TEST(MendedDates, WhatWasReadIsKept) {
    Line line;
    for (const char* word : {"ngày", "I2", "tháng"}) line.words.push_back({{}, {}, word, 0.9, ""});
    mend_dates(line);
    EXPECT_EQ(line.words[1].raw, "I2");
    EXPECT_EQ(line.words[0].raw, "");
}

}  // namespace sohoa::ocr
