#include "pipeline/dossier/reread.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "pipeline/dossier/document.h"
#include "tests/unit/dossier/printed_page.h"

namespace sohoa::dossier {

namespace {

PrintedPage application() {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(320, "TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN");
    page.body(420, "Kính gửi: Ủy ban nhân dân xã Hải Sơn");
    page.body(500, "Họ, chữ đệm, tên người yêu cầu: Trần Văn An");
    page.body(560, "Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:");
    page.body(620, "Họ, chữ đệm, tên: Trần Văn An");
    page.body(680, "Ngày, tháng, năm sinh: J8/O4/1996");
    return page;
}

/// The page with one word read with this confidence.
ocr::PageReading reading_with(const PrintedPage& page, const std::string& text, double confidence) {
    ocr::PageReading reading = page.reading();
    for (ocr::Block& block : reading.blocks) {
        for (ocr::Line& line : block.lines) {
            for (ocr::Word& word : line.words) {
                if (word.text == text) word.confidence = confidence;
            }
        }
    }
    return reading;
}

std::string normalized_value(const Understanding& understood, const std::string& name) {
    const auto found = std::find_if(understood.fields.begin(), understood.fields.end(),
                                    [&](const Field& f) { return f.name == name; });
    return found == understood.fields.end() ? "" : found->normalized;
}

}  // namespace

TEST(Reread, ADoubtfulDateIsAskedForAndItsAnswerUnderstood) {
    const ocr::PageReading page = reading_with(application(), "J8/O4/1996", 0.2);
    const auto source = [&](int) -> Result<ocr::PageReading> { return page; };
    const Understanding first = understand(1, source);
    ASSERT_EQ(first.requests.size(), 1U);
    EXPECT_EQ(first.requests[0].page, 1);
    EXPECT_EQ(first.requests[0].place.grammar, ocr::Grammar::date);
    EXPECT_NE(normalized_value(first, "subject.birth_date"), "1996-04-18");
    const Understanding again = understand(1, source, {{first.requests[0], {"18/04/1996", 0.9}}});
    EXPECT_EQ(normalized_value(again, "subject.birth_date"), "1996-04-18");
    EXPECT_TRUE(again.requests.empty()) << "asked for once";
}

TEST(Reread, WhatWasReadSurelyIsNotAskedForAgain) {
    const ocr::PageReading page = reading_with(application(), "J8/O4/1996", 0.97);
    EXPECT_TRUE(understand(1, [&](int) -> Result<ocr::PageReading> { return page; }).requests.empty());
}

TEST(Reread, AnAnswerTakesThePlaceOfTheWordsThere) {
    ocr::PageReading page;
    page.blocks.resize(1);
    page.blocks[0].lines.resize(1);
    auto& words = page.blocks[0].lines[0].words;
    words = {{.box = {0, 0, 50, 20}, .text = "Số:", .confidence = 0.9},
             {.box = {60, 0, 20, 20}, .text = "4A", .confidence = 0.2},
             {.box = {90, 0, 90, 20}, .text = "?%6485%", .confidence = 0.1},
             {.box = {300, 0, 50, 20}, .text = "ngày", .confidence = 0.9}};
    const RereadRequest request{1, {quad_of({60, 0, 120, 20}), ocr::Grammar::code}};
    ocr::PageReading unsure = page;
    take_answer({request, {"AA 99664859", 0.3}}, unsure);
    EXPECT_EQ(unsure.blocks[0].lines[0].words[1].text, "4A") << "less than every second one of these is right";
    take_answer({request, {"AA 99664859", 0.9}}, page);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[1].text, "AA");
    EXPECT_EQ(words[2].text, "99664859");
    EXPECT_EQ(words[1].box.x, 60);
    EXPECT_LE(words[2].box.right(), 180);
    EXPECT_LT(words[1].confidence, 0.9);
    EXPECT_EQ(words[3].text, "ngày");
}

TEST(Reread, AnAnswerThatSaysTheSameChangesNothing) {
    ocr::PageReading page;
    page.blocks.resize(1);
    page.blocks[0].lines.resize(1);
    page.blocks[0].lines[0].words = {{.box = {0, 0, 50, 20}, .text = "0123", .confidence = 0.4}};
    take_answer({{1, {quad_of({0, 0, 50, 20}), ocr::Grammar::digits}}, {"0123", 0.95}}, page);
    EXPECT_EQ(page.blocks[0].lines[0].words[0].confidence, 0.4);
}

}  // namespace sohoa::dossier
