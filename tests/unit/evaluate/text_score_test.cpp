#include "pipeline/evaluate/text_score.h"

#include <gtest/gtest.h>

#include "pipeline/evaluate/scored_text.h"

namespace sohoa::evaluate {

TEST(ScoredForm, QuotesDashesDotsAndBlanksAreMadeOne) {
    EXPECT_EQ(scored_form("“Đất”  ‘đai’ –\n\n …\u00A0"), U"\"Đất\" 'đai' - ...");
}

TEST(ScoredForm, DecomposedMarksAreTheSameLetters) {
    EXPECT_EQ(scored_form("Nguye\xCC\x82\xCC\x83n"), U"Nguyễn");
}

TEST(ScoredForm, LongDashesAndOtherSignsAreNotForgiven) {
    EXPECT_EQ(scored_form("— •"), U"— •");
}

TEST(TruthText, HandwritingIsMarkedWithOneOfItsBlanks) {
    const ScoredText text = truth_text("ngày ⟦05⟧ tháng");
    EXPECT_EQ(text.symbols, U"ngày 05 tháng");
    std::u32string free;
    for (std::size_t k = 0; k < text.symbols.size(); ++k) {
        if (text.handwritten[k]) free.push_back(text.symbols[k]);
    }
    EXPECT_EQ(free, U"05 ");
}

TEST(TruthText, ABracketWithoutPartnerDoesNotFreeTheRestOfThePage) {
    const ScoredText text = truth_text("Số: ⟦12/QĐ");
    EXPECT_EQ(text.symbols, U"Số: 12/QĐ");
    EXPECT_FALSE(text.any_handwriting());
}

TEST(PrintedLines, HandwritingOverALineEndIsLeftOutOfBothLines) {
    const auto lines = printed_lines("Họ tên: ⟦Trần\nVăn⟧ sinh\n\n⟦x⟧\n");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], U"Họ tên:");
    EXPECT_EQ(lines[1], U"sinh");
}

TEST(Bare, OneLetterStaysOneLetter) {
    EXPECT_EQ(bare(U"Đỗ Thị Đường, №…"), U"Do Thi Duong, №…");
}

TEST(TextScore, EqualTextsLoseNothing) {
    const TextScore score = score_text("Cộng hoà\nxã hội", "Cộng  hoà xã hội\n");
    EXPECT_EQ(score.characters, (Share{0, 15}));
    EXPECT_EQ(score.words, (Share{0, 4}));
    EXPECT_EQ(score.base, (Share{0, 15}));
    EXPECT_EQ(score.lines, (Share{0, 14}));
    EXPECT_EQ(score.free_words, (Share{4, 4}));
    EXPECT_EQ(score.handwriting, (Share{0, 0}));
}

TEST(TextScore, AMissingMarkCostsTheLetterButNotItsBase) {
    const TextScore score = score_text("Nguyễn Thị Đào", "Nguyên Thi Đào");
    EXPECT_EQ(score.characters, (Share{2, 14}));
    EXPECT_EQ(score.base, (Share{0, 14}));
    EXPECT_EQ(score.words, (Share{2, 3}));
    EXPECT_EQ(score.free_words, (Share{1, 3}));
}

TEST(TextScore, BlocksReadInAnotherOrderLoseOrderOnly) {
    const TextScore score = score_text("UBND TỈNH A\nCỘNG HOÀ XÃ HỘI", "CỘNG HOÀ XÃ HỘI\nUBND TỈNH A");
    EXPECT_GT(score.characters.count, 10U);
    EXPECT_EQ(score.lines.count, 0U);
    EXPECT_EQ(score.free_words, (Share{7, 7}));
}

TEST(TextScore, AWordReadTwiceIsFoundOnce) {
    EXPECT_EQ(score_text("a b b", "b b b").free_words, (Share{2, 3}));
}

TEST(TextScore, HandwritingReadOrLeftOutCostsNothingInPrint) {
    const std::string truth = "Số: ⟦12⟧/QĐ-UBND Hà Nội, ngày ⟦05⟧ tháng 3";
    for (const char* output : {"Số: 12/QĐ-UBND Hà Nội, ngày 05 tháng 3", "Số: /QĐ-UBND Hà Nội, ngày tháng 3",
                               "Số: A2/QĐ-UBND Hà Nội, ngày OS tháng 3"}) {
        const TextScore score = score_text(truth, output);
        EXPECT_EQ(score.characters.count, 0U) << output;
        EXPECT_EQ(score.words.count, 0U) << output;
        EXPECT_EQ(score.free_words.count, score.free_words.of) << output;
    }
    EXPECT_EQ(score_text(truth, "Số: 12/QĐ-UBND Hà Nội, ngày 05 tháng 3").handwriting.count, 0U);
    EXPECT_EQ(score_text(truth, "Số: /QĐ-UBND Hà Nội, ngày tháng 3").handwriting, (Share{5, 5}));
    EXPECT_EQ(score_text(truth, "Sô: 12/QĐ-UBND Hà Nội, ngày 05 tháng 3").characters.count, 1U);
}

TEST(TextScore, NothingReadIsTotalLoss) {
    const TextScore score = total_loss("một hai ⟦ba⟧");
    EXPECT_EQ(score.characters, (Share{7, 7}));
    EXPECT_EQ(score.words, (Share{2, 2}));
    EXPECT_EQ(score.lines, (Share{7, 7}));
    EXPECT_EQ(score.free_words, (Share{0, 2}));
}

}  // namespace sohoa::evaluate
