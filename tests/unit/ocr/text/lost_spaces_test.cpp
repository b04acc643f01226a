#include "ocr/text/lost_spaces.h"

#include <gtest/gtest.h>

#include "line_of_text.h"
#include "words_of_boxes.h"

namespace sohoa::ocr {

namespace {

constexpr double height_parted = 16;

/// Pieces 14 pixels wide and 3 apart, `before` of them, a gap, and `behind` more.
std::vector<Box> letters_with_gap(int before, int gap, int behind) {
    std::vector<Box> boxes;
    int x = 100;
    for (int k = 0; k < before + behind; ++k) {
        if (k == before) x += gap - 3;
        boxes.push_back({x, 50, 14, 16});
        x += 17;
    }
    return boxes;
}

std::string words_parted(const std::string& text, const std::vector<Box>& boxes) {
    Line line = line_over(text, boxes);
    part_words(line, pieces_of(boxes), height_parted, WordPairs::built_in());
    return text_of_words(line);
}

}  // namespace

TEST(LostSpaces, AWordAndTheNumberBehindABlankAreTwoWords) {
    const auto boxes = letters_with_gap(4, 9, 2);
    Line line = line_over("ngày14", boxes);
    part_words(line, pieces_of(boxes), height_parted, WordPairs::built_in());
    EXPECT_EQ(text_of_words(line), "ngày 14");
    EXPECT_EQ(line.words[0].raw, "ngày14");
    EXPECT_EQ(line.words[0].box.right(), boxes[3].right());
    EXPECT_EQ(line.words[1].box.x, boxes[4].x);
    EXPECT_EQ(words_parted("15ngày", letters_with_gap(2, 9, 4)), "15 ngày");
}

TEST(LostSpaces, TwoKnownWordsAreParted) {
    EXPECT_EQ(words_parted("đơnvị", letters_with_gap(3, 9, 2)), "đơn vị");
    EXPECT_EQ(words_parted("đơnvị.", letters_with_gap(3, 9, 2)), "đơn vị.");
}

TEST(LostSpaces, WithoutABlankInTheInkNothingIsParted) {
    EXPECT_EQ(words_parted("ngày14", letters_with_gap(4, 4, 2)), "ngày14");
    EXPECT_EQ(words_parted("đơnvị", letters_with_gap(3, 4, 2)), "đơnvị");
}

TEST(LostSpaces, CodesNumbersAndKnownWordsStayWhole) {
    EXPECT_EQ(words_parted("H26", letters_with_gap(1, 9, 2)), "H26");
    EXPECT_EQ(words_parted("DI5.", letters_with_gap(2, 9, 2)), "DI5.");
    EXPECT_EQ(words_parted("2024", letters_with_gap(2, 9, 2)), "2024");
    EXPECT_EQ(words_parted("thanh", letters_with_gap(2, 9, 3)), "thanh");
    EXPECT_EQ(words_parted("TTXH", letters_with_gap(2, 9, 2)), "TTXH");
}

}  // namespace sohoa::ocr
