#include "pipeline/dossier/identity/machine_zone.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

namespace {

using ZoneLines = std::vector<std::string>;

const Date zone_today{2026, 11, 21};

const ZoneLines card_of_an{"IDVNM2000000015001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                           "NGUYEN<<VAN<AN<<<<<<<<<<<<<<<<"};
const ZoneLines card_of_ngoc{"IDVNM1951234564079195123456<<4", "9503157F3503155VNM<<<<<<<<<<<8",
                             "TRAN<<THI<BICH<NGOC<<<<<<<<<<<"};
const ZoneLines passport_of_ngoc{"P<VNMTRAN<<THI<BICH<NGOC<<<<<<<<<<<<<<<<<<<<",
                                 "C1234567<0VNM9503157F3503155079195123456<<44"};

MachineZone read_zone(const ZoneLines& lines) {
    const auto zone = read_machine_zone(lines, zone_today);
    EXPECT_TRUE(zone);
    return zone.value_or(MachineZone{});
}

}  // namespace

TEST(MachineZone, VietnameseCardSaysItsTwelveDigits) {
    const MachineZone zone = read_zone(card_of_an);
    EXPECT_TRUE(zone.valid);
    EXPECT_EQ(zone.document_code, "ID");
    EXPECT_EQ(zone.issuing_state, "VNM");
    EXPECT_EQ(zone.document_number, "200000001");
    EXPECT_EQ(zone.personal_number, "001200000001");
    EXPECT_EQ(iso(*zone.birth_date), "2000-01-01");
    EXPECT_TRUE(zone.century_by_number);
    EXPECT_EQ(zone.sex, "Nam");
    EXPECT_EQ(iso(*zone.expiry_date), "2040-01-01");
    EXPECT_EQ(zone.full_name(), "NGUYEN VAN AN");
    EXPECT_EQ(zone.surname, "NGUYEN");
    EXPECT_FALSE(zone.name_truncated);
    ASSERT_EQ(zone.checks.size(), 5U);
    for (const CheckedDigit& check : zone.checks) EXPECT_EQ(check.state, ocr::CheckState::holds) << check.name;
}

TEST(MachineZone, PassportCarriesThePersonalNumberToo) {
    const MachineZone zone = read_zone(passport_of_ngoc);
    EXPECT_TRUE(zone.valid);
    EXPECT_EQ(zone.document_code, "P");
    EXPECT_EQ(zone.document_number, "C1234567");
    EXPECT_EQ(zone.personal_number, "079195123456");
    EXPECT_EQ(iso(*zone.birth_date), "1995-03-15");
    EXPECT_EQ(zone.sex, "Nữ");
    EXPECT_EQ(zone.full_name(), "TRAN THI BICH NGOC");
}

TEST(MachineZone, ForeignCardsHaveFourCheckDigits) {
    const MachineZone zone = read_zone(
        {"I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"});
    EXPECT_TRUE(zone.valid);
    EXPECT_EQ(zone.checks[1].state, ocr::CheckState::absent);
    EXPECT_EQ(zone.personal_number, "");
    EXPECT_FALSE(zone.century_by_number);
    EXPECT_EQ(iso(*zone.birth_date), "1974-08-12");
    EXPECT_EQ(zone.document_code, "I");
}

TEST(MachineZone, WhichCheckDigitFailsIsToldByName) {
    ZoneLines lines = card_of_ngoc;
    lines[1][0] = '8';
    const MachineZone zone = read_zone(lines);
    EXPECT_FALSE(zone.valid);
    for (const CheckedDigit& check : zone.checks) {
        const bool fails = check.name == "birth_date" || check.name == "composite";
        EXPECT_EQ(check.state == ocr::CheckState::fails, fails) << check.name;
    }
}

TEST(MachineZone, TheTwoPlacesOfANumberMustAgree) {
    // Every check digit holds, and yet the places name two numbers.
    ZoneLines lines{"IDVNM2000000028001200000001<<6", card_of_an[1], card_of_an[2]};
    lines[0][14] = *ocr::check_digit("200000002");
    const std::string covered =
        lines[0].substr(5) + lines[1].substr(0, 7) + lines[1].substr(8, 7) + lines[1].substr(18, 11);
    lines[1][29] = *ocr::check_digit(covered);
    ASSERT_TRUE(ocr::holds(lines));
    const MachineZone zone = read_zone(lines);
    EXPECT_FALSE(zone.numbers_agree);
    EXPECT_FALSE(zone.valid);
}

TEST(MachineZone, CenturyOfABirthIsNeverInTheFuture) {
    ZoneLines lines{"I<UTOD231458907<<<<<<<<<<<<<<<", "2611212F1204159UTO<<<<<<<<<<<6",
                    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"};
    EXPECT_EQ(iso(*read_zone(lines).birth_date), "2026-11-21");
    lines[1].replace(0, 6, "261122");
    EXPECT_EQ(iso(*read_zone(lines).birth_date), "1926-11-22");
    lines[1].replace(0, 6, "000229");
    EXPECT_EQ(iso(*read_zone(lines).birth_date), "2000-02-29");
    lines[1].replace(0, 6, "74<<<<");
    EXPECT_EQ(iso(*read_zone(lines).birth_date), "1974");
    lines[1].replace(0, 6, "741301");
    EXPECT_FALSE(read_zone(lines).birth_date);
}

TEST(MachineZone, ANumberThatDeniesTheYearDoesNotResolveTheCentury) {
    ZoneLines lines = card_of_an;
    lines[1].replace(0, 6, "990101");
    const MachineZone zone = read_zone(lines);
    EXPECT_EQ(iso(*zone.birth_date), "1999-01-01");
    EXPECT_FALSE(zone.century_by_number);
}

TEST(MachineZone, ACardWithoutEndHasNoExpiry) {
    ZoneLines lines = card_of_an;
    lines[1].replace(8, 6, "991231");
    EXPECT_EQ(read_zone(lines).expiry, Expiry::never);
    EXPECT_FALSE(read_zone(lines).expiry_date);
    lines[1].replace(8, 6, "<<<<<<");
    EXPECT_EQ(read_zone(lines).expiry, Expiry::never);
    lines[1].replace(8, 6, "4A0101");
    EXPECT_EQ(read_zone(lines).expiry, Expiry::unreadable);
}

TEST(MachineZone, LongNumbersOfForeignCardsAreWhole) {
    const MachineZone zone = read_zone(
        {"I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<"});
    EXPECT_TRUE(zone.valid);
    EXPECT_EQ(zone.document_number, "D23145890734");
}

TEST(MachineZone, OldPassportsCarryNineDigits) {
    ZoneLines lines = passport_of_ngoc;
    lines[1].replace(28, 14, "012345678<<<<<");
    EXPECT_EQ(read_zone(lines).old_id_number, "012345678");
    EXPECT_EQ(read_zone(lines).personal_number, "");
}

TEST(MachineZone, AFilledNameFieldMayGoOn) {
    ZoneLines lines = card_of_an;
    lines[2] = "NGUYEN<<TRAN<HOANG<PHUONG<QUYN";
    const MachineZone zone = read_zone(lines);
    EXPECT_TRUE(zone.name_truncated);
    EXPECT_TRUE(same_name_without_marks("Nguyễn Trần Hoàng Phương Quỳnh Anh", zone.full_name(), true));
    EXPECT_FALSE(same_name_without_marks("Nguyễn Trần Hoàng Phương Quỳnh Anh", zone.full_name(), false));
}

TEST(MachineZone, BlanksAndSmallLettersOfAReaderAreMended) {
    EXPECT_EQ(read_zone({"IDVNM2000000015 001200000001<<6", "0001018M4001016VNM<<<<<<<<<<<0",
                         "nguyen<<van<an<<<<<<<<<<<<<<<<"})
                  .full_name(),
              "NGUYEN VAN AN");
}

TEST(MachineZone, OtherLinesAreNone) {
    EXPECT_FALSE(read_machine_zone({}, zone_today));
    EXPECT_FALSE(read_machine_zone(ZoneLines{"IDVNM"}, zone_today));
    EXPECT_FALSE(read_machine_zone(ZoneLines(3, std::string(30, '?')), zone_today));
    EXPECT_FALSE(read_machine_zone(ZoneLines(100, std::string(30, '<')), zone_today));
    EXPECT_TRUE(read_machine_zone(ZoneLines(3, std::string(30, '<')), zone_today));
}

TEST(NameWithoutMarks, IsTheSameWhateverTheMarks) {
    EXPECT_TRUE(same_name_without_marks("Đỗ Thị Đường", "DO THI DUONG"));
    EXPECT_TRUE(same_name_without_marks("TRẦN THỊ BÍCH NGỌC", "TRAN<<THI<BICH<NGOC"));
    EXPECT_TRUE(same_name_without_marks("H'Hen Niê", "HHEN NIE"));
    EXPECT_TRUE(same_name_without_marks("Y-Blô Êban", "Y<BLO<EBAN"));
    EXPECT_FALSE(same_name_without_marks("Đỗ Thị Đường", "DO THI DUNG"));
    EXPECT_FALSE(same_name_without_marks("Đỗ Thị Đường", "DO THI"));
    EXPECT_TRUE(same_name_without_marks("Đỗ Thị Đường", "DO THI", true));
    EXPECT_FALSE(same_name_without_marks("Đỗ Thị", "DO THI DUONG", true));
    EXPECT_FALSE(same_name_without_marks("", ""));
}

}  // namespace sohoa::dossier
