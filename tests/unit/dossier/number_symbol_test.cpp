#include "pipeline/dossier/number_symbol.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"

namespace sohoa::dossier {

namespace {

std::string read(const std::string& text) {
    const auto found = read_number_line(to_utf32(nfc(text)));
    return found ? found->number + " | " + found->symbol : "none";
}

}  // namespace

TEST(NumberLine, ReadsTheFormsOfTheDecree) {
    EXPECT_EQ(read("Số: 15/QĐ-BNV"), "15 | QĐ-BNV");
    EXPECT_EQ(read("Số: 12/UBND-VX"), "12 | UBND-VX");
    EXPECT_EQ(read("Số: 07/TTr-STP"), "07 | TTr-STP");
    EXPECT_EQ(read("Số: 12a/TB-UBND"), "12a | TB-UBND");
}

TEST(NumberLine, ReadsPartyPapersAndPapersWithAYear) {
    EXPECT_EQ(read("Số 293-TB/HU"), "293 | TB/HU");
    EXPECT_EQ(read("Số: 13/2023/NQ-HĐND"), "13 | 2023/NQ-HĐND");
    EXPECT_EQ(read("Số: 59/QĐ-VP.HĐND & UBND"), "59 | QĐ-VP.HĐND & UBND");
}

TEST(NumberLine, RecogniserLookAlikesInTheSymbolAreMended) {
    EXPECT_EQ(read("Số: 15 / QD - U8ND"), "15 | QĐ-UBND");
    EXPECT_EQ(read("Số: 15/QÐ–UBND"), "15 | QĐ-UBND");
    EXPECT_EQ(read("So: l5/TTR-UBND"), "15 | TTr-UBND");
    EXPECT_FALSE(read_number_line(to_utf32("Số: 15/QD-UBND"))->exact);
    EXPECT_TRUE(read_number_line(to_utf32("Số: 15/QĐ-UBND"))->exact);
}

TEST(NumberLine, ANumberLeftToThePenStaysEmpty) {
    EXPECT_EQ(read("Số:      /BC-UBND"), " | BC-UBND");
    EXPECT_EQ(read("Số: ....../QĐ-UBND"), " | QĐ-UBND");
    EXPECT_EQ(read("Số: ợ¿/TTr-UBND"), " | TTr-UBND");
}

TEST(NumberLine, StopsWhereTheSymbolEnds) {
    EXPECT_EQ(read("Số: 15/QĐ-UBND Hà Nội, ngày 05 tháng 3 năm 2024"), "15 | QĐ-UBND");
    EXPECT_EQ(read("Số: 119 Quyển số: 01"), "119 | ");
}

TEST(NumberLine, OtherWordsAreNoNumberLine) {
    EXPECT_EQ(read("Sở Tư pháp"), "none");
    EXPECT_EQ(read("Số lượng: 5 bản"), "none");
    EXPECT_EQ(read("Sống và làm việc"), "none");
    EXPECT_EQ(read(""), "none");
    EXPECT_EQ(read("Số:"), "none");
}

TEST(NumberAndSymbol, StandsByItself) {
    const auto read_alone = [](const std::string& text) {
        const auto found = read_number_and_symbol(to_utf32(nfc(text)));
        return found ? found->number + " | " + found->symbol : "none";
    };
    EXPECT_EQ(read_alone("15/QĐ-BNV"), "15 | QĐ-BNV");
    EXPECT_EQ(read_alone(" 15 / QÐ – UBND "), "15 | QĐ-UBND");
    EXPECT_EQ(read_alone("293-TB/HU"), "293 | TB/HU");
    EXPECT_EQ(read_alone("30/2020/NĐ-CP"), "30 | 2020/NĐ-CP");
    EXPECT_EQ(read_alone("      /BC-UBND"), " | BC-UBND");
    EXPECT_EQ(read_alone("59/QĐ-VP.HĐND & UBND"), "59 | QĐ-VP.HĐND & UBND");
    EXPECT_EQ(read_alone("15"), "none");
    EXPECT_EQ(read_alone("15/QĐ-UBND Hà Nội"), "none");
    EXPECT_EQ(read_alone(""), "none");
    EXPECT_EQ(read_alone("Sở Tư pháp"), "none");
}

TEST(KindAbbreviation, IsTheFirstGroupAfterAYear) {
    EXPECT_EQ(kind_abbreviation("QĐ-UBND"), "QĐ");
    EXPECT_EQ(kind_abbreviation("2023/NQ-HĐND"), "NQ");
    EXPECT_EQ(kind_abbreviation("TB/HU"), "TB");
}

TEST(NumberLine, WhatIsLeftOfANumberByHandIsNoGroupOfTheSymbol) {
    const auto line = read_number_line(U"Số: 20/2Ï/TB-ĐHĐL");
    ASSERT_TRUE(line);
    EXPECT_EQ(line->number, "");
    EXPECT_EQ(line->symbol, "TB-ĐHĐL");
    const auto with_year = read_number_line(U"Số: 13/2023/NQ-HĐND");
    ASSERT_TRUE(with_year);
    EXPECT_EQ(with_year->symbol, "2023/NQ-HĐND");
}

}  // namespace sohoa::dossier
