#include "pipeline/dossier/bare_text.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"

namespace sohoa::dossier {

TEST(BareText, OffsetsAreThoseOfTheTextSoThatValuesKeepTheirMarks) {
    const std::u32string text = to_utf32("Địa chỉ: ỦY BAN – “ấp” 5");
    ASSERT_EQ(bare(text).size(), text.size());
    EXPECT_EQ(bare(text), U"dia chi: uy ban - \"ap\" 5");
}

TEST(BareText, IcelandicEthIsReadAsVietnameseD) {
    EXPECT_EQ(bare("QÐ"), U"qd");
}

TEST(FindPhrase, FindsAMisreadLabelButNotAnotherWord) {
    const auto found = find_phrase(U"ngay, thang, nam sjnh: 01/02/1990", U"ngay, thang, nam sinh", 2);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->begin, 0U);
    EXPECT_EQ(found->end, 21U);
    EXPECT_FALSE(find_phrase(U"quoc tich: viet nam", U"gioi tinh", 1.5));
}

TEST(FindPhrase, NeverBeginsOrEndsInsideAWord) {
    EXPECT_FALSE(find_phrase(U"khoa so tay", U"so t", 0.5));
}

TEST(FindPhrase, PunctuationLostOrGainedCostsLittle) {
    EXPECT_TRUE(find_phrase(U"ho chu dem ten nguyen van a", U"ho, chu dem, ten", 1));
    EXPECT_TRUE(find_phrase(U"doc lap . tu do . hanh phuc", U"doc lap - tu do - hanh phuc", 1));
}

TEST(FindPhrase, EmptyTextsAreNoTrouble) {
    EXPECT_FALSE(find_phrase(U"", U"so", 0.5));
    EXPECT_EQ(similarity(U"", U""), 1);
}

}  // namespace sohoa::dossier
