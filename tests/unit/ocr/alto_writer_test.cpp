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

TEST(Alto, LinesWithoutWordsAndUnknownRolesDoNotBreakTheSchema) {
    const std::string alto = alto_of(page_with("something new", {}));
    EXPECT_THAT(alto, Not(HasSubstr("<TextLine")));
    EXPECT_THAT(alto, Not(HasSubstr("something new")));
}

}  // namespace sohoa::ocr
