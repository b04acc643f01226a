#include "ocr/text/language/likely_words.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"

namespace sohoa::ocr {
namespace {

/// A word read with full confidence in every letter.
Word read(const std::string& text, double confidence = 0.9) {
    Word word;
    word.text = text;
    word.confidence = confidence;
    for (const char32_t c : to_utf32(text)) word.symbols.push_back({{}, {{to_utf8({&c, 1}), 0.99}}});
    return word;
}

/// Gives the last letter that is `seen` a rival.
Word with_rival(Word word, const std::string& seen, const std::string& rival, double confidence) {
    for (auto symbol = word.symbols.rbegin(); symbol != word.symbols.rend(); ++symbol) {
        if (symbol->choices.front().text != seen) continue;
        symbol->choices.push_back({rival, confidence});
        break;
    }
    return word;
}

std::vector<Block> one_line(std::vector<Word> words) {
    Block block;
    block.lines.emplace_back();
    block.lines.front().words = std::move(words);
    return {block};
}

std::string told(std::vector<Block> blocks) {
    take_likely_words(blocks, WordPairs::built_in());
    return blocks.front().lines.front().text;
}

TEST(LikelyWords, AMarkThatTheImageLeavesInDoubtFollowsTheWordsBeside) {
    EXPECT_EQ(told(one_line({read("quyên"), read("hạn")})), "quyên hạn") << "no rival, and nothing is known of it";
    EXPECT_EQ(told(one_line({with_rival(read("quyên"), "ê", "ề", 0.5), read("hạn")})), "quyền hạn");
    EXPECT_EQ(told(one_line({read("của"), read("Chính"), with_rival(read("phú"), "ú", "ủ", 0.6), read("về")})),
              "của Chính phủ về");
    EXPECT_EQ(told(one_line({read("giáo"), with_rival(read("đục"), "đ", "d", 0.7)})), "giáo dục");
    EXPECT_EQ(told(one_line({read("GIÁO"), with_rival(read("ĐỤC"), "Đ", "D", 0.7)})), "GIÁO DỤC");
}

TEST(LikelyWords, ALineInAnotherLanguageStays) {
    EXPECT_EQ(told(one_line({read("REPUBLIC"), read("OF"), with_rival(read("VIET"), "E", "Ệ", 0.98), read("NAM")})),
              "REPUBLIC OF VIET NAM");
}

TEST(LikelyWords, WhatWasReadIsKept) {
    std::vector<Block> blocks = one_line({with_rival(read("(quyên"), "ê", "ề", 0.5), read("hạn);")});
    take_likely_words(blocks, WordPairs::built_in());
    const std::vector<Word>& words = blocks.front().lines.front().words;
    EXPECT_EQ(words[0].text, "(quyền");
    EXPECT_EQ(words[0].raw, "(quyên");
    EXPECT_EQ(words[1].text, "hạn);");
    EXPECT_EQ(words[1].raw, "");
}

TEST(LikelyWords, WhatTheImageShowsClearlyStays) {
    EXPECT_EQ(told(one_line({with_rival(read("quyên", 0.97), "ê", "ề", 0.0), read("góp")})), "quyên góp");
    EXPECT_EQ(told(one_line({read("tại"), read("xã"), with_rival(read("Thạnh", 0.97), "ạ", "à", 0.0)})),
              "tại xã Thạnh");
    EXPECT_EQ(told(one_line({read("huyện"), with_rival(read("Hoằng", 0.97), "ằ", "à", 0.05), read("Hóa")})),
              "huyện Hoằng Hóa");
}

TEST(LikelyWords, OnlyLettersOfSyllablesAreChanged) {
    EXPECT_EQ(told(one_line({read("Lưu:"), with_rival(read("VT,"), "T", "I", 0.9)})), "Lưu: VT,") << "no vowel";
    EXPECT_EQ(told(one_line({read("số"), with_rival(read("2O25"), "O", "Ô", 0.9)})), "số 2O25");
    EXPECT_EQ(told(one_line({read("1/QD-UBND")})), "1/QD-UBND");
    EXPECT_EQ(told(one_line({with_rival(read("Chính"), "í", "Ỉ", 0.98), read("phủ")})), "Chính phủ") << "another case";
}

TEST(LikelyWords, AWordThatWasMendedOrTellsNoLettersStays) {
    Word mended = with_rival(read("quyên"), "ê", "ề", 0.9);
    mended.text = "quyện";
    mended.raw = "quyên";
    EXPECT_EQ(told(one_line({mended, read("hạn")})), "quyện hạn");
    Word blind = read("quyên");
    blind.symbols.clear();
    EXPECT_EQ(told(one_line({blind, read("hạn")})), "quyên hạn");
}

TEST(LikelyWords, SentencesAndCellsEndWhatWordsSayOfEachOther) {
    const Word doubtful = with_rival(read("quyên"), "ê", "ề", 0.3);
    EXPECT_EQ(told(one_line({doubtful, read("hạn")})), "quyền hạn");
    std::vector<Block> cells = one_line({doubtful});
    cells.front().role = "table";
    cells.front().lines.push_back(cells.front().lines.front());
    cells.front().lines.back().words = {read("hạn")};
    take_likely_words(cells, WordPairs::built_in());
    const std::string alone = told(one_line({doubtful}));
    EXPECT_EQ(cells.front().lines.front().text, alone);
}

}  // namespace
}  // namespace sohoa::ocr
