#include "ocr/image/orientation.h"

#include <gtest/gtest.h>

#include "base/raster_opencv.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/survey.h"
#include "written_page.h"

namespace sohoa::ocr {

TEST(Orientation, OfATurnedPageIsTheTurnThatMakesItUpright) {
    const scanners::Page page = written_page();
    for (const int turn : {0, 90, 180, 270}) {
        const Raster scan = turned(page.pixels, turn);
        const Orientation found = find_orientation(letters_of(ink_grey(scan)));
        EXPECT_EQ(found.turn, (360 - turn) % 360);
        EXPECT_GT(found.confidence, 0.5) << turn;
        EXPECT_NEAR(found.skew, 0, 0.05) << turn;
    }
}

TEST(Orientation, OfATurnedAndSkewedPageKeepsTheSignOfTheSkew) {
    const scanners::Page page = written_page();
    const Raster scan = turned(tilted(page.pixels, 3), 90);
    const Orientation found = find_orientation(letters_of(ink_grey(scan)));
    EXPECT_EQ(found.turn, 270);
    EXPECT_NEAR(found.skew, 3, 0.1);
}

TEST(Orientation, OfAnEmptyPageIsLeftAsItCame) {
    Raster nothing(300, 400, 1);
    mat_of(nothing).setTo(0);
    const Orientation found = find_orientation(find_letters(nothing, nothing));
    EXPECT_EQ(found.turn, 0);
    EXPECT_EQ(found.skew, 0);
}

namespace {

Orientation orientation_of(const Raster& page, int turn) {
    return find_orientation(letters_of(turned(page, turn)));
}

/// Rows of marks and dates in columns, so close that the columns are as even as the rows.
std::vector<PlacedText> number_table() {
    const char* cells[] = {"9,25", "14/05/2009", "7,50", "02/11/2008", "8,75", "31/12/2009"};
    std::vector<PlacedText> words;
    for (int row = 0; row < 30; ++row) {
        for (int column = 0; column < 6; ++column) {
            words.push_back({cells[(column + 2 * row) % 6], 150 + 230 * column, 400 + 55 * row});
        }
    }
    return words;
}

}  // namespace

TEST(Orientation, OfATableOfNumbersIsNotLaidOnItsSideAndItsEndsAreAGuess) {
    const Raster page = page_of(number_table(), false);
    for (const int turn : {0, 90, 180, 270}) {
        const Orientation found = orientation_of(page, turn);
        EXPECT_EQ(found.turn % 180, turn % 180) << turn;
        EXPECT_LT(found.confidence, 0.5) << turn;
        EXPECT_NEAR(found.skew, 0, 0.1) << turn;
    }
}

TEST(Orientation, OfATableOfNumbersIsToldByTheNamesInIt) {
    std::vector<PlacedText> words = number_table();
    for (int row = 0; row < 30; row += 2) words[static_cast<std::size_t>(6 * row + 1)].text = "TRAN VAN";
    const Raster page = page_of(words, true);
    for (const int turn : {0, 90, 180, 270}) {
        const Orientation found = orientation_of(page, turn);
        EXPECT_EQ(found.turn, (360 - turn) % 360);
        EXPECT_GT(found.confidence, 0.5) << turn;
    }
}

TEST(Orientation, OfAListInCapitalsIsToldByTheMarksAbove) {
    std::vector<PlacedText> words;
    for (int row = 0; row < 25; ++row) words.push_back({"NGUYEN HOANG KHANH LINH", 200, 300 + 60 * row});
    const Raster page = page_of(words, true);
    for (const int turn : {0, 90, 180, 270}) {
        const Orientation found = orientation_of(page, turn);
        EXPECT_EQ(found.turn, (360 - turn) % 360);
        EXPECT_GT(found.confidence, 0.5) << turn;
    }
}

TEST(Orientation, OfDotsToWriteOnIsNotTakenForMarks) {
    // What is written stands right over the dots, and would look as if turned over.
    std::vector<PlacedText> words;
    for (int row = 0; row < 20; ++row) words.push_back({"NAM HAI BA TRUNG", 300, 300 + 70 * row});
    Raster page = page_of(words, true);
    for (int row = 0; row < 20; ++row) {
        for (int x = 200; x < 1400; x += 9) {
            for (int k = 0; k < 9; ++k) page.row(306 + 70 * row + k / 3)[x + k % 3] = 30;
        }
    }
    EXPECT_EQ(orientation_of(page, 0).turn, 0);
    EXPECT_EQ(orientation_of(page, 180).turn, 180);
}

TEST(Orientation, OfANearlyEmptyPageIsAGuess) {
    const Orientation found = orientation_of(page_of({{"Kinh gui", 300, 400}}, true), 0);
    EXPECT_EQ(found.turn, 0);
    EXPECT_LT(found.confidence, 0.5);
}

}  // namespace sohoa::ocr
