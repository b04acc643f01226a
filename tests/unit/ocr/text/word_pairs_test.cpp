#include "ocr/text/language/word_pairs.h"

#include <cmath>
#include <gtest/gtest.h>

namespace sohoa::ocr {
namespace {

TEST(WordPairs, WordsAreFoundInAnyCaseAndWithEitherPlacementOfTheTone) {
    const WordPairs pairs("hoà +bình thuận\nbình yên\n", "");
    EXPECT_NE(pairs.find("hoà"), WordPairs::none);
    EXPECT_EQ(pairs.find("HÒA"), pairs.find("hoà"));
    EXPECT_EQ(pairs.find("hoa"), WordPairs::none);
    EXPECT_EQ(pairs.find(""), WordPairs::none);
}

TEST(WordPairs, ADictionaryWeighsMoreThanWhatWasSeenAndThatMoreThanNothing) {
    const WordPairs pairs("chi +phí nhánh\nphí\nnhánh\nkhác phí nhánh lẻ\n", "");
    const auto chi = pairs.find("chi");
    EXPECT_GT(pairs.log_probability(chi, pairs.find("phí")), pairs.log_probability(chi, pairs.find("nhánh")));
    EXPECT_GT(pairs.log_probability(chi, pairs.find("nhánh")), pairs.log_probability(chi, pairs.find("lẻ")));
    EXPECT_GT(pairs.log_probability(chi, pairs.find("lẻ")), pairs.log_probability(chi, WordPairs::none));
}

TEST(WordPairs, PhrasesCountLikeADictionary) {
    const WordPairs pairs("kể chuyện\n", "# lời chú\nkể từ ngày\n");
    const auto told = pairs.find("kể");
    EXPECT_GT(pairs.log_probability(told, pairs.find("từ")), pairs.log_probability(told, pairs.find("chuyện")));
    EXPECT_EQ(pairs.find("chú"), WordPairs::none);
}

TEST(WordPairs, BehindAWordSharesAddUpToNoMoreThanOne) {
    const WordPairs pairs("a +b c d\nb a\nc a b\n", "a b c\n");
    double sum = 0;
    for (const char* word : {"a", "b", "c", "d"}) {
        sum += std::exp(pairs.log_probability(pairs.find("a"), pairs.find(word)));
    }
    EXPECT_LE(sum, 1.0);
    EXPECT_GT(sum, 0.7);
}

TEST(WordPairs, TheBuiltInTableKnowsHowOfficesWrite) {
    const WordPairs& pairs = WordPairs::built_in();
    const auto likelier = [&](const char* first, const char* second, const char* misread) {
        return pairs.log_probability(pairs.find(first), pairs.find(second)) >
               pairs.log_probability(pairs.find(first), pairs.find(misread)) + 2;
    };
    EXPECT_TRUE(likelier("quyền", "hạn", "hàn"));
    EXPECT_TRUE(likelier("chính", "phủ", "phú"));
    EXPECT_TRUE(likelier("đào", "tạo", "tao"));
    EXPECT_TRUE(likelier("cổng", "thông", "thống"));
}

TEST(WordPairs, NothingGivesAnEmptyTable) {
    const WordPairs pairs("", "");
    EXPECT_EQ(pairs.find("gì"), WordPairs::none);
    EXPECT_LE(pairs.log_probability(WordPairs::none, WordPairs::none), 0);
}

}  // namespace
}  // namespace sohoa::ocr
