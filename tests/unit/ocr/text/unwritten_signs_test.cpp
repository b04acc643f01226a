#include "ocr/text/unwritten_signs.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {
namespace {

constexpr int signs_base = 60;
constexpr int signs_small = 20;

/// Words on one line, each of letters drawn as boxes.
struct DrawnLine {
    Raster plane{600, 120, 1};
    std::vector<Line> lines{1};

    DrawnLine() { mat_of(plane).setTo(255); }
    DrawnLine& draw(const Box& box) {
        cv::rectangle(mat_of(plane), {box.x, box.y}, {box.right() - 1, box.bottom() - 1}, 0, cv::FILLED);
        return *this;
    }
    DrawnLine& disc(int x, int y, int radius) {
        cv::circle(mat_of(plane), {x, y}, radius, 0, cv::FILLED);
        return *this;
    }
    DrawnLine& ring(int x, int y, int radius) {
        cv::circle(mat_of(plane), {x, y}, radius, 0, 3);
        return *this;
    }
    /// A word whose ink is drawn by the test.
    DrawnLine& word(const std::string& text, const Box& box) {
        lines[0].words.push_back({box, {}, text, 0.5, ""});
        return *this;
    }
    /// A word of so many letters as high as small ones.
    DrawnLine& letters(const std::string& text, int x, int count) {
        for (int k = 0; k < count; ++k) draw({x + 22 * k, signs_base - signs_small, 14, signs_small});
        return word(text, {x, signs_base - signs_small, 22 * count - 8, signs_small});
    }
    std::string word_after(std::size_t at) {
        write_unwritten_signs(LineInk(find_pieces(faint_ink_of(plane)), lines, plane.height(), signs_small), lines);
        return lines[0].words[at].text;
    }
};

constexpr Box signs_head{40, signs_base - 19, 14, 14};

}  // namespace

TEST(UnwrittenSigns, AFullRoundPieceBeforeALineIsABullet) {
    for (const char* read : {"*", "+", "»", "e"}) {
        DrawnLine line;
        line.disc(47, signs_base - 12, 6).word(read, signs_head).letters("xem", 80, 3);
        EXPECT_EQ(line.word_after(0), "•") << read;
        EXPECT_EQ(line.lines[0].words[0].raw, read);
    }
}

TEST(UnwrittenSigns, ACrossADashAndAPointAreNoBullets) {
    DrawnLine plus;
    plus.draw({46, signs_base - 17, 3, 14}).draw({40, signs_base - 11, 14, 3}).word("+", signs_head);
    EXPECT_EQ(plus.letters("xem", 80, 3).word_after(0), "+");
    DrawnLine dash;
    dash.draw({40, signs_base - 10, 14, 3}).word("-", signs_head);
    EXPECT_EQ(dash.letters("xem", 80, 3).word_after(0), "-");
    DrawnLine point;
    point.disc(47, signs_base - 4, 4).word(".", {42, signs_base - 9, 10, 10});
    EXPECT_EQ(point.letters("xem", 80, 3).word_after(0), ".");
    DrawnLine within;
    within.letters("xem", 80, 3).disc(167, signs_base - 10, 6).word("*", {160, signs_base - 16, 14, 14});
    EXPECT_EQ(within.word_after(1), "*");
}

TEST(UnwrittenSigns, ABarUnderTheLetterBehindAnAmountIsMoney) {
    DrawnLine line;
    line.letters("1.250", 40, 5).draw({170, signs_base - 30, 14, 30}).draw({168, signs_base + 4, 18, 3});
    line.word("đ,", {168, signs_base - 30, 22, 30}).letters("xem", 220, 3);
    EXPECT_EQ(line.word_after(1), "₫,");
    DrawnLine plain;
    plain.letters("1.250", 40, 5).draw({170, signs_base - 30, 14, 30});
    plain.word("đ", {168, signs_base - 30, 18, 30});
    EXPECT_EQ(plain.word_after(1), "đ");
    DrawnLine behind_a_word;
    behind_a_word.letters("xem", 40, 3).draw({130, signs_base - 30, 14, 30}).draw({128, signs_base + 4, 18, 3});
    behind_a_word.word("đ", {128, signs_base - 30, 18, 30});
    EXPECT_EQ(behind_a_word.word_after(1), "đ");
}

TEST(UnwrittenSigns, ARaisedRingOverABarBeforeANumberIsNumero) {
    const auto drawn = [](bool bar, int ring_y) {
        DrawnLine line;
        line.draw({40, signs_base - 28, 20, 28}).ring(70, ring_y, 7);
        if (bar) line.draw({62, signs_base - 5, 16, 3});
        line.word("Ñs", {40, signs_base - 28, 40, 28}).letters("0457", 110, 4);
        return line;
    };
    EXPECT_EQ(drawn(true, signs_base - 18).word_after(0), "№");
    EXPECT_EQ(drawn(false, signs_base - 18).word_after(0), "Ñs");
    EXPECT_EQ(drawn(false, signs_base - 8).word_after(0), "Ñs");
}

TEST(UnwrittenSigns, ADigitThatEndsAboveTheLineIsRaised) {
    const auto metre = [](const std::string& text, int digit_top) {
        DrawnLine line;
        line.letters("dai", 200, 3).draw({40, signs_base - signs_small, 30, signs_small});
        line.draw({76, digit_top, 8, 15}).word(text, {40, signs_base - 30, 46, 30});
        return line.word_after(1);
    };
    EXPECT_EQ(metre("m3", signs_base - 30), "m³");
    EXPECT_EQ(metre("km2;", signs_base - 30), "km²;");
    EXPECT_EQ(metre("m3", signs_base - 15), "m3");
    EXPECT_EQ(metre("cm23", signs_base - 30), "cm23");
    EXPECT_EQ(metre("lam2", signs_base - 30), "lam2");
}

}  // namespace sohoa::ocr
