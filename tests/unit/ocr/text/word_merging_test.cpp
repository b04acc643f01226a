#include "ocr/text/word_merging.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace sohoa::ocr {

namespace {

Word word(const std::string& text, double confidence, const Box& box) {
    Word result;
    result.text = text;
    result.confidence = confidence;
    result.box = box;
    return result;
}

std::string words_in(const std::vector<Line>& lines) {
    std::string all;
    for (const Line& line : lines) {
        for (const Word& each : line.words) all += each.text + ' ';
        all += "| ";
    }
    return all;
}

std::vector<Line> two_lines(Word first, Word second) {
    std::vector<Line> lines(2);
    lines[0].words.push_back(std::move(first));
    lines[1].words.push_back(std::move(second));
    return lines;
}

}  // namespace

TEST(WordsReadTwice, OfTwoThatSayTheSameTheSurerStays) {
    auto lines = two_lines(word("diem", 0.7, {166, 126, 27, 20}), word("điểm", 0.9, {167, 125, 46, 21}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "| điểm | ");
}

TEST(WordsReadTwice, WhatWasHardlyReadGivesWayToASureWordInItsPlace) {
    auto lines = two_lines(word("Đặc", 0.9, {120, 128, 30, 18}), word("›áe", 0.05, {121, 129, 29, 17}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "Đặc | | ");
}

TEST(WordsReadTwice, AnUnsureWordWithinTheWideBoxOfAnotherStays) {
    auto lines = two_lines(word("Ngón", 0.97, {825, 110, 101, 22}), word("trỏ", 0.2, {871, 111, 21, 16}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "Ngón | trỏ | ");
}

TEST(WordsReadTwice, TheSignThatAWordEndsWithIsPartOfIt) {
    auto lines = two_lines(word("2.", 0.99, {206, 855, 27, 27}), word(".", 0.9, {224, 875, 8, 7}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "2. | | ");
    lines = two_lines(word("2.", 0.99, {206, 855, 27, 27}), word(".", 0.9, {244, 875, 8, 7}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "2. | . | ");
}

TEST(WordsReadTwice, SignsMakeNoOtherWordAndSpecksNone) {
    auto lines = two_lines(word("1993..", 0.3, {540, 818, 142, 18}), word("1993", 0.9, {561, 793, 76, 40}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "| 1993 | ");
    lines = two_lines(word("Kinh", 0.9, {1132, 768, 111, 41}), word("Ki", 0.7, {1173, 771, 8, 6}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "Kinh | | ");
}

TEST(WordsReadTwice, ALoneLetterOverALongWordMayBeAnother) {
    auto lines = two_lines(word("báo", 0.9, {132, 768, 111, 41}), word("o", 0.7, {173, 771, 8, 12}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "báo | o | ");
}

TEST(WordsReadTwice, TheSameWordElsewhereStays) {
    auto lines = two_lines(word("xã", 0.9, {100, 100, 30, 20}), word("xã", 0.5, {118, 100, 30, 20}));
    take_what_was_read_twice(lines);
    EXPECT_EQ(words_in(lines), "xã | xã | ");
}

}  // namespace sohoa::ocr
