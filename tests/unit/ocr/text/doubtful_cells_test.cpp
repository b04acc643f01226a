#include "ocr/text/doubtful_cells.h"

#include <gtest/gtest.h>

#include "ocr/image/table_grid.h"

namespace sohoa::ocr {

namespace {

constexpr double small_letter = 16;

/// A table of two rows and two columns: cells of 300 × 100 pixels from (100, 100).
std::vector<Rule> grid() {
    std::vector<Rule> rules;
    for (const int y : {100, 200, 300}) rules.push_back({{100, y, 600, 2}, false});
    for (const int x : {100, 400, 700}) rules.push_back({{x, 100, 2, 200}, true});
    return rules;
}

Pieces written(const std::vector<Box>& boxes) {
    Pieces ink;
    for (const Box& box : boxes) ink.pieces.push_back({box, static_cast<int>(box.area())});
    return ink;
}

Word word(const Box& box, double confidence, const std::string& text = "chữ") {
    return {box, std::nullopt, text, confidence, ""};
}

Line line_of_words(std::vector<Word> words) {
    Line line;
    line.words = std::move(words);
    return line;
}

const Box first{120, 130, 60, 20};   // in the first cell
const Box second{420, 130, 60, 20};  // in the second

}  // namespace

TEST(CellAreas, AreThoseOfTheGridRowByRow) {
    const auto areas = cell_areas({100, 100, 602, 202}, grid());
    ASSERT_EQ(areas.size(), 4U);
    EXPECT_LT(areas[0].x, areas[1].x);
    EXPECT_LT(areas[1].y, areas[2].y);
}

TEST(DoubtfulCells, WordsThatAreSureAndCoverTheirInkStay) {
    const auto lines = {line_of_words({word(first, 0.95), word(second, 0.9)})};
    EXPECT_TRUE(doubtful_cells(written({first, second}), grid(), small_letter, lines).empty());
}

TEST(DoubtfulCells, ACellThatNobodyReadIsFound) {
    const auto cells =
        doubtful_cells(written({first, second}), grid(), small_letter, {line_of_words({word(first, 0.95)})});
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_TRUE(cells[0].torn);
    EXPECT_EQ(cells[0].ink, second);
    EXPECT_FALSE(cells[0].many_lines);
}

TEST(DoubtfulCells, UnsureWordsMakeACellDoubtful) {
    const auto cells = doubtful_cells(written({first}), grid(), small_letter, {line_of_words({word(first, 0.3)})});
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_FALSE(cells[0].torn);
    EXPECT_NEAR(cells[0].confidence, 0.3, 1e-9);
}

TEST(DoubtfulCells, AWordMadeFromTwoCellsMakesBothDoubtful) {
    const Box across{380, 130, 120, 20};
    const auto cells = doubtful_cells(written({{380, 130, 15, 20}, second}), grid(), small_letter,
                                      {line_of_words({word(across, 0.9)})});
    EXPECT_EQ(cells.size(), 2U);
}

TEST(DoubtfulCells, ARowReadAsTwoLinesThatLieOverEachOther) {
    const auto lines = {line_of_words({word({120, 130, 40, 20}, 0.95)}),
                        line_of_words({word({150, 133, 40, 17}, 0.95)})};
    const auto cells = doubtful_cells(written({{120, 130, 70, 20}}), grid(), small_letter, lines);
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_TRUE(cells[0].torn);
}

TEST(DoubtfulCells, LinesBelowEachOtherAreTold) {
    const Box below{120, 165, 60, 20};
    const auto cells = doubtful_cells(written({first, below}), grid(), small_letter, {});
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_TRUE(cells[0].many_lines);
}

TEST(DoubtfulCells, AFrameThatTextRunsThroughIsAStampAndNoTable) {
    const Box inside{630, 130, 60, 20};
    const Box outside{700, 130, 60, 20};
    const auto lines = {line_of_words({word(inside, 0.3), word(outside, 0.9)})};
    EXPECT_TRUE(doubtful_cells(written({inside, outside, first}), grid(), small_letter, lines).empty());
}

TEST(DoubtfulCells, NothingIsFoundOutsideTables) {
    EXPECT_TRUE(doubtful_cells(written({{900, 900, 60, 20}}), grid(), small_letter, {}).empty());
    EXPECT_TRUE(doubtful_cells(written({first}), {}, small_letter, {}).empty());
    EXPECT_TRUE(doubtful_cells(written({first}), grid(), 0, {}).empty());
}

TEST(TakeWords, OnlyThoseOfTheAreaGo) {
    std::vector<Line> lines{line_of_words({word(first, 0.95), word(second, 0.9)})};
    take_words(lines, {100, 100, 300, 100});
    ASSERT_EQ(lines[0].words.size(), 1U);
    EXPECT_EQ(lines[0].words[0].box, second);
    EXPECT_NEAR(confidence_of(lines), 0.9, 1e-9);
}

}  // namespace sohoa::ocr
