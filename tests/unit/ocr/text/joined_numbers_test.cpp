#include "ocr/text/joined_numbers.h"

#include <gtest/gtest.h>
#include <sstream>

namespace sohoa::ocr {

namespace {

std::string joined(const std::string& text) {
    Line line;
    std::istringstream words(text);
    for (std::string word; words >> word;) line.words.push_back({{}, {}, word, 0.9, ""});
    join_numbers(line);
    std::string now;
    for (const Word& word : line.words) now += (now.empty() ? "" : " ") + word.text;
    return now;
}

}  // namespace

TEST(JoinedNumbers, SymbolsGoOnBehindTheirHyphen) {
    EXPECT_EQ(joined("Nghị quyết số 205/NQ- HĐND ngày"), "Nghị quyết số 205/NQ-HĐND ngày");
    EXPECT_EQ(joined("12/QĐ- UBND- NC;"), "12/QĐ-UBND-NC;");
    EXPECT_EQ(joined("số 24/TT- BTP,"), "số 24/TT-BTP,");
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
