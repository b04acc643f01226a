#include "ocr/text/language/mended_codes.h"

#include <gtest/gtest.h>

#include "base/vietnamese.h"
#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

const char* const used = "QĐ NQ NĐ CP HD HĐ BGDĐT GDĐT UBND VT";

std::string mended_codes(const std::string& text, double confidence = 0.99) {
    Line line = line_of_text(text);
    for (Word& word : line.words) word.confidence = confidence;
    mend_codes(line, Abbreviations(used));
    return text_of_words(line);
}

/// A word read without doubt, each D of it with a rival.
std::string with_rival(const std::string& text, const std::string& rival) {
    Line line = line_of_text(text);
    Word& word = line.words.front();
    word.confidence = 0.99;
    for (const char32_t c : to_utf32(text)) {
        word.symbols.push_back({{}, {{to_utf8(std::u32string(1, c)), 0.99}}});
        if (c == U'D') word.symbols.back().choices.push_back({rival, 0.01});
    }
    mend_codes(line, Abbreviations(used));
    return text_of_words(line);
}

}  // namespace

TEST(MendedCodes, ADForABarredOneInAnAbbreviation) {
    EXPECT_EQ(mended_codes("Số: 12/QD-BGDDT", 0.5), "Số: 12/QĐ-BGDĐT");
    EXPECT_EQ(mended_codes("Bộ GDDT;", 0.5), "Bộ GDĐT;");
    EXPECT_EQ(with_rival("30/2020/ND-CP", "Đ"), "30/2020/NĐ-CP");
}

TEST(MendedCodes, AMisprintStays) {
    EXPECT_EQ(mended_codes("30/2020/ND-CP"), "30/2020/ND-CP");
    EXPECT_EQ(with_rival("30/2020/ND-CP", "O"), "30/2020/ND-CP");
}

TEST(MendedCodes, ADStaysWhereBothAreUsedOrNeitherIs) {
    EXPECT_EQ(mended_codes("45/HD-UBND", 0.5), "45/HD-UBND");
    EXPECT_EQ(mended_codes("CDDL SDK DVD-ROM", 0.5), "CDDL SDK DVD-ROM");
    EXPECT_EQ(mended_codes("QD ND", 0.5), "QD ND") << "too short to be told by themselves";
}

TEST(MendedCodes, LettersBeforeDigitsThatAreAOne) {
    EXPECT_EQ(mended_codes("Số: I844/SVHTT"), "Số: 1844/SVHTT");
    EXPECT_EQ(mended_codes("khóa DI2+DI3, Dl5"), "khóa D12+D13, D15");
    EXPECT_EQ(mended_codes("phòng Al0l, A10I;"), "phòng A101, A101;");
    EXPECT_EQ(mended_codes("theo Điều I, Điều l Luật"), "theo Điều 1, Điều 1 Luật");
}

TEST(MendedCodes, RomanNumeralsAndNamesStay) {
    EXPECT_EQ(mended_codes("Phần I và HDMI2, ISO9001, Phụ lục I"), "Phần I và HDMI2, ISO9001, Phụ lục I");
    EXPECT_EQ(mended_codes("I2 III5 VI2 Il l2"), "I2 III5 VI2 Il l2");
    EXPECT_EQ(mended_codes("điều ấy"), "điều ấy");
}

TEST(MendedCodes, TheClerksOfficeBehindTheCopy) {
    EXPECT_EQ(mended_codes("- Lưu: VI, TH."), "- Lưu: VT, TH.");
    EXPECT_EQ(mended_codes("Phần VI, mục 2"), "Phần VI, mục 2");
}

TEST(MendedCodes, ARomanNumeralAtTheHeadOfALine) {
    EXPECT_EQ(mended_codes("TI. TỔ CHỨC THỰC HIỆN"), "II. TỔ CHỨC THỰC HIỆN");
    EXPECT_EQ(mended_codes("TIl. KIẾN NGHỊ"), "III. KIẾN NGHỊ");
    EXPECT_EQ(mended_codes("so với quý TI. Thời gian"), "so với quý II. Thời gian");
    EXPECT_EQ(mended_codes("TT. Huế, anh TI. ở"), "TT. Huế, anh TI. ở");
}

TEST(MendedCodes, TheSignsThatEndAPaper) {
    for (const char* read : {"định này./.", "định này./;", "định này/.", "định này /.", "định này./ 9",
                             "định này./~:›//", "định này.//."}) {
        EXPECT_EQ(mended_codes(read), "định này./.") << read;
    }
    EXPECT_EQ(mended_codes("năm 2024./"), "năm 2024./.");
}

TEST(MendedCodes, OtherSlashesStay) {
    for (const char* text : {"và/", "12/2024", "tại https://", "ngày 12/", "đồng/kg.", "/.", "a / b", "này./. 9a"}) {
        EXPECT_EQ(mended_codes(text), text);
    }
}

TEST(MendedCodes, WhatWasReadIsKept) {
    Line line = line_of_text("này./ 9");
    mend_codes(line, Abbreviations(""));
    ASSERT_EQ(line.words.size(), 1U);
    EXPECT_EQ(line.words[0].raw, "này./ 9");
    line = line_of_text("Điều I");
    mend_codes(line, Abbreviations(""));
    EXPECT_EQ(line.words[1].raw, "I");
}

}  // namespace sohoa::ocr
