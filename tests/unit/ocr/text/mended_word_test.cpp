#include "ocr/text/mended_word.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

TEST(MendedWord, LettersThatVietnameseLacksAreThoseTheyLookLike) {
    EXPECT_EQ(mended_word("QÐ-UBND"), "QĐ-UBND");
    EXPECT_EQ(mended_word("79/QĐÐ-UBND"), "79/QĐ-UBND");
    EXPECT_EQ(mended_word("ÐĐ"), "Đ");
    EXPECT_EQ(mended_word("S¡"), "Si");
    EXPECT_EQ(mended_word("đaï"), "đai");
    EXPECT_EQ(mended_word("Chï"), "Chi");
    EXPECT_EQ(mended_word("(ñgày"), "(ngày");
    EXPECT_EQ(mended_word("naïve"), "naïve");
    EXPECT_EQ(mended_word("Zürich"), "Zürich");
    EXPECT_EQ(mended_word("ÿ"), "ÿ");
    EXPECT_EQ(mended_word("oƒ"), "of");
    EXPECT_EQ(mended_word("{rom"), "from");
    EXPECT_EQ(mended_word("o{"), "of");
    EXPECT_EQ(mended_word("{a}"), "{a}");
    EXPECT_EQ(mended_word("{"), "{");
    EXPECT_EQ(mended_word("79⁄QĐ-UBND"), "79/QĐ-UBND");
}

TEST(MendedWord, ALetterReadForADigitInANumberIsADigit) {
    EXPECT_EQ(mended_word("ó,75"), "6,75");
    EXPECT_EQ(mended_word("9ó%"), "96%");
    EXPECT_EQ(mended_word("2o24"), "2024");
    EXPECT_EQ(mended_word("(7o"), "(70");
}

TEST(MendedWord, AParagraphSignInANumberOrATimeIsAnEight) {
    EXPECT_EQ(mended_word("§h30-9h45"), "8h30-9h45");
    EXPECT_EQ(mended_word("1§3/2024"), "183/2024");
    EXPECT_EQ(mended_word("§"), "§");
    EXPECT_EQ(mended_word("§a"), "§a");
}

TEST(MendedWord, SquareMetresAreNoQuestion) {
    EXPECT_EQ(mended_word("m?"), "m²");
    EXPECT_EQ(mended_word("m°."), "m².");
    EXPECT_EQ(mended_word("30°"), "30°");
    EXPECT_EQ(mended_word("(m?);"), "(m²);");
    EXPECT_EQ(mended_word("98,1m?."), "98,1m².");
    EXPECT_EQ(mended_word("m?/người"), "m²/người");
    EXPECT_EQ(mended_word("làm?"), "làm?");
    EXPECT_EQ(mended_word("em?"), "em?");
}

TEST(MendedWord, OtherWordsStay) {
    for (const char* word :
         {"", "ó", "có", "o", "O/2024", "A1", "12a", "ó,", "1oo", "Quý", "6,75", "10/ó-QĐ", "không?"}) {
        EXPECT_EQ(mended_word(word), word);
    }
}

}  // namespace sohoa::ocr
