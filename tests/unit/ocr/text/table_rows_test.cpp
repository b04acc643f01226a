#include "ocr/text/layout/table_rows.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {
namespace {

constexpr double table_letters = 30;

/// A line on a baseline, of three columns: which are filled ("xx.": the first two), and the first one's text.
TableLine table_line(double baseline, const std::string& filled, const std::string& first = "") {
    TableLine line;
    line.baseline = baseline;
    line.first = first;
    for (const char c : filled) {
        line.columns.push_back(c == 'x');
        line.count += c == 'x' ? 1 : 0;
    }
    return line;
}

/// "R" for each line that begins a row, "." for those that go on.
std::string rows_in(const std::vector<TableLine>& lines, const std::vector<bool>& below) {
    std::string rows;
    for (const bool start : row_starts(lines, below, table_letters)) rows += start ? 'R' : '.';
    return rows;
}

std::string rows_in(const std::vector<TableLine>& lines) {
    return rows_in(lines, std::vector<bool>(lines.size()));
}

}  // namespace

TEST(TableRows, WiderWhitePartsRows) {
    EXPECT_EQ(rows_in({table_line(0, "xxx", "STT"), table_line(60, "xxx", "a1"), table_line(100, "xx.", "a2"),
                       table_line(160, "xxx", "b1"), table_line(200, ".x."), table_line(260, "xxx", "c1")}),
              "RR.R.R");
}

TEST(TableRows, ANumberInTheMiddleOfItsRowIsPartOfIt) {
    EXPECT_EQ(
        rows_in({table_line(0, "xxx", "STT"), table_line(60, ".xx"), table_line(80, "x..", "1"), table_line(100, ".xx"),
                 table_line(160, ".xx"), table_line(178, "x..", "2"), table_line(200, ".xx")}),
        "RR..R..");
}

TEST(TableRows, NumbersBeginRowsThatStandTight) {
    EXPECT_EQ(rows_in({table_line(0, "xxx", "STT"), table_line(40, "xxx", "1"), table_line(80, ".x."),
                       table_line(120, "xxx", "2."), table_line(160, ".xx"), table_line(200, "xxx", "3")}),
              "RR.R.R");
}

TEST(TableRows, WithoutNumbersALineWithoutTheFirstColumnGoesOn) {
    EXPECT_EQ(rows_in({table_line(0, "xxxx", "Thôn"), table_line(40, "xxxx", "An Hòa"), table_line(80, ".x.."),
                       table_line(120, "xxxx", "Phú Lộc"), table_line(160, ".xxx")}),
              "RR.RR");
}

TEST(TableRows, RulesBetweenRowsPartThemAll) {
    EXPECT_EQ(rows_in({table_line(0, "xxx", "Tên"), table_line(40, "xxx", "a1"), table_line(80, "xxx", "a2"),
                       table_line(120, "xxx", "b1"), table_line(160, "xxx", "b2")},
                      {true, false, true, false, true}),
              "RR.R.");
}

TEST(TableRows, ARuleThatIsMissedPartsRowsAllTheSame) {
    EXPECT_EQ(rows_in({table_line(0, "xxx", "Bậc"), table_line(40, "xxx", "a"), table_line(80, "xxx", "b"),
                       table_line(120, "xxx", "c"), table_line(160, "xxx", "d")},
                      {true, false, true, true, false}),
              "RRRRR");
}

TEST(TableRows, AHeadingOverColumnsIsARowOfItsOwn) {
    std::vector<TableLine> lines{table_line(0, "xxx", "TT"), table_line(40, "xx.", "I"), table_line(80, "xxx", "1"),
                                 table_line(120, ".x.")};
    lines[1].spanning = true;
    EXPECT_EQ(rows_in(lines), "RRR.");
    EXPECT_TRUE(row_starts({}, {}, table_letters).empty());
}

}  // namespace sohoa::ocr
