#include "ocr/text/language/word_confidence.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"
#include "ocr/text/language/word_context.h"

namespace sohoa::ocr {
namespace {

/// A word whose letters stand out from their rivals by `margin`.
Word seen_word(const std::string& text, double confidence, double margin = 0.98) {
    Word word;
    word.text = text;
    word.confidence = confidence;
    for (const char32_t c : to_utf32(text)) {
        word.symbols.push_back({{}, {{to_utf8({&c, 1}), 0.99}, {"?", 0.99 - margin}}});
    }
    return word;
}

Word with_second(Word word, const std::string& text, double confidence) {
    word.second = SecondReading{text, confidence};
    return word;
}

Line calibrated(std::vector<Word> words) {
    Block block;
    block.lines.emplace_back();
    block.lines.front().words = std::move(words);
    std::vector<Block> blocks{std::move(block)};
    calibrate_confidence(blocks, WordPairs::built_in());
    return blocks.front().lines.front();
}

/// Confidence of a word between two others.
double between(const Word& word) {
    return calibrated({seen_word("nhân", 0.96), word, seen_word("tỉnh", 0.96)}).words[1].confidence;
}

}  // namespace

TEST(WordConfidence, AWordThatAllSpeakForIsSure) {
    EXPECT_GT(between(seen_word("dân", 0.965)), 0.995);
    EXPECT_LT(between(seen_word("dân", 0.965)), 1);
}

TEST(WordConfidence, EachDoubtLowersIt) {
    const double plain = between(seen_word("dân", 0.9));
    EXPECT_LT(between(seen_word("dân", 0.5)), plain) << "the network's";
    EXPECT_LT(between(seen_word("dân", 0.9, 0.1)), plain) << "rivals of its letters";
    EXPECT_LT(between(seen_word("đấn", 0.9)), plain) << "what stands beside it";
    EXPECT_LT(between(seen_word("dwk", 0.9)), between(seen_word("dần", 0.9))) << "no word";
    EXPECT_LT(between(seen_word("d§n", 0.9)), between(seen_word("dần", 0.9))) << "signs without sense";
    EXPECT_LT(between(with_second(seen_word("dân", 0.9), "dần", 0.9)), plain) << "another network";
    EXPECT_GT(between(with_second(seen_word("dân", 0.9), "dân", 0.9)), plain) << "one that agrees";
}

TEST(WordConfidence, ASecondNetworkThatReadWhatWasMendedSaysNothing) {
    Word mended = seen_word("Thuỵ", 0.95);
    mended.raw = "Thuy";
    const double alone = between(mended);
    EXPECT_DOUBLE_EQ(between(with_second(mended, "Thuy", 0.96)), alone);
}

TEST(WordConfidence, NumbersHangOnTheNetworkMost) {
    EXPECT_GT(between(seen_word("2024", 0.965)), 0.99);
    EXPECT_LT(between(seen_word("2024", 0.7)), 0.95);
    EXPECT_LT(between(seen_word("2024", 0.0)), 0.2);
}

TEST(WordConfidence, LinesGetTheMeanOfTheirWords) {
    const Line line = calibrated({seen_word("nhân", 0.96), seen_word("dân", 0.5, 0.1)});
    EXPECT_GT(line.confidence, line.words[1].confidence);
    EXPECT_LT(line.confidence, line.words[0].confidence);
}

TEST(WordContext, CoresStandBetweenSigns) {
    const WordCore core = core_of("(“QĐ-UBND”);");
    EXPECT_EQ(core.before, U"(“");
    EXPECT_EQ(core.letters, U"QĐ-UBND");
    EXPECT_EQ(core.behind, U"”);");
    EXPECT_EQ(core_of("...").letters, U"");
    EXPECT_EQ(core_of("").letters, U"");
}

TEST(WordContext, WhatMakesNoSenseIsOdd) {
    for (const char* usual : {"Nguyễn", "12/QĐ-UBND", "05/3/2024;", "(Huế);", "24,6%", "IV.", "m²"}) {
        EXPECT_EQ(oddity_of(usual), 0) << usual;
    }
    for (const char* odd : {"KSTTH€", "13§", "1Š", "VựC", "này..;", "UBMTT@Q"}) EXPECT_GT(oddity_of(odd), 0) << odd;
}

}  // namespace sohoa::ocr
