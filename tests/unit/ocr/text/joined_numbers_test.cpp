#include "ocr/text/joined_numbers.h"

#include <gtest/gtest.h>

#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

std::string joined(const std::string& text) {
    Line line = line_of_text(text);
    join_numbers(line);
    return text_of_words(line);
}

}  // namespace

TEST(JoinedNumbers, SymbolsGoOnBehindTheirHyphen) {
    EXPECT_EQ(joined("Nghị quyết số 205/NQ- HĐND ngày"), "Nghị quyết số 205/NQ-HĐND ngày");
    EXPECT_EQ(joined("12/QĐ- UBND- NC;"), "12/QĐ-UBND-NC;");
    EXPECT_EQ(joined("số 24/TT- BTP,"), "số 24/TT-BTP,");
}

TEST(JoinedNumbers, FiguresThatTheSecondNetworkSawAsOne) {
    Line line = line_of_text("nhân: 001 192918149 ngày");
    line.words[2].second = SecondReading{"001192918149", 0.95};
    join_numbers(line);
    EXPECT_EQ(text_of_words(line), "nhân: 001192918149 ngày");
    EXPECT_EQ(line.words[1].raw, "001 192918149");
    EXPECT_EQ(line.words[1].second->text, "001192918149");
    EXPECT_EQ(joined("001 192918149"), "001 192918149");
}

TEST(JoinedNumbers, OtherWordsStayApart) {
    EXPECT_EQ(joined("205/NQ- Hội đồng"), "205/NQ- Hội đồng");
    EXPECT_EQ(joined("Xã - UBND"), "Xã - UBND");
    EXPECT_EQ(joined("2020/ - UBND"), "2020/ - UBND");
    EXPECT_EQ(joined("và/hoặc- UBND"), "và/hoặc- UBND");
    EXPECT_EQ(joined("205/NQ-"), "205/NQ-");
    EXPECT_EQ(joined(""), "");
}

}  // namespace sohoa::ocr
