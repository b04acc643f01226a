#include "ocr/image/leader_dots.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

std::vector<Box> row_of(int count, int x, int y, int size, int step) {
    std::vector<Box> boxes;
    for (int k = 0; k < count; ++k) boxes.push_back({x + step * k, y, size, size});
    return boxes;
}

std::vector<Box> with(std::vector<Box> boxes, const std::vector<Box>& more) {
    boxes.insert(boxes.end(), more.begin(), more.end());
    return boxes;
}

}  // namespace

TEST(LeaderDots, ALeaderGoesAndTheWritingOnItStays) {
    const std::vector<Box> writing{{130, 185, 18, 20}, {150, 188, 15, 17}, {167, 186, 12, 18}};
    EXPECT_EQ(without_leader_dots(with(row_of(20, 100, 200, 4, 9), writing)), writing);
}

TEST(LeaderDots, ALeaderMayLean) {
    std::vector<Box> leaning;
    for (int k = 0; k < 40; ++k) leaning.push_back({100 + 9 * k, 200 + k / 4, 4, 4});
    const std::vector<Box> letters = row_of(6, 100, 300, 14, 16);
    EXPECT_EQ(without_leader_dots(with(leaning, letters)), letters);
}

TEST(LeaderDots, LettersOfAWordAndAFewPointsAreNone) {
    const std::vector<Box> letters = row_of(30, 100, 200, 13, 16);
    EXPECT_EQ(without_leader_dots(letters).size(), letters.size());
    const std::vector<Box> points = row_of(5, 100, 200, 4, 9);
    EXPECT_EQ(without_leader_dots(points).size(), points.size());
    EXPECT_TRUE(without_leader_dots({}).empty());
}

}  // namespace sohoa::ocr
