#include <gtest/gtest.h>

#include "samples/maker/mrz.h"
#include "samples/maker/people.h"
#include "samples/maker/sentences.h"

namespace sohoa::maker {

TEST(Numbers, AreReadAsVietnameseReadsThem) {
    EXPECT_EQ(number_in_words(15), "mười lăm");
    EXPECT_EQ(number_in_words(21), "hai mươi mốt");
    EXPECT_EQ(number_in_words(105), "một trăm linh năm");
    EXPECT_EQ(number_in_words(2024), "hai nghìn không trăm hai mươi bốn");
    EXPECT_EQ(number_in_words(1999), "một nghìn chín trăm chín mươi chín");
}

TEST(Numbers, TheFourthMonthHasANameOfItsOwn) {
    EXPECT_EQ(date_in_words({2005, 4, 1}), "Ngày một tháng tư năm hai nghìn không trăm linh năm");
}

TEST(Numbers, SmallDaysAndTheFirstTwoMonthsHaveALeadingZero) {
    EXPECT_EQ(in_words({2024, 2, 5}), "ngày 05 tháng 02 năm 2024");
    EXPECT_EQ(in_words({2024, 3, 15}), "ngày 15 tháng 3 năm 2024");
}

TEST(Numbers, PersonalNumbersAreWellFormedAndNobodys) {
    Random random(7);
    for (int i = 0; i < 200; ++i) {
        const Person person = make_person(random, i % 2 == 0 ? Sex::male : Sex::female, 1950, 2020);
        ASSERT_EQ(person.id_number.size(), 12U);
        EXPECT_EQ(person.id_number.substr(0, 3), person.birth_province.code);
        const int century = person.id_number[3] - '0';
        EXPECT_EQ(century % 2 == 0, person.sex == Sex::male);
        EXPECT_EQ(19 + century / 2, person.birth_date.year / 100);
        EXPECT_EQ(std::stoi(person.id_number.substr(4, 2)), person.birth_date.year % 100);
        EXPECT_GE(person.id_number.substr(6), "900000") << "a lot that a province could have given";
    }
}

TEST(Numbers, MachineReadableZonesCarryTheirCheckDigits) {
    EXPECT_EQ(check_digit("520727"), 3);     // ICAO 9303 part 3, appendix A
    EXPECT_EQ(check_digit("AB2134<<<"), 5);  // the same
    Random random(3);
    const Person person = make_person(random, Sex::female, 1980, 1990);
    const auto lines = td1_lines(person, {2040, 5, 6});
    ASSERT_EQ(lines.size(), 3U);
    for (const auto& line : lines) EXPECT_EQ(line.size(), 30U);
    EXPECT_EQ(lines[1][14] - '0', check_digit("400506"));
}

}  // namespace sohoa::maker
