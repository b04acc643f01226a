#include "ocr/alto_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace sohoa::ocr {

namespace {

PageReading page_with(const std::string& role, std::vector<Word> words) {
    Line line;
    line.box = {10, 20, 200, 30};
    line.baseline = {{10, 44}, {210, 44.5}};
    line.words = std::move(words);
    PageReading page;
    page.width = 1000;
    page.height = 1400;
    page.blocks.push_back({role, line.box, {line}});
    return page;
}

std::string alto_of(const PageReading& page) {
    std::ostringstream out;
    AltoWriter writer(out);
    writer.begin({"đơn & giấy.pdf", "sohoa", "0.1", "{}"});
    writer.page(page, 1);
    writer.end();
    return out.str();
}

}  // namespace

using testing::HasSubstr;
using testing::Not;

TEST(Alto, WordsHavePlaceConfidenceAndABlankBetween) {
    const std::string alto = alto_of(
        page_with("title", {{{10, 20, 90, 30}, {}, "QUYẾT", 0.98, ""}, {{110, 20, 100, 30}, {}, "ĐỊNH", 1, ""}}));
    EXPECT_THAT(alto, HasSubstr(R"(<String CONTENT="QUYẾT" HPOS="10" VPOS="20" WIDTH="90" HEIGHT="30" WC="0.9800"/>)"));
    EXPECT_THAT(alto, HasSubstr(R"(<SP HPOS="100" VPOS="20" WIDTH="10"/>)"));
    EXPECT_THAT(alto, HasSubstr(R"(TAGREFS="role_title")"));
    EXPECT_THAT(alto, HasSubstr(R"(BASELINE="10.0,44.0 210.0,44.5")"));
}

TEST(Alto, TextCannotBreakTheMarkup) {
    const std::string alto = alto_of(page_with("", {{{0, 0, 9, 9}, {}, "<a&\"b\x01>", 0.5, ""}}));
    EXPECT_THAT(alto, HasSubstr(R"(CONTENT="&lt;a&amp;&quot;b&gt;")"));
    EXPECT_THAT(alto, HasSubstr("<fileName>đơn &amp; giấy.pdf</fileName>"));
}

TEST(Alto, TurnedWordsCarryTheirCorners) {
    const Quad corners{{{{1, 2}, {3.25, 4}, {5, 6}, {7, 8}}}};
    const std::string alto = alto_of(page_with("", {{{1, 2, 6, 6}, corners, "a", 0.5, ""}}));
    EXPECT_THAT(alto, HasSubstr(R"(<Polygon POINTS="1.0,2.0 3.2,4.0 5.0,6.0 7.0,8.0"/>)"));
}

TEST(Alto, ATableIsComposedOfTheTextsOfItsCells) {
    PageReading page = page_with("table", {{{10, 20, 90, 30}, {}, "STT", 1, ""}});
    Line right = page.blocks[0].lines[0];
    right.box = {310, 20, 200, 30};
    page.blocks[0].lines.push_back(right);
    page.blocks[0].box = {10, 20, 500, 30};
    page.regions.push_back({"table", {0, 10, 600, 50}, 0.9, "", "", {}});
    page.regions.back().cells = {{{0, 10, 300, 50}, {}, 0, 0, 1, 1}, {{300, 10, 300, 50}, {}, 0, 1, 1, 1}};
    const std::string alto = alto_of(page);
    EXPECT_THAT(alto, HasSubstr("<ComposedBlock ID=\"p1_b1\" HPOS=\"0\" VPOS=\"10\" WIDTH=\"600\" HEIGHT=\"50\" "
                                "TAGREFS=\"kind_table\" TYPE=\"table\">"));
    EXPECT_THAT(
        alto, HasSubstr(R"(<TextBlock ID="p1_b2" HPOS="10" VPOS="20" WIDTH="200" HEIGHT="30" TAGREFS="role_table">)"));
    EXPECT_THAT(alto, HasSubstr(R"(<TextBlock ID="p1_b3" HPOS="310")"));
    EXPECT_THAT(alto, Not(HasSubstr("<GraphicalElement")));
}

TEST(Alto, PicturesAreIllustrationsAndPartsOfFormsAreNot) {
    PageReading page = page_with("", {});
    page.regions.push_back({"seal", {1, 2, 3, 4}, 0.9, "", "", {}});
    page.regions.push_back({"slot", {5, 6, 7, 8}, 0.9, "", "", {}});
    const std::string alto = alto_of(page);
    EXPECT_THAT(
        alto,
        HasSubstr(
            R"(<Illustration ID="p1_r1" HPOS="1" VPOS="2" WIDTH="3" HEIGHT="4" TAGREFS="kind_seal" TYPE="seal"/>)"));
    EXPECT_THAT(
        alto,
        HasSubstr(R"(<GraphicalElement ID="p1_r2" HPOS="5" VPOS="6" WIDTH="7" HEIGHT="8" TAGREFS="kind_slot"/>)"));
}

TEST(Alto, ABlockTurnedOtherwiseThanThePageSaysSo) {
    PageReading page = page_with("", {{{10, 20, 90, 30}, {}, "a", 1, ""}});
    EXPECT_THAT(alto_of(page), Not(HasSubstr("HEIGHT=\"30\" ROTATION")));
    page.blocks[0].lines[0].baseline = {{30, 200}, {30, 20}};
    EXPECT_THAT(alto_of(page), HasSubstr("HEIGHT=\"30\" ROTATION=\"90\">"));
}

TEST(Alto, LinesWithoutWordsAndUnknownRolesDoNotBreakTheSchema) {
    const std::string alto = alto_of(page_with("something new", {}));
    EXPECT_THAT(alto, Not(HasSubstr("<TextLine")));
    EXPECT_THAT(alto, Not(HasSubstr("something new")));
}

}  // namespace sohoa::ocr
