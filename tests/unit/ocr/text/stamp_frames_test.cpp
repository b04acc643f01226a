#include "ocr/text/stamp_frames.h"

#include <gtest/gtest.h>

#include "line_of_text.h"
#include "words_of_boxes.h"

namespace sohoa::ocr {

namespace {

constexpr double small_letter = 16;
constexpr double dpi = 200;

/// The frame of an incoming mail stamp with a divider: 300 × 120 pixels from (20, 200).
std::vector<Rule> pressed_frame(int width = 300) {
    return {{{20, 200, width, 2}, false},
            {{20, 318, width, 2}, false},
            {{20, 200, 2, 120}, true},
            {{100, 200, 2, 120}, true},
            {{20 + width - 2, 200, 2, 120}, true}};
}

/// A line of which each box is a word.
Line words_over(const std::vector<Box>& boxes) {
    Line line;
    for (const Box& box : boxes) line.words.push_back({box, {}, "chữ", 0.9, ""});
    return line;
}

/// Lines of text from x = 150 to 1250, the first of them through the right side of the frame.
std::vector<Line> text_beside() {
    std::vector<Line> lines{words_over({{150, 220, 60, 25}, {215, 220, 80, 25}, {305, 220, 900, 25}})};
    for (int k = 0; k < 5; ++k) lines.push_back(line_over("chữ", {{150, 400 + 45 * k, 1100, 25}}));
    return lines;
}

}  // namespace

TEST(StampFrames, AFrameThatTextRunsThroughIsNoTable) {
    const auto frames = stamp_frames(pressed_frame(), small_letter, dpi, text_beside());
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0], (Box{20, 200, 300, 120}));
    std::vector<Rule> rules = pressed_frame();
    rules.push_back({{150, 700, 1000, 2}, false});
    EXPECT_EQ(rules_outside(frames, rules).size(), 1U);
}

TEST(StampFrames, TablesAndWhatIsTooLargeAreNone) {
    EXPECT_TRUE(stamp_frames(pressed_frame(), small_letter, dpi, {line_over("chữ", {{30, 220, 60, 25}})}).empty());
    EXPECT_TRUE(
        stamp_frames(pressed_frame(1000), small_letter, dpi, {words_over({{900, 220, 60, 25}, {965, 220, 100, 25}})})
            .empty());
    EXPECT_TRUE(stamp_frames(pressed_frame(), 0, dpi, text_beside()).empty());
}

TEST(StampFrames, WhatTheStampSaysLeavesTheText) {
    std::vector<Line> lines = text_beside();
    lines.push_back(line_over("ĐẾN", {{30, 250, 60, 25}}));
    lines.front().words.insert(lines.front().words.begin(), line_over("Số:", {{105, 222, 35, 25}}).words.front());
    for (Line& line : lines) {
        for (Word& word : line.words) word.confidence = 0.9;
    }
    const Region stamp = take_stamp({20, 200, 300, 120}, small_letter, lines);
    EXPECT_EQ(stamp.kind, "stamp");
    EXPECT_EQ(stamp.text, "Số:\nĐẾN");
    EXPECT_EQ(stamp.box, (Box{20, 200, 300, 120}));
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines.front().words.size(), 3U);
}

}  // namespace sohoa::ocr
