#include "pipeline/dossier/identity/card_qr.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

TEST(CardQr, SevenFieldsOfTheChipCard) {
    const auto card = read_card_qr(
        "001200000001|012345678|Nguyễn Văn An|01012000|Nam|Số 1, Phố A, Phường B, Quận C, Hà Nội|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->id_number, "001200000001");
    EXPECT_EQ(card->old_id_number, "012345678");
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
    EXPECT_EQ(iso(card->birth_date), "2000-01-01");
    EXPECT_EQ(card->sex, "Nam");
    EXPECT_EQ(card->residence, "Số 1, Phố A, Phường B, Quận C, Hà Nội");
    EXPECT_EQ(iso(*card->issued), "2021-06-15");
}

TEST(CardQr, EmptyOldNumberKeepsTheFieldsAfterItInPlace) {
    const auto card = read_card_qr("001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->old_id_number, "");
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
    EXPECT_EQ(card->residence, "Hà Nội");
}

TEST(CardQr, OldNumberLeftOutWithItsBarShiftsNothing) {
    const auto card = read_card_qr("001200000001|Nguyễn Văn An|01012000|Nam|Hà Nội|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
    EXPECT_EQ(iso(*card->issued), "2021-06-15");
}

TEST(CardQr, MoreFieldsOfNewerCardsAreNoTrouble) {
    const auto card =
        read_card_qr("001300000001|001987654|Trần Thị B|05031999|Nữ|Hà Nội|15072024||Trần Văn C|Lê Thị D|");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->sex, "Nữ");
    EXPECT_EQ(iso(*card->issued), "2024-07-15");
}

TEST(CardQr, SixFieldsWithoutDateOfIssueAreRead) {
    const auto card = read_card_qr("001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội");
    ASSERT_TRUE(card);
    EXPECT_FALSE(card->issued);
}

TEST(CardQr, DecomposedMarksBecomeComposed) {
    const auto card = read_card_qr(
        "001200000001||Nguye\u0302\u0303n Va\u0306n An|01012000|Nu\u031B\u0303|Ha\u0300 No\u0323\u0302i|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
    EXPECT_EQ(card->sex, "Nữ");
    EXPECT_EQ(card->residence, "Hà Nội");
}

TEST(CardQr, BirthDayThatNobodyKnowsLeavesTheYear) {
    EXPECT_EQ(iso(read_card_qr("001200000001||Nguyễn Văn An|00001950|Nam|Hà Nội|15062021")->birth_date), "1950");
}

TEST(CardQr, OtherCodesAreNoCards) {
    EXPECT_FALSE(read_card_qr(""));
    EXPECT_FALSE(read_card_qr("https://example.vn/?a=1|2|3"));
    EXPECT_FALSE(read_card_qr("|||||||"));
    EXPECT_FALSE(read_card_qr("001200000001"));
    EXPECT_FALSE(read_card_qr("001200000001||12345|01012000|Nam|Hà Nội|15062021"));
    EXPECT_FALSE(read_card_qr("001200000001||Nguyễn Văn An|31022000|Nam|Hà Nội|15062021"));
    EXPECT_FALSE(read_card_qr(std::string(100000, '|')));
}

}  // namespace sohoa::dossier
