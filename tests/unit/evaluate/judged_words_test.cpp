#include "pipeline/evaluate/judged_words.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"

namespace sohoa::evaluate {

namespace {

std::vector<ReadWord> read_words(const std::string& text) {
    std::vector<ReadWord> words;
    for (const std::string& word : words_of(text)) words.push_back({word, 0.9, 1, {}});
    return words;
}

/// Each judged word with `+` where it is right, else with what the truth says there: "Số:+ 13<12>".
std::string verdict(const std::string& truth, const std::string& output) {
    std::string text;
    for (const JudgedWord& judged : judge_words(truth, read_words(output))) {
        text += (text.empty() ? "" : " ") + judged.word.text + (judged.right ? "+" : "<" + judged.truth + ">");
    }
    return text;
}

}  // namespace

TEST(JudgedWords, AllAreRightWhereTextsAgreeAsTheyAreScored) {
    EXPECT_EQ(verdict("Cộng hoà\n“xã hội” – 5…", "Cộng hoà \"xã hội\" - 5..."), "Cộng+ hoà+ \"xã+ hội\"+ -+ 5...+");
    EXPECT_EQ(verdict("Nguyễn", "Nguye\xCC\x82\xCC\x83n").back(), '+');
}

TEST(JudgedWords, AllAreWrongWhereNothingAgrees) {
    EXPECT_EQ(verdict("một hai ba", "bốn năm sáu"), "bốn<một> năm<hai> sáu<ba>");
}

TEST(JudgedWords, AWordAddedStandsInNoPlace) {
    EXPECT_EQ(verdict("một hai", "một và hai"), "một+ và<> hai+");
    EXPECT_EQ(verdict("đơn vị này", "đơnvị này"), "đơnvị<vị> này+");
}

TEST(JudgedWords, LinesInAnotherOrderAreRight) {
    EXPECT_EQ(verdict("UBND TỈNH A\nCỘNG HOÀ XÃ HỘI", "CỘNG HOÀ XÃ HỘI UBND TỈNH B"),
              "CỘNG+ HOÀ+ XÃ+ HỘI+ UBND+ TỈNH+ B<>");
}

TEST(JudgedWords, OneWordOfTheTruthMakesOneWordRight) {
    EXPECT_EQ(verdict("a b c", "a b b b"), "a+ b<> b+ b<c>");
    EXPECT_EQ(verdict("c a b c", "a b c c"), "a+ b+ c+ c+");
}

TEST(JudgedWords, HandwritingAndWhatStandsBesideItIsNoWitness) {
    EXPECT_EQ(verdict("Huế, ngày ⟦05⟧ tháng năm 2024", "Huế, ngày 0S tháng năm 2024"), "Huế,+ năm+ 2024+");
    EXPECT_EQ(verdict("Huế, ngày ⟦05⟧ tháng năm 2024", "Huế, ngày tháng nam 2024"), "Huế,+ nam<năm> 2024+");
    EXPECT_EQ(verdict("Huế, ngày ⟦05⟧ tháng năm 2024", "Huế, ngày O S tháng năm 2024"), "Huế,+ năm+ 2024+");
    EXPECT_EQ(verdict("Số: ⟦12⟧/QĐ của uỷ ban", "Số: x2/QĐ của uỷ ban"), "uỷ+ ban+") << "a word touched by handwriting";
    EXPECT_EQ(verdict("⟦Trần Văn⟧", "Tran Vam An"), "");
}

TEST(JudgedWords, HandwritingReadAtAnotherPlaceIsNoWitness) {
    EXPECT_EQ(verdict("Họ tên ⟦Nam⟧ sinh ngày\nmột hai ba", "một hai ba Nam"), "một+ hai+ ba+");
}

TEST(JudgedWords, ConfidenceAndPlaceComeAlong) {
    const auto judged = judge_words("một hai", {{"một", std::nullopt, 1, {}}, {"ha", 0.25, 2, {1, 2, 3, 4}}});
    ASSERT_EQ(judged.size(), 2U);
    EXPECT_FALSE(judged[0].word.confidence);
    EXPECT_EQ(judged[1].word.confidence, 0.25);
    EXPECT_EQ(judged[1].word.page, 2);
    EXPECT_EQ(judged[1].truth, "hai");
}

TEST(JudgedWords, EmptySidesJudgeNothing) {
    EXPECT_TRUE(judge_words("", {}).empty());
    EXPECT_TRUE(judge_words("một hai", {}).empty());
    EXPECT_TRUE(judge_words("", read_words("một")).empty());
    EXPECT_TRUE(judge_words("một", {{"", 0.9, 1, {}}, {" ", 0.9, 1, {}}}).empty());
}

TEST(JudgedWords, AWordOfAnotherProgramWithABlankIsJudgedByItsParts) {
    const auto judged = judge_words("một hai", {{"một ha", 0.9, 1, {}}});
    ASSERT_EQ(judged.size(), 2U);
    EXPECT_TRUE(judged[0].right);
    EXPECT_FALSE(judged[1].right);
}

TEST(JudgedWords, TextsBeyondTheBoundAreNotJudged) {
    const std::vector<ReadWord> many(20'001, {"a", 0.9, 1, {}});
    EXPECT_TRUE(judge_words("a b", many).empty());
}

}  // namespace sohoa::evaluate
