#include "ocr/text/dotted_y.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

constexpr double letters_high = 20;
constexpr int base_row = 100;

/// A word of letters 14 wide from x = 40, with a dot or not below the letter `dotted`.
std::string read(const std::string& text, int letters, int dotted) {
    Line line;
    line.words.push_back({{40, base_row - 26, 16 * letters, 34}, {}, text, 0.9, ""});
    std::vector<Line> lines{line};
    Pieces ink;
    for (int k = 0; k < letters; ++k) ink.pieces.push_back({{40 + 16 * k, base_row - 20, 14, 20}, 200});
    if (dotted >= 0) ink.pieces.push_back({{45 + 16 * dotted, base_row + 4, 5, 5}, 24});
    write_dotted_y(LineInk(std::move(ink), lines, 200, letters_high), lines);
    return lines[0].words[0].text;
}

}  // namespace

TEST(DottedY, IsWrittenWhereTheDotIsAndNothingElseCarriesTheTone) {
    EXPECT_EQ(read("Thuy", 4, 3), "Thuỵ");
    EXPECT_EQ(read("ky", 2, 1), "kỵ");
    EXPECT_EQ(read("TY", 2, 1), "TỴ");
    EXPECT_EQ(read("(Thuy,", 6, 4), "(Thuỵ,");
}

TEST(DottedY, IsNotWrittenWithoutTheDotOrInOtherSyllables) {
    EXPECT_EQ(read("Thuy", 4, -1), "Thuy");
    EXPECT_EQ(read("Thuy", 4, 0), "Thuy") << "the dot stands elsewhere";
    EXPECT_EQ(read("Thuý", 4, 3), "Thuý") << "has its tone";
    EXPECT_EQ(read("nay", 3, 2), "nay") << "its tone stands on the a";
    EXPECT_EQ(read("company", 7, 6), "company");
    EXPECT_EQ(read("y", 1, 0), "y");
}

TEST(DottedY, OnlyWordsThatMayHaveItAreLookedAt) {
    Line line;
    line.words.push_back({{0, 0, 10, 10}, {}, "quyết", 0.9, ""});
    EXPECT_FALSE(has_bare_y({line}));
    line.words.push_back({{20, 0, 10, 10}, {}, "Thuy", 0.9, ""});
    EXPECT_TRUE(has_bare_y({line}));
    EXPECT_FALSE(has_bare_y({}));
}

}  // namespace sohoa::ocr
