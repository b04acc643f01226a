#include "ocr/text/torn_lines.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

constexpr int letter = 20;  // height and width in pixels
constexpr int base = 100;
constexpr int next_base = 140;

/// A plane with two lines of words of three letters each, a word every 90 pixels from 40 on. Words are read only where
/// a test says so.
struct WrittenPage {
    Raster plane{800, 220, 1};
    std::vector<Line> lines{2};
    std::vector<Rule> rules;

    WrittenPage() {
        mat_of(plane).setTo(255);
        for (int word = 0; word < 6; ++word) {
            for (int k = 0; k < 3; ++k) {
                for (const int bottom : {base, next_base}) draw({place(word) + 24 * k, bottom - letter, 16, letter});
            }
        }
    }

    static int place(int word) { return 40 + 90 * word; }
    void draw(const Box& box) {
        cv::rectangle(mat_of(plane), {box.x, box.y}, {box.right() - 1, box.bottom() - 1}, 0, cv::FILLED);
    }
    static Word word_at(int at, int bottom, const std::string& text, double confidence) {
        return {{place(at), bottom - letter, 64, letter}, {}, text, confidence, ""};
    }
    void read(int line, int at, const std::string& text = "chữ", double confidence = 0.95) {
        lines[static_cast<std::size_t>(line)].words.push_back(
            word_at(at, line == 0 ? base : next_base, text, confidence));
    }
    void read_lower_line() {
        for (int at = 0; at < 6; ++at) read(1, at);
    }
    std::vector<TornStretch> stretches() const {
        return torn_stretches(plane, 200, find_pieces(faint_ink_of(plane)), rules, letter, lines);
    }
};

std::string text_of(const Line& line) {
    std::string text;
    for (const Word& word : line.words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

}  // namespace

TEST(TornLines, WhatWasLeftOutBetweenSureWordsIsFound) {
    WrittenPage page;
    page.read_lower_line();
    for (const int at : {0, 1, 4, 5}) page.read(0, at);
    const std::vector<TornStretch> found = page.stretches();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].line, 0U);
    EXPECT_EQ(found[0].gap.x, WrittenPage::place(1) + 64);
    EXPECT_EQ(found[0].gap.right(), WrittenPage::place(4));
    EXPECT_EQ(found[0].gap.bottom(), base);
    EXPECT_LE(found[0].place.x, WrittenPage::place(1)) << "with the sure words beside it";
    EXPECT_GE(found[0].place.right(), WrittenPage::place(4) + 64);
    EXPECT_EQ(found[0].beside.size(), 2U);
}

TEST(TornLines, LinesReadWholeAreLeft) {
    WrittenPage page;
    page.read_lower_line();
    for (int at = 0; at < 6; ++at) page.read(0, at, "chữ", at == 3 ? 0.6 : 0.95);
    EXPECT_TRUE(page.stretches().empty()) << "a doubtful word is there, and stands where it should";
}

TEST(TornLines, TheEndOfALineIsFoundAsFarAsItsInkGoes) {
    WrittenPage page;
    page.read_lower_line();
    for (const int at : {0, 1, 2}) page.read(0, at);
    const std::vector<TornStretch> found = page.stretches();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].gap.x, WrittenPage::place(2) + 64);
    EXPECT_EQ(found[0].gap.right(), WrittenPage::place(5) + 64);
    EXPECT_EQ(found[0].beside.size(), 1U);
}

TEST(TornLines, UprightRulesAndWideBlanksEndThem) {
    WrittenPage ruled;
    ruled.read_lower_line();
    for (const int at : {0, 1, 4, 5}) ruled.read(0, at);
    ruled.rules.push_back({{WrittenPage::place(3) - 10, 40, 3, 120}, true});
    EXPECT_TRUE(ruled.stretches().empty());

    WrittenPage apart;
    apart.read_lower_line();
    for (const int at : {0, 1}) apart.read(0, at);
    cv::rectangle(mat_of(apart.plane), {WrittenPage::place(2) - 5, base - letter - 5},
                  {WrittenPage::place(3), base + 5}, 255, cv::FILLED);
    EXPECT_TRUE(apart.stretches().empty()) << "the rest stands in another column";
}

TEST(TornLines, ImagesHoldTheirOwnLine) {
    WrittenPage page;
    for (const int at : {0, 1, 2, 3, 4, 5}) page.read(1, at);
    page.lines[1].words[2].box = {WrittenPage::place(2), base - letter, 64, next_base - base + letter};
    for (const int at : {0, 1, 4, 5}) page.read(0, at);
    const std::vector<TornStretch> found = page.stretches();
    const auto upper = std::find_if(found.begin(), found.end(),
                                    [](const TornStretch& stretch) { return stretch.gap.bottom() == base; });
    ASSERT_NE(upper, found.end());
    const auto inked = [&](int x, int y) {
        return upper->image.pixels.row(y - upper->place.y)[x - upper->place.x] < 128;
    };
    EXPECT_TRUE(inked(WrittenPage::place(2) + 8, base - 10)) << "though a word of the next line reaches over it";
    EXPECT_TRUE(inked(WrittenPage::place(3) + 8, base - 10));
    EXPECT_LT(upper->place.bottom(), next_base);
}

TEST(TornLines, WhatSaysMoreTakesThePlaceOfScraps) {
    WrittenPage page;
    page.read_lower_line();
    for (const int at : {0, 1}) page.read(0, at, at == 1 ? "trái" : "chữ");
    page.read(0, 3, "x]", 0.1);
    for (const int at : {4, 5}) page.read(0, at, at == 4 ? "phải" : "chữ");
    page.lines[0].words[2].box.y -= 30;  // a scrap that reaches into the line above
    page.lines[0].words[2].box.height += 30;
    const std::vector<TornStretch> found = page.stretches();
    ASSERT_EQ(found.size(), 1U);
    const auto answer = [&](const std::string& beside) {
        return std::vector<Word>{WrittenPage::word_at(1, base, beside, 0.9), WrittenPage::word_at(2, base, "hai", 0.9),
                                 WrittenPage::word_at(3, base, "ba", 0.7), WrittenPage::word_at(4, base, beside, 0.9)};
    };
    std::vector<Line> lines = page.lines;
    mend_stretch(found[0], answer("khác"), lines);
    EXPECT_EQ(text_of(lines[0]), "chữ trái x] phải chữ") << "an answer that misses the words beside it is no good";
    mend_stretch(found[0], answer("TRAI"), lines);
    EXPECT_EQ(text_of(lines[0]), "chữ trái hai ba phải chữ");
}

TEST(TornLines, AWordOfWhichOnlyTheEndWasSeenIsPutTogether) {
    WrittenPage page;
    page.read_lower_line();
    for (const int at : {0, 1, 3, 4, 5}) page.read(0, at, at == 3 ? "UBND" : at == 1 ? "số" : "chữ");
    const std::vector<TornStretch> found = page.stretches();
    ASSERT_EQ(found.size(), 1U);
    Word whole = WrittenPage::word_at(2, base, "12/QĐ-UBND", 0.6);
    whole.box.width = WrittenPage::place(3) + 64 - whole.box.x;
    std::vector<Line> lines = page.lines;
    EXPECT_FALSE(mend_stretch(found[0], {WrittenPage::word_at(1, base, "số", 0.9), whole}, lines)) << "not so sure";
    EXPECT_EQ(text_of(lines[0]), "chữ số 12/QĐ-UBND chữ chữ");
}

TEST(TornLines, WhatIsSurerStays) {
    WrittenPage page;
    page.read_lower_line();
    for (const int at : {0, 1, 2, 5}) page.read(0, at);
    page.read(0, 3, "ba", 0.7);
    page.lines[0].words[2].text = "hai";
    const std::vector<TornStretch> found = page.stretches();
    ASSERT_EQ(found.size(), 1U);
    std::vector<Line> lines = page.lines;
    mend_stretch(found[0],
                 {WrittenPage::word_at(2, base, "hai", 0.9), WrittenPage::word_at(3, base, "bạ", 0.6),
                  WrittenPage::word_at(4, base, "ii", 0.2)},
                 lines);
    EXPECT_EQ(text_of(lines[0]), text_of(page.lines[0]));
}

TEST(TornLines, OfNothingAreNone) {
    EXPECT_TRUE(torn_stretches(Raster(50, 50, 1), 200, {}, {}, 20, {}).empty());
    EXPECT_TRUE(torn_stretches(Raster(50, 50, 1), 200, {}, {}, 0, {}).empty());
}

}  // namespace sohoa::ocr
