#include "pipeline/dossier/date_text.h"

#include <gtest/gtest.h>

#include "pipeline/dossier/bare_text.h"

namespace sohoa::dossier {

namespace {

std::string written(const std::string& text) {
    const auto found = find_written_date(bare(text));
    return found ? iso(found->date) : "none";
}

std::string numeric(const std::string& text) {
    const auto found = find_numeric_date(bare(text));
    return found ? iso(found->date) : "none";
}

}  // namespace

TEST(WrittenDate, ReadsTheLineOfTheDecree) {
    EXPECT_EQ(written("Hà Nội, ngày 05 tháng 3 năm 2024"), "2024-03-05");
    EXPECT_TRUE(find_written_date(bare("ngày 05 tháng 3 năm 2024"))->exact);
}

TEST(WrittenDate, SurvivesWhatRecognisersDoToIt) {
    EXPECT_EQ(written("Hà Nội, ngảy05 thảng 3 năm2024"), "2024-03-05");
    EXPECT_EQ(written("ngày l5 tháng I0 năm 2O24"), "2024-10-15");
    EXPECT_EQ(written("Ngày 05, tháng 03, năm 2024"), "2024-03-05");
    EXPECT_FALSE(find_written_date(bare("ngày l5 tháng 10 năm 2024"))->exact);
}

TEST(WrittenDate, BlanksLeftForThePenGiveWhatIsKnown) {
    EXPECT_EQ(written("Hà Nội, ngày    tháng 3 năm 2024"), "2024-03");
    EXPECT_EQ(written("Hà Nội, ngày ..... tháng ..... năm 2024"), "2024");
    EXPECT_EQ(written("ngày ụ# tháng 01 năm 2025"), "2025-01");
}

TEST(WrittenDate, ImpossibleDaysAreNotInvented) {
    EXPECT_EQ(written("ngày 31 tháng 02 năm 2024"), "2024-02");
    EXPECT_EQ(written("ngày 10 tháng 17 năm 2024"), "2024");
    EXPECT_EQ(written("ngày nay chúng tôi năm 2024"), "none");
}

TEST(NumericDate, ReadsTheFormsOfPapers) {
    EXPECT_EQ(numeric("Sinh ngày: 05/03/1990"), "1990-03-05");
    EXPECT_EQ(numeric("5-3-1990"), "1990-03-05");
    EXPECT_EQ(numeric("05 / 03 / 1990"), "1990-03-05");
    EXPECT_EQ(numeric("03/1990"), "1990-03");
    EXPECT_EQ(numeric("Năm sinh: 1990"), "1990");
}

TEST(NumericDate, NumbersOfPapersAreNoDates) {
    EXPECT_EQ(numeric("15/2020"), "none");
    EXPECT_EQ(numeric("012345678901"), "none");
    EXPECT_EQ(numeric("99/99/1990"), "none");
}

TEST(WrittenDate, DigitsBesideWhatAPenLeftAreNoDay) {
    const auto by_hand = find_written_date(U"ha noi, ngay 4† thang 01 nam 2025");
    ASSERT_TRUE(by_hand);
    EXPECT_EQ(iso(by_hand->date), "2025-01");
    const auto printed = find_written_date(U"ha noi, ngay 03 thang i0»am 2025");
    ASSERT_TRUE(printed);
    EXPECT_EQ(iso(printed->date), "2025-10-03");
}

}  // namespace sohoa::dossier
