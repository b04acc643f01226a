#include "ocr/text/line_ink.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

/// Two lines of four letters, 20 pixels high, standing on 100 and 140; the upper one's box reaches over the lower.
struct TwoLines {
    Pieces ink;
    std::vector<Line> lines;

    TwoLines() {
        for (int k = 0; k < 4; ++k) {
            ink.pieces.push_back({{40 + 20 * k, 80, 14, 20}, 200});
            ink.pieces.push_back({{40 + 20 * k, 120, 14, 20}, 200});
        }
        lines.push_back(line({40, 78, 74, 34}));
        lines.push_back(line({40, 116, 74, 26}));
    }

    static Line line(const Box& box) {
        Line line;
        line.words.push_back({box, {}, "chữ", 0.9, ""});
        return line;
    }
    LineInk owners() const { return {ink, lines, 300, 20}; }
};

}  // namespace

TEST(LineInk, LettersBelongToTheWordAroundTheirMiddle) {
    const TwoLines page;
    const LineInk of = page.owners();
    ASSERT_EQ(of.groups().size(), 2U);
    for (std::size_t k = 0; k < 8; ++k) EXPECT_EQ(of.owner(k), k % 2 == 0 ? 0 : 1);
    EXPECT_DOUBLE_EQ(of.groups()[0].base, 100);
    EXPECT_DOUBLE_EQ(of.groups()[1].base, 140);
}

TEST(LineInk, InkFarFromAnyWordIsNobodys) {
    TwoLines page;
    page.ink.pieces.push_back({{200, 200, 14, 20}, 200});
    page.ink.pieces.push_back({{200, 240, 4, 4}, 16});
    const LineInk of = page.owners();
    EXPECT_EQ(of.owner(8), -1);
    EXPECT_EQ(of.owner(9), -1);
}

TEST(LineInk, ALetterOfALineThatNobodyReadIsNoMark) {
    TwoLines page;
    page.lines.erase(page.lines.begin());
    const LineInk of = page.owners();
    for (std::size_t k = 0; k < 8; k += 2) EXPECT_EQ(of.owner(k), -1) << "20 pixels above letters as high as itself";
}

TEST(LineInk, AHookStandsOnItsHatThoughItLooksLikeADot) {
    TwoLines page;
    page.ink.pieces.push_back({{61, 112, 12, 6}, 50});  // a hat over the second letter of the lower line
    page.ink.pieces.push_back({{64, 106, 5, 5}, 25});   // and its hook
    page.ink.pieces.push_back({{84, 103, 5, 5}, 25});   // a dot below the third letter of the upper one
    const LineInk of = page.owners();
    EXPECT_EQ(of.owner(8), 1);
    EXPECT_EQ(of.owner(9), 1);
    EXPECT_EQ(of.owner(10), 0);
}

TEST(LineInk, AMarkTakenForAWordIsOfTheLetterBelowIt) {
    TwoLines page;
    page.ink.pieces.push_back({{61, 112, 12, 5}, 40});
    page.lines.push_back(TwoLines::line({60, 111, 14, 7}));
    EXPECT_EQ(page.owners().owner(8), 1);
}

TEST(LineInk, BoxesShrinkToTheirOwnInk) {
    TwoLines page;
    page.lines[0].words[0].box = {40, 60, 74, 52};
    shrink_boxes(page.owners(), page.lines);
    EXPECT_EQ(page.lines[0].words[0].box, (Box{40, 80, 74, 20}));
    EXPECT_EQ(page.lines[1].words[0].box, (Box{40, 120, 74, 20}));
}

TEST(LineInk, BoxesWithoutInkStay) {
    std::vector<Line> lines{TwoLines::line({40, 60, 74, 30})};
    shrink_boxes(LineInk({}, lines, 300, 20), lines);
    EXPECT_EQ(lines[0].words[0].box, (Box{40, 60, 74, 30}));
}

TEST(LineInk, DotsAreRoundAndSmall) {
    EXPECT_TRUE(is_dot({{0, 0, 5, 5}, 23}, 20));
    EXPECT_FALSE(is_dot({{0, 0, 5, 5}, 12}, 20)) << "a hook";
    EXPECT_FALSE(is_dot({{0, 0, 12, 4}, 44}, 20)) << "a dash";
    EXPECT_FALSE(is_dot({{0, 0, 14, 14}, 190}, 20)) << "a letter";
}

}  // namespace sohoa::ocr
