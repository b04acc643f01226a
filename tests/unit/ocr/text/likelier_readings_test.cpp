#include "ocr/text/language/likelier_readings.h"

#include <gtest/gtest.h>

#include "ocr/text/language/abbreviations.h"

namespace sohoa::ocr {
namespace {

struct Pair {
    const char* first;
    double confidence;
    const char* second = nullptr;
    double second_confidence = 0;
};

/// The words of a line after both readings were weighed.
Line weighed(const std::vector<Pair>& pairs) {
    Block block;
    block.lines.emplace_back();
    for (const Pair& pair : pairs) {
        Word word;
        word.text = pair.first;
        word.confidence = pair.confidence;
        if (pair.second != nullptr) word.second = SecondReading{pair.second, pair.second_confidence};
        block.lines.front().words.push_back(std::move(word));
    }
    std::vector<Block> blocks{std::move(block)};
    take_likelier_readings(blocks, WordPairs::built_in());
    return blocks.front().lines.front();
}

std::string text_of_weighed(const std::vector<Pair>& pairs) {
    return weighed(pairs).text;
}

}  // namespace

TEST(LikelierReadings, ASurerOneThatMakesSenseIsTaken) {
    const Line line =
        weighed({{"Công", 0.9}, {"thông", 0.95}, {"tin", 0.95}, {"diện", 0.6, "điện", 0.96}, {"tử", 0.95}});
    EXPECT_EQ(line.text, "Công thông tin điện tử");
    EXPECT_EQ(line.words[3].raw, "diện");
    EXPECT_DOUBLE_EQ(line.words[3].confidence, 0.96);
}

TEST(LikelierReadings, AnUnsureOneIsLeft) {
    EXPECT_EQ(text_of_weighed({{"thông", 0.95}, {"tin", 0.95}, {"điện", 0.9, "diện", 0.9}, {"tử", 0.95}}),
              "thông tin điện tử");
    EXPECT_EQ(text_of_weighed({{"Hằng", 0.96, "Hàng", 0.6}}), "Hằng");
}

TEST(LikelierReadings, AScrapIsNoReading) {
    EXPECT_EQ(text_of_weighed({{"`>“KT,'CHỦ", 0.68, "“ông;", 0.1}, {"TỊCH", 0.95}}), "`>“KT,'CHỦ TỊCH");
    EXPECT_EQ(text_of_weighed({{"`KT,'CHỦ", 0.68, "CHỦ", 0.9}, {"TỊCH", 0.95}}), "`KT,'CHỦ TỊCH");
}

TEST(LikelierReadings, FiguresAndCodesLoseNothingAndGainNothingAtTheirEnds) {
    EXPECT_EQ(text_of_weighed({{"AE99164032", 0.8, "99164032", 0.97}}), "AE99164032");
    EXPECT_EQ(text_of_weighed({{"0285.3500.109,", 0.8, "0285.3500.", 0.97}}), "0285.3500.109,");
    EXPECT_EQ(text_of_weighed({{"820/2020/QĐ-TTgE.", 0.8, "820/2020/QĐ-TTg.", 0.97}}), "820/2020/QĐ-TTg.");
    EXPECT_EQ(text_of_weighed({{"192918149", 0.8, "001192918149", 0.97}}), "192918149");
}

TEST(LikelierReadings, OddSignsSpeakAgainstAReading) {
    EXPECT_EQ(text_of_weighed({{"KSTTH€);", 0.8, "KSTTHC);", 0.85}}), "KSTTHC);");
    EXPECT_EQ(text_of_weighed({{"13§", 0.9, "138", 0.95}}), "138");
    EXPECT_EQ(text_of_weighed({{"UBMTTQ", 0.8, "UBMTT@Q", 0.9}}), "UBMTTQ");
}

TEST(LikelierReadings, KnownAbbreviationsSpeakForOne) {
    EXPECT_EQ(text_of_weighed({{"1766/QĐ-BGDDT", 0.6, "1766/QĐ-BGDĐT", 0.7}}), "1766/QĐ-BGDĐT");
    EXPECT_EQ(text_of_weighed({{"1766/QĐ-BGDĐT", 0.6, "1766/QĐ-BGDDT", 0.7}}), "1766/QĐ-BGDĐT");
}

TEST(LikelierReadings, WordsWithoutOneStay) {
    const Line line = weighed({{"Xốm", 0.3}, {"12", 0.2, "12", 0.9}});
    EXPECT_EQ(line.text, "Xốm 12");
    EXPECT_EQ(line.words[1].raw, "");
}

TEST(Abbreviations, AreCountedInWords) {
    const Abbreviations few("# remark XX\nUBND QĐ\nQH14\n");
    EXPECT_EQ(few.balance(U"12/QĐ-UBND"), 2);
    EXPECT_EQ(few.balance(U"12/QĐ-UBNĐ"), 0);
    EXPECT_EQ(few.balance(U"34/2018/QH14;"), 1);
    EXPECT_EQ(few.balance(U"Ủy"), 0);
    EXPECT_EQ(few.balance(U"XX"), -1);
    EXPECT_EQ(few.balance(U""), 0);
    EXPECT_GE(Abbreviations::built_in().balance(U"BGDĐT"), 1);
}

}  // namespace sohoa::ocr
