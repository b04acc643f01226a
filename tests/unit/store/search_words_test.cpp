#include "pipeline/store/search_words.h"

#include <gmock/gmock.h>

#include "base/vietnamese.h"

namespace sohoa::store {

using testing::ElementsAre;

std::vector<std::string> plain(const SearchText& text) {
    std::vector<std::string> words;
    for (const Word& word : text.words) words.push_back(word.plain);
    return words;
}

TEST(SearchText, WordsAreFoldedAsTheRestOfTheProgramFolds) {
    const std::string text = "Số: 1403/BC-VP – ĐỖ THỊ ĐƯỜNG (Hòa Bình), ngày 05/3";
    const SearchText words = search_text(text);
    EXPECT_THAT(plain(words),
                ElementsAre("so", "1403", "bc", "vp", "do", "thi", "duong", "hoa", "binh", "ngay", "05", "3"));
    for (const Word& word : words.words) {
        const std::string printed = words.text.substr(word.begin, word.end - word.begin);
        EXPECT_EQ(word.plain, folded(printed));
        EXPECT_EQ(word.exact, new_tone_placement(lower(printed)));
    }
}

TEST(SearchText, DecomposedLettersAreTheSame) {
    EXPECT_EQ(search_text("Đường").words[0].exact, search_text("Đu\xCC\x9Bo\xCC\x9B\xCC\x80ng").words[0].exact);
}

TEST(SearchText, VeryLongWordsAreCut) {
    const SearchText text = search_text(std::string(10000, 'x') + " y");
    ASSERT_EQ(text.words.size(), 2u);
    EXPECT_EQ(text.words[0].plain.size(), 64u);
    EXPECT_EQ(text.words[1].begin, 10001u);
}

TEST(SearchWords, SignsInsideAWordMakeAPhrase) {
    const SearchWords words = search_words("1403/BC-VP đường");
    ASSERT_EQ(words.terms.size(), 2u);
    EXPECT_EQ(words.terms[0].words.size(), 3u);
    EXPECT_TRUE(words.with_marks);
    EXPECT_FALSE(search_words("duong").with_marks);
}

TEST(SearchWords, QuotesNeedNotBeClosed) {
    const SearchWords words = search_words("a \"b c");
    ASSERT_EQ(words.terms.size(), 2u);
    EXPECT_EQ(words.terms[1].words.size(), 2u);
    EXPECT_FALSE(words.open_end);
}

TEST(SearchWords, AreBounded) {
    std::string many;
    for (int k = 0; k < 500; ++k) many += "w" + std::to_string(k) + " ";
    std::size_t count = 0;
    for (const Term& term : search_words(many).terms) count += term.words.size();
    EXPECT_EQ(count, 32u);
    EXPECT_TRUE(search_words(" \t*\"-").empty());
}

TEST(MatchExpression, HoldsQuotedWordsOnly) {
    const SearchWords words = search_words("Đỗ \"thị đường\"");
    EXPECT_EQ(match_expression(words, Column::plain, Ask::all_words), R"(plain : ("do" AND "thi" + "duong"))");
    EXPECT_EQ(match_expression(words, Column::exact, Ask::side_by_side), R"(exact : ("đỗ" + "thị" + "đường"))");
    EXPECT_EQ(match_expression(words, Column::plain, Ask::near_by), R"(plain : NEAR("do" "thi" + "duong", 10))");
    EXPECT_EQ(match_expression(search_words("a b"), Column::plain, Ask::open_end), R"(plain : ("a" AND "b" *))");
}

}  // namespace sohoa::store
