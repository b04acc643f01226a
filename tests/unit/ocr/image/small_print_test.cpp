#include "ocr/image/small_print.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

/// Lines of letters, every third with an ascender.
void add_lines(std::vector<Box>& boxes, int from_y, int count, int height) {
    for (int line = 0; line < count; ++line) {
        for (int k = 0; k < 40; ++k) {
            const int high = k % 3 == 0 ? height * 3 / 2 : height;
            boxes.push_back({100 + k * (height + height / 3), from_y + 3 * height * line - high, height, high});
        }
    }
}

}  // namespace

TEST(SmallPrint, IsTheSmallestThatMakesUpAnEighth) {
    std::vector<Box> boxes;
    add_lines(boxes, 200, 12, 16);
    EXPECT_EQ(small_print_height(boxes, 16), 16);
    add_lines(boxes, 1000, 1, 8);
    EXPECT_EQ(small_print_height(boxes, 16), 16) << "one line of thirteen";
    add_lines(boxes, 1100, 3, 8);
    EXPECT_EQ(small_print_height(boxes, 16), 8);
}

TEST(SmallPrint, DotsToWriteOnAreNone) {
    std::vector<Box> boxes;
    add_lines(boxes, 200, 4, 16);
    for (int row = 0; row < 8; ++row)
        for (int k = 0; k < 150; ++k) boxes.push_back({100 + 7 * k, 600 + 40 * row, 4, 4 + k % 2});
    EXPECT_EQ(small_print_height(boxes, 16), 16);
    EXPECT_EQ(small_print_height({}, 0), 0);
}

}  // namespace sohoa::ocr
