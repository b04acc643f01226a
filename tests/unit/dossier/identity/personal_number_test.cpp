#include "pipeline/dossier/identity/personal_number.h"

#include <gtest/gtest.h>

#include "pipeline/dossier/identity/code_tables.h"

namespace sohoa::dossier {

TEST(PersonalNumber, SaysPlaceCenturySexAndYear) {
    struct Vector {
        const char* number;
        const char* place;
        const char* sex;
        int year;
    };
    for (const Vector& each :
         {Vector{"001200000001", "Hà Nội", "Nam", 2000}, Vector{"079195123456", "Hồ Chí Minh", "Nữ", 1995},
          Vector{"096075000001", "Cà Mau", "Nam", 1975}, Vector{"026399000001", "Vĩnh Phúc", "Nữ", 2099},
          Vector{"046401000001", "Thừa Thiên Huế", "Nam", 2101},
          Vector{"046901000001", "Thừa Thiên Huế", "Nữ", 2301}}) {
        const auto number = read_personal_number(each.number);
        ASSERT_TRUE(number) << each.number;
        EXPECT_EQ(number->place, each.place);
        EXPECT_EQ(number->sex, each.sex);
        EXPECT_EQ(number->birth_year, each.year);
        EXPECT_FALSE(number->place_warning);
    }
}

TEST(PersonalNumber, AnUnknownProvinceIsAWarningAndAForeignCountryIsNone) {
    EXPECT_TRUE(read_personal_number("003200000001")->place_warning);
    EXPECT_EQ(read_personal_number("003200000001")->place, "");
    EXPECT_FALSE(read_personal_number("115200000001")->place_warning);
}

TEST(PersonalNumber, BlanksDotsAndDashesBetweenItsDigitsArePassedOver) {
    EXPECT_EQ(read_personal_number("001 200 000 001")->digits, "001200000001");
    EXPECT_EQ(read_personal_number("001.200.000-001")->digits, "001200000001");
    EXPECT_EQ(read_personal_number("001\u00A0200\u00A0000\u00A0001")->digits, "001200000001");
}

TEST(PersonalNumber, OtherTextsAreNone) {
    for (const char* text : {"", "00120000000", "0012000000011", "00120000000A", "số 001200000001", "\xFF\xFE"})
        EXPECT_FALSE(read_personal_number(text)) << text;
}

TEST(PersonalNumber, WitnessesAgreeDisagreeOrSayNothing) {
    const auto number = read_personal_number("079195123456");
    ASSERT_TRUE(number);
    EXPECT_EQ(compare(*number, "Nữ", Date{1995, 3, 15}).strength(), 2);
    EXPECT_EQ(compare(*number, "Nam", Date{1995, 3, 15}).sex, Agreement::disagrees);
    EXPECT_EQ(compare(*number, "Nam", Date{1995, 3, 15}).strength(), 0);
    EXPECT_EQ(compare(*number, "", std::nullopt).sex, Agreement::unknown);
    EXPECT_EQ(compare(*number, "", std::nullopt).strength(), 0);
    EXPECT_EQ(compare(*number, "khác", Date{1996, 0, 0}).strength(), -1);
}

TEST(OldCardNumber, HasNineDigitsAndAKnownDoubledRange) {
    EXPECT_EQ(read_old_card_number("012 345 678")->place_code, "01");
    EXPECT_TRUE(read_old_card_number("271460000")->known_twice);
    EXPECT_FALSE(read_old_card_number("271450000")->known_twice);
    EXPECT_FALSE(read_old_card_number("01234567"));
}

TEST(CodeTables, HoldEveryProvinceOnceByEachScheme) {
    EXPECT_EQ(birth_places().size(), 63U);
    for (const CodeRow& row : birth_places()) EXPECT_EQ(row_of(birth_places(), row.code), &row);
    for (const CodeRow& row : level_one_agencies()) EXPECT_EQ(row_of(level_one_agencies(), row.code), &row);
    EXPECT_EQ(row_of(level_one_agencies(), "H64"), nullptr);
    EXPECT_EQ(row_of(level_one_agencies(), "H55")->name, "Thái Nguyên");
    EXPECT_EQ(identity_table_versions().size(), 3U);
}

TEST(CodeTables, ACodeIsInForceBetweenItsDates) {
    const CodeRow row{"X01", "", "2020-09-15", "2025-06-30"};
    EXPECT_FALSE(in_force(row, {2020, 9, 14}));
    EXPECT_TRUE(in_force(row, {2020, 9, 15}));
    EXPECT_TRUE(in_force(row, {2025, 6, 30}));
    EXPECT_FALSE(in_force(row, {2025, 7, 1}));
    EXPECT_TRUE(in_force(row, {2026, 0, 0}));
}

}  // namespace sohoa::dossier
