#include "pipeline/dossier/identity/health_card_qr.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

TEST(HealthCardQr, NameAndAddressComeOutOfTheirHex) {
    // "Nguyễn Văn An", "Hà Nội"
    const auto card = read_health_card_qr(
        "GD4790000000001|4e677579e1bb856e2056c4836e20416e|01/01/2000|1|48c3a0204ee1bb9969|01 - 001|01/01/2024|-|$");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->card_number, "GD4790000000001");
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
    EXPECT_EQ(iso(*card->birth_date), "2000-01-01");
    EXPECT_EQ(card->sex, "Nam");
    EXPECT_EQ(card->address, "Hà Nội");
    EXPECT_EQ(card->others, (std::vector<std::string>{"01 - 001", "01/01/2024", "-", "$"}));
}

TEST(HealthCardQr, TheNewNumberHasTenDigits) {
    const auto card = read_health_card_qr("0123456789|4e677579e1bb856e2056c4836e20416e|1975|2|");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->card_number, "0123456789");
    EXPECT_EQ(iso(*card->birth_date), "1975");
    EXPECT_EQ(card->sex, "Nữ");
    EXPECT_EQ(card->address, "");
}

TEST(HealthCardQr, WhatCannotBeReadStaysEmpty) {
    const auto card = read_health_card_qr("0123456789|4e677579e1bb856e|31/02/2000|3|xyz");
    ASSERT_TRUE(card);
    EXPECT_FALSE(card->birth_date);
    EXPECT_EQ(card->sex, "");
    EXPECT_EQ(card->address, "");
}

TEST(HealthCardQr, OtherTextsAreNoHealthCards) {
    EXPECT_FALSE(read_health_card_qr(""));
    EXPECT_FALSE(read_health_card_qr("0123456789|Nguyễn Văn An|01/01/2000|1|"));
    EXPECT_FALSE(read_health_card_qr("0123456789|4e6|01/01/2000|1|"));
    EXPECT_FALSE(read_health_card_qr("0123456789|ff00ff|01/01/2000|1|"));
    EXPECT_FALSE(read_health_card_qr("012345678|4e677579e1bb856e|01/01/2000|1|"));
    EXPECT_FALSE(read_health_card_qr(std::string(100000, '4')));
}

TEST(HealthCardNumber, HasOneOfTwoForms) {
    EXPECT_EQ(read_health_card_number("gd 4 79 0000000001"), "GD4790000000001");
    EXPECT_EQ(read_health_card_number("0123456789"), "0123456789");
    EXPECT_FALSE(read_health_card_number("GD479000000001"));
    EXPECT_FALSE(read_health_card_number("G14790000000001"));
    EXPECT_FALSE(read_health_card_number("ĐN4790000000001"));
}

}  // namespace sohoa::dossier
