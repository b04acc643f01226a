#include "base/masking.h"

#include <chrono>
#include <gtest/gtest.h>

namespace sohoa {

namespace {

struct Hidden {
    const char* text;
    const char* shown;
};

void expect_shown(std::initializer_list<Hidden> rows) {
    for (const Hidden& row : rows) {
        EXPECT_EQ(masked(row.text), row.shown) << row.text;
        EXPECT_EQ(masked(row.shown), row.shown) << row.text;
    }
}

void expect_left(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_EQ(masked(text), text);
}

}  // namespace

TEST(Masking, HidesTheMiddleOfIdentityNumbers) {
    expect_shown({{"số 001200000001 cấp", "số 001*****0001 cấp"},
                  {"CMND 012345678.", "CMND 012****78."},
                  {"001200000001|012345678|Nguyễn Văn An|01012000", "001*****0001|012****78|Nguyễn Văn An|01012000"},
                  {"001200000001079195123456", "001*****************3456"}});
}

TEST(Masking, WhatPartsDigitsSavesNoNumber) {
    expect_shown({{"001 200 000 001", "001 *** **0 001"},
                  {"001.200.000.001", "001.***.**0.001"},
                  {"001-200-000-001", "001-***-**0-001"},
                  {"001\u00A0200\u00A0000\u00A0001", "001\u00A0***\u00A0**0\u00A0001"},
                  {"001  200  000  001", "001  ***  **0  001"},
                  {"001 – 200 – 000 – 001", "001 – *** – **0 – 001"},
                  {"001\u200B200\u200B000\u200B001", "001\u200B***\u200B**0\u200B001"},
                  {"0 0 1 2 0 0 0 0 0 0 0 1", "0 0 1 * * * * * 0 0 0 1"},
                  {"271.460.000", "271.***.*00"},
                  {"STT 1 001 200 000 001", "STT 1 00* *** **0 001"}});
}

TEST(Masking, TwoNumbersBesideOneAnotherAreNotTooLongToBeHidden) {
    EXPECT_EQ(masked("012345678 012345679").find("345678"), std::string::npos);
    EXPECT_EQ(masked("001200000001 079195123456").find("00000"), std::string::npos);
    EXPECT_EQ(masked("001200000001 079195123456").find("19512"), std::string::npos);
}

TEST(Masking, FullWidthDigitsAndLookAlikesAreDigits) {
    expect_shown({{"００１２００００００01", "００１*****００01"},
                  {"00l2OOOO0001", "00l*****0001"},
                  {"OO12O0000001", "OO1*****0001"}});
}

TEST(Masking, PhonesInsuranceAndPassportsAreHidden) {
    expect_shown({{"ĐT: 0912345678", "ĐT: 091*****78"},
                  {"0912.345.678", "091*.***.*78"},
                  {"+84 912 345 678", "+84 9** *** *78"},
                  {"(024) 3825 1234", "(024) **** **34"},
                  {"GD4790000000001", "GD479******0001"},
                  {"GD 4 79 0000000001", "GD 4 79 ******0001"},
                  {"hộ chiếu C1234567 cấp", "hộ chiếu C1****67 cấp"}});
}

TEST(Masking, ZonesKeepNoDigit) {
    expect_shown({{"IDVNM2000000015001200000001<<6", "IDVNM**********************<<*"},
                  {"C1234567<0VNM9503157F3503155079195123456<<44", "C*******<*VNM*******F*******************<<**"},
                  {"NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<", "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"}});
}

TEST(Masking, LeavesDatesAndDocumentNumbers) {
    expect_left({"ngày 05/03/2024 số 1403/BC-VP", "05-03-2024 14:05", "05.03.2024 14:05:09",
                 "2024-03-05T14:05:09+07:00", "2024-03-05 14:05", "từ 05/03/2024 - 12/04/2024", "13/2023/NQ-HĐND",
                 "20240305-140509.jpg", "IMG_20240305_140509.jpg", "20240305140509", "trang 12, 345 dòng"});
}

TEST(Masking, LeavesAmounts) {
    expect_left({"1.250.000", "1.250.000 đồng", "12.500.000.000", "125.000.000 đ", "125.000.000đ", "125 000 000 VND",
                 "12,500,000", "271.460.000 đồng"});
    EXPECT_NE(masked("271.460.000 đã cấp"), "271.460.000 đã cấp");
    EXPECT_NE(masked("1.001.200.000.001"), "1.001.200.000.001");
}

TEST(Masking, LeavesCodesOfDossiersAndProcedures) {
    expect_left({"H55.242-250805-0012", "000.00.04.G14-221010-0001", "H55.242-250805-0012-KQ1", "H55.242/250805/0012",
                 "G22.99-250805-00123456", "1.001193", "1.000894.01", "2.000815.000.00.00.H41", "KQ.G15.000031",
                 "TP-H05.000026", "BM 123456", "AA 06654954"});
    EXPECT_EQ(masked("H55.242-250805-0012 001200000001"), "H55.242-250805-0012 001*****0001");
}

TEST(Masking, LeavesDigests) {
    expect_left({"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                 "sha256 0123456789012345678901234567890123456789012345678901234567890abc",
                 "550e8400-e29b-41d4-a716-446655440000"});
    EXPECT_NE(masked("12345678-1234-1234-1234-123456789012"), "12345678-1234-1234-1234-123456789012");
}

TEST(Masking, NumbersBehindWhatIsLeftAreHiddenYet) {
    EXPECT_EQ(masked("05-03-2024 001200000001"), "05-03-2024 001*****0001");
    EXPECT_EQ(masked("1.250.000 001200000001"), "1.250.000 001*****0001");
    EXPECT_EQ(masked("05-03-2024-0012"), "05-0*-****-0012");
}

TEST(Masking, BytesThatAreNoTextStay) {
    EXPECT_EQ(masked("\xFF\xC3 001200000001 \xE1\xBA"), "\xFF\xC3 001*****0001 \xE1\xBA");
    EXPECT_EQ(masked(""), "");
    EXPECT_EQ(masked(std::string_view("\0", 1)), std::string("\0", 1));
}

TEST(Masking, LongTextsCostNoMoreThanTheirLength) {
    const auto begin = std::chrono::steady_clock::now();
    for (const char c : {'O', 'A', '1', '<', 'a', '.', ' ', '-'}) masked(std::string(1'000'000, c));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace sohoa
