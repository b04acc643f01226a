#include "ocr/text/grammar.h"

#include <gtest/gtest.h>

#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

std::string read_as(Grammar grammar, const std::string& text) {
    const auto reading = reading_by(grammar, line_of_text(text).words);
    return reading ? reading->text : "";
}

/// A word whose letters may each be one of several.
Word word_of(const std::vector<std::vector<SymbolChoice>>& letters) {
    Word word;
    word.confidence = 0.9;
    for (const auto& choices : letters) {
        word.text += choices.front().text;
        word.symbols.push_back({{}, choices});
    }
    return word;
}

}  // namespace

TEST(Grammar, HasNames) {
    for (const Grammar grammar : {Grammar::digits, Grammar::date, Grammar::code}) {
        EXPECT_EQ(grammar_named(name_of(grammar)), grammar);
    }
    EXPECT_FALSE(grammar_named("poem").has_value());
}

TEST(Grammar, DigitsAreWhatLettersLookLike) {
    EXPECT_EQ(read_as(Grammar::digits, "0860 9O9 8I84 Ø"), "086090981840");
    EXPECT_EQ(read_as(Grammar::digits, "096084984867 ."), "096084984867");
    EXPECT_EQ(read_as(Grammar::digits, "không có"), "");
    EXPECT_EQ(read_as(Grammar::digits, "..."), "");
    EXPECT_FALSE(reading_by(Grammar::digits, {}).has_value());
}

TEST(Grammar, ARivalThatFitsIsTakenBeforeALikeness) {
    const auto reading = reading_by(Grammar::digits, {word_of({{{"S", 0.6}, {"8", 0.3}}, {{"1", 0.9}}})});
    ASSERT_TRUE(reading.has_value());
    EXPECT_EQ(reading->text, "81");
    EXPECT_LT(reading->confidence, 0.9);
}

TEST(Grammar, ADateHasADayAMonthAndAYear) {
    EXPECT_EQ(read_as(Grammar::date, "J8/04/2026"), "18/04/2026");
    EXPECT_EQ(read_as(Grammar::date, "5.3.2024"), "5/3/2024");
    EXPECT_EQ(read_as(Grammar::date, "ngày 5 tháng 3 năm 2024"), "5/3/2024");
    EXPECT_EQ(read_as(Grammar::date, "18/O4/2026 -'"), "18/04/2026") << "dirt behind it";
    EXPECT_EQ(read_as(Grammar::date, "18I04I2026"), "18/04/2026");
    EXPECT_EQ(read_as(Grammar::date, "31/02/2024"), "");
    EXPECT_EQ(read_as(Grammar::date, "18/13/2024"), "");
    EXPECT_EQ(read_as(Grammar::date, "2024"), "");
    EXPECT_EQ(read_as(Grammar::date, "một hai ba"), "");
}

TEST(Grammar, ACodeIsOfCapitalsAndDigits) {
    EXPECT_EQ(read_as(Grammar::code, "CN ØØ7ó1"), "CN 00761");
    EXPECT_EQ(read_as(Grammar::code, "AA 99664859."), "AA 99664859");
    EXPECT_EQ(read_as(Grammar::code, "12/QĐ-UBND"), "12/QĐ-UBND");
    EXPECT_EQ(read_as(Grammar::code, "xem sau"), "");
    EXPECT_EQ(read_as(Grammar::code, "QĐ"), "") << "no digit";
}

TEST(Grammar, ReadingsOfOnePlaceVote) {
    const auto two = agreed({{"12", 0.9}, {"13", 0.95}, {"12", 0.9}});
    ASSERT_TRUE(two.has_value());
    EXPECT_EQ(two->text, "12");
    EXPECT_NEAR(two->confidence, 0.9 * 1.8 / 2.75, 1e-9);
    EXPECT_NEAR(agreed({{"12", 0.9}})->confidence, 0.45, 1e-9) << "nobody else says so";
    EXPECT_FALSE(agreed({}).has_value());
}

}  // namespace sohoa::ocr
