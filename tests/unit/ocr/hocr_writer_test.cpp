#include "ocr/hocr_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

namespace sohoa::ocr {

namespace {

Line hocr_line(const Box& box, const Baseline& baseline, std::vector<Word> words) {
    Line line;
    line.box = box;
    line.baseline = baseline;
    line.words = std::move(words);
    return line;
}

PageReading hocr_page(std::vector<Block> blocks) {
    PageReading page;
    page.width = 1000;
    page.height = 1400;
    page.dpi = 199.6;
    page.blocks = std::move(blocks);
    return page;
}

std::string hocr_of(const PageReading& page, const HocrSource& source = {"đơn & giấy.pdf", 3}) {
    std::ostringstream out;
    HocrWriter writer(out);
    writer.begin({"đơn & giấy", "sohoa", "0.1", 1});
    writer.page(page, 1, source);
    writer.end();
    return out.str();
}

Block one_line(const std::string& role, const Box& box) {
    return {role, box, {hocr_line(box, {{0, 0}, {1, 0}}, {{box, {}, "chữ", 0.5, ""}})}};
}

}  // namespace

using testing::HasSubstr;
using testing::Not;

TEST(Hocr, APageStandsAsWritten) {
    PageReading page = hocr_page(
        {{"title",
          {10, 20, 200, 30},
          {hocr_line({10, 20, 200, 30}, {{10, 44}, {210, 46}},
                     {{{10, 20, 90, 30}, {}, "QUYẾT", 0.984, ""}, {{110, 20, 100, 30}, {}, "ĐỊNH", 1, ""}})}}});
    page.regions.push_back({"seal", {600, 700, 200, 210}, 0.9, "", "", {}});
    page.regions.push_back({"slot", {1, 2, 3, 4}, 0.9, "", "", {}});
    EXPECT_EQ(hocr_of(page), R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" lang="vi">
<head>
<title>đơn &amp; giấy</title>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
<meta name="ocr-system" content="sohoa 0.1"/>
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_header ocr_footer ocr_table ocr_image ocr_photo ocrp_lang ocrp_wconf"/>
<meta name="ocr-number-of-pages" content="1"/>
<meta name="ocr-langs" content="vi"/>
<meta name="ocr-scripts" content="Latn"/>
</head>
<body>
<div class="ocr_page" id="page_1" title="bbox 0 0 1000 1400; ppageno 0; scan_res 200 200; image &quot;đơn &amp; giấy.pdf&quot;; x_source &quot;đơn &amp; giấy.pdf&quot; &quot;3&quot;">
 <div class="ocr_carea" id="block_1_1" title="bbox 10 20 210 50">
  <p class="ocr_par" id="par_1_1" title="bbox 10 20 210 50">
   <span class="ocr_line" id="line_1_1" title="bbox 10 20 210 50; baseline 0.0100 -6"><span class="ocrx_word" id="word_1_1" title="bbox 10 20 100 50; x_wconf 98">QUYẾT</span> <span class="ocrx_word" id="word_1_2" title="bbox 110 20 210 50; x_wconf 100">ĐỊNH</span></span>
  </p>
 </div>
 <div class="ocr_image" id="image_1_1" title="bbox 600 700 800 910"></div>
</div>
</body>
</html>
)");
}

TEST(Hocr, BaselineIsToldFromTheBottomLeftOfTheBoxEvenWhereTheLineBeginsElsewhere) {
    const Box box{100, 200, 400, 60};  // the baseline would cross x = 100 at y = 240
    const std::string hocr = hocr_of(
        hocr_page({{"", box, {hocr_line(box, {{120, 239}, {500, 220}}, {{{100, 200, 90, 30}, {}, "a", 1, ""}})}}}));
    EXPECT_THAT(hocr, HasSubstr("bbox 100 200 500 260; baseline -0.0500 -20\""));
}

TEST(Hocr, TurnedLinesHaveAnAngleInPlaceOfABaseline) {
    const Box box{100, 200, 30, 400};
    const auto with = [&](const Baseline& baseline) {
        return hocr_of(hocr_page({{"", box, {hocr_line(box, baseline, {{box, {}, "a", 1, ""}})}}}));
    };
    EXPECT_THAT(with({{125, 600}, {125, 200}}), HasSubstr("bbox 100 200 130 600; textangle 90\""));
    EXPECT_THAT(with({{105, 200}, {105, 600}}), HasSubstr("bbox 100 200 130 600; textangle 270\""));
    EXPECT_THAT(with({{130, 210}, {100, 210}}), HasSubstr("bbox 100 200 130 600; textangle 180\""));
    EXPECT_THAT(with({{125, 600}, {125, 200}}), Not(HasSubstr("baseline")));
}

TEST(Hocr, RolesThatHocrNamesAreItsClasses) {
    PageReading page = hocr_page({one_line("header", {10, 10, 20, 20}), one_line("footer", {10, 1300, 20, 20}),
                                  one_line("recipients", {10, 900, 20, 20})});
    page.regions.push_back({"photo", {600, 700, 200, 210}, 0.9, "", "", {}});
    const std::string hocr = hocr_of(page);
    EXPECT_THAT(hocr, HasSubstr(R"(<div class="ocr_header" id="block_1_1")"));
    EXPECT_THAT(hocr, HasSubstr(R"(<div class="ocr_footer" id="block_1_2")"));
    EXPECT_THAT(hocr, HasSubstr(R"(<div class="ocr_carea" id="block_1_3")"));
    EXPECT_THAT(hocr, HasSubstr(R"(<div class="ocr_photo" id="image_1_1")"));
}

TEST(Hocr, ATableHoldsAParagraphForEachCellWithText) {
    Block block = one_line("table", {10, 10, 20, 20});
    block.box = {10, 10, 120, 50};
    for (const Box& box : {Box{10, 35, 20, 20}, Box{110, 10, 20, 20}})
        block.lines.push_back(hocr_line(box, {}, {{box, {}, "ô", 1, ""}}));
    PageReading page = hocr_page({block});
    page.regions.push_back({"table", {0, 0, 200, 60}, 0.9, "", "", {}});
    page.regions.back().cells = {{{0, 0, 100, 60}, {}, 0, 0, 1, 1}, {{100, 0, 100, 60}, {}, 0, 1, 1, 1}};
    const std::string hocr = hocr_of(page);
    EXPECT_THAT(hocr, HasSubstr(R"(<div class="ocr_table" id="block_1_1" title="bbox 0 0 200 60">)"));
    EXPECT_THAT(hocr, HasSubstr(R"(<p class="ocr_par" id="par_1_1" title="bbox 10 10 30 55">)"));
    EXPECT_THAT(hocr, HasSubstr(R"(<p class="ocr_par" id="par_1_2" title="bbox 110 10 130 30">)"));
}

TEST(Hocr, TextAndNamesCannotBreakTheMarkup) {
    const std::string hocr =
        hocr_of(hocr_page({{"",
                            {0, 0, 9, 9},
                            {hocr_line({0, 0, 9, 9}, {}, {{{0, 0, 9, 9}, {}, "<a&\"b\x01\xEF\xBF\xBF>", 1, ""}})}}}),
                {"a\"; bbox 1 1 2 2\n<.jpg", 1});
    EXPECT_THAT(hocr, HasSubstr(">&lt;a&amp;&quot;b&gt;</span>"));
    EXPECT_THAT(hocr, HasSubstr("; image &quot;a'; bbox 1 1 2 2&lt;.jpg&quot;; x_source"));
}

TEST(Hocr, BlankPagesAndLinesWithoutWordsLeaveAnEmptyPage) {
    const std::string hocr = hocr_of(hocr_page({{"body", {0, 0, 9, 9}, {hocr_line({0, 0, 9, 9}, {}, {})}}}));
    EXPECT_THAT(hocr, HasSubstr("\">\n</div>\n</body>"));
}

}  // namespace sohoa::ocr
