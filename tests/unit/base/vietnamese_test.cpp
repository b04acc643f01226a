#include "base/vietnamese.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Vietnamese, FoldingFindsNamesTypedWithoutMarks) {
    EXPECT_EQ(folded("Đỗ Thị  Đường"), "do thi duong");
    EXPECT_EQ(without_marks("QUYẾT ĐỊNH Ưu ơ ỵ"), "QUYET DINH Uu o y");
}

TEST(Vietnamese, NfcComposesDecomposedMarks) {
    EXPECT_EQ(nfc("Nguye\xCC\x82\xCC\x83n"), "Nguyễn");
    EXPECT_EQ(upper("nguyễn thị ơn"), "NGUYỄN THỊ ƠN");
    EXPECT_EQ(lower("ĐẶNG"), "đặng");
}

TEST(Vietnamese, BadBytesNeverSurvive) {
    EXPECT_EQ(nfc("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(valid_utf8(std::string_view("a\0b\x1B", 4)), "a b ");
    EXPECT_EQ(without_marks("\xC3"), "\xEF\xBF\xBD");
}

TEST(Vietnamese, TonePlacementsAreOne) {
    EXPECT_EQ(new_tone_placement("HÒA hòa thủy khỏe Hòa,"), "HOÀ hoà thuỷ khoẻ Hoà,");
    EXPECT_EQ(new_tone_placement("quý hoàn toán thuyền"), "quý hoàn toán thuyền");
}

TEST(Vietnamese, BlanksOfEveryKindBecomeOne) {
    EXPECT_EQ(single_spaced("  a\u00A0\t b\n\nc "), "a b c");
    EXPECT_EQ(words_of("Số: 12\u00A0/ QĐ").size(), 4U);
}

TEST(Vietnamese, AlphabetHasMarkedLettersAndNoForeignOnes) {
    for (const char32_t c : U"ăâđêôơưỵỹẴ") {
        if (c != 0) {
            EXPECT_TRUE(is_vietnamese_letter(c)) << static_cast<unsigned>(c);
        }
    }
    for (const char32_t c : U"äöçñßð1-") {
        if (c != 0) {
            EXPECT_FALSE(is_vietnamese_letter(c)) << static_cast<unsigned>(c);
        }
    }
}

}  // namespace sohoa
