#include "pipeline/dossier/identity/one_stop_qr.h"

#include <gtest/gtest.h>
#include <random>

#include "pipeline/dossier/identity/time_text.h"

namespace sohoa::dossier {

namespace {

OneStopPaper receipt() {
    return {.dossier_code = "H55.242-250805-0012",
            .procedure_code = "1.001193",
            .owner_id = "001200000001",
            .paper_name = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            .system_name = "Hệ thống thông tin giải quyết TTHC tỉnh Thái Nguyên",
            .published_at = "2025-08-05T14:05:09+07:00",
            .due_at = "2025-08-12",
            .valid_until = "",
            .scope = ""};
}

/// Letters that trouble a writer: bars, percent signs, quotes, marks apart from their letters, blanks of every kind.
std::string random_text(std::mt19937_64& random) {
    static const std::vector<std::string> pieces{"|", "%",  "%7C",  "%25", "\"",     "{",      "}",   "=",
                                                 "&", "\\", "Giấy", "a",   "\u0323", " ",      "\n",  "\t",
                                                 "Đ", "/",  "2025", "-",   "KQ",     "\u00A0", "\xFF"};
    std::string text;
    const std::size_t length = random() % 9;
    for (std::size_t k = 0; k < length; ++k) text += pieces[random() % pieces.size()];
    return text;
}

template <class Choices>
std::string one_of(std::mt19937_64& random, const Choices& choices) {
    return *(std::begin(choices) + static_cast<std::ptrdiff_t>(random() % std::size(choices)));
}

}  // namespace

TEST(OneStopQr, OurOwnIsTheFieldsOfTheRuleInTheirOrder) {
    EXPECT_EQ(
        write_one_stop_qr(receipt()),
        "H55.242-250805-0012|1.001193|001200000001|Giấy tiếp nhận hồ sơ và hẹn trả kết quả|Hệ thống thông tin giải "
        "quyết TTHC tỉnh Thái Nguyên|2025-08-05T14:05:09+07:00|2025-08-12");
    OneStopPaper result = receipt();
    result.due_at = "";
    result.scope = "toàn quốc";
    const auto text = write_one_stop_qr(result);
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->ends_with("|||toàn quốc"));
}

TEST(OneStopQr, WhatIsWrittenIsReadBackExactly) {
    std::mt19937_64 random(20260805);
    const char* codes[] = {"H55.242-250805-0012", "000.00.04.G14-221010-0001", "h55/250805/0012-KQ2"};
    const char* procedures[] = {"", "1.001193", "2.000815.000.00.00.H41", "1 .000894.01"};
    const char* owners[] = {"", "001200000001", "0100000001-001", "012345678"};
    const char* times[] = {"", "2025-08-05T14:05:09+07:00", "14:05 05/08/2025", "20250805140509", "05/08/2025"};
    for (int k = 0; k < 500; ++k) {
        OneStopPaper paper;
        paper.dossier_code = one_of(random, codes);
        paper.procedure_code = one_of(random, procedures);
        paper.owner_id = one_of(random, owners);
        paper.paper_name = random_text(random);
        paper.system_name = random_text(random);
        paper.published_at = one_of(random, times);
        paper.due_at = one_of(random, times);
        paper.valid_until = random() % 2 == 0 ? one_of(random, times) : random_text(random);
        paper.scope = random_text(random);
        const auto text = write_one_stop_qr(paper);
        ASSERT_TRUE(text);
        const auto read = read_one_stop_qr(*text);
        ASSERT_TRUE(read) << *text;
        EXPECT_EQ(read->paper, normalized(paper)) << *text;
        EXPECT_TRUE(read->in_order);
        EXPECT_TRUE(read->others.empty());
        EXPECT_EQ(normalized(read->paper), read->paper);
    }
}

TEST(OneStopQr, WhatTheRuleDoesNotAllowIsNotWritten) {
    OneStopPaper paper = receipt();
    paper.dossier_code = "15/QĐ-UBND";
    EXPECT_FALSE(write_one_stop_qr(paper));
    paper = receipt();
    paper.procedure_code = "khai sinh";
    EXPECT_FALSE(write_one_stop_qr(paper));
    paper = receipt();
    paper.published_at = "hôm nay";
    EXPECT_FALSE(write_one_stop_qr(paper));
    paper = receipt();
    paper.owner_id = "Nguyễn Văn An";
    EXPECT_FALSE(write_one_stop_qr(paper));
    paper = receipt();
    paper.scope = std::string(1000, 'a');
    EXPECT_FALSE(write_one_stop_qr(paper));
    EXPECT_FALSE(write_one_stop_qr({}));
}

TEST(OneStopQr, OtherSystemsBarsAreToldByForm) {
    const auto code = read_one_stop_qr(
        "H55.242-250805-0012|Giấy tiếp nhận hồ sơ|001200000001|1.001193|Một cửa điện tử|14:05 05/08/2025|12/08/2025|x");
    ASSERT_TRUE(code);
    EXPECT_FALSE(code->in_order);
    EXPECT_EQ(code->paper.procedure_code, "1.001193");
    EXPECT_EQ(code->paper.owner_id, "001200000001");
    EXPECT_EQ(code->paper.paper_name, "Giấy tiếp nhận hồ sơ");
    EXPECT_EQ(code->paper.system_name, "Một cửa điện tử");
    EXPECT_EQ(code->paper.published_at, "2025-08-05T14:05:00+07:00");
    EXPECT_EQ(code->paper.due_at, "2025-08-12");
    EXPECT_EQ(code->others, std::vector<std::string>{"x"});
}

TEST(OneStopQr, AResultHasAValidityAndNoDayOfReturn) {
    const auto code = read_one_stop_qr(
        "H55.242-250805-0012-KQ1|1.001193|001200000001|Giấy khai sinh|Một cửa|05/08/2025|6 tháng|toàn quốc");
    ASSERT_TRUE(code);
    EXPECT_TRUE(code->in_order);
    EXPECT_EQ(code->paper.due_at, "");
    EXPECT_EQ(code->paper.valid_until, "6 tháng");
    EXPECT_EQ(code->paper.scope, "toàn quốc");
}

TEST(OneStopQr, JsonIsReadByTheNamesOfItsFields) {
    const auto code = read_one_stop_qr(
        R"({"maHoSo":"H55.242-250805-0012","Mã TTHC":"1.001193","ten_giay_to":"Giấy tiếp nhận","ngayHenTra":"12/08/2025","soBo":1})");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->layout, OneStopLayout::json);
    EXPECT_EQ(code->paper.dossier_code, "H55.242-250805-0012");
    EXPECT_EQ(code->paper.procedure_code, "1.001193");
    EXPECT_EQ(code->paper.paper_name, "Giấy tiếp nhận");
    EXPECT_EQ(code->paper.due_at, "2025-08-12");
    EXPECT_EQ(code->others, std::vector<std::string>{"soBo=1"});
}

TEST(OneStopQr, PairsOfAnAddressAreRead) {
    const auto code =
        read_one_stop_qr("mahoso=H55.242-250805-0012&matthc=1.001193&tengiayto=Gi%E1%BA%A5y+khai+sinh&x=1");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->layout, OneStopLayout::address);
    EXPECT_EQ(code->paper.paper_name, "Giấy khai sinh");
    EXPECT_EQ(code->others, std::vector<std::string>{"x=1"});
}

TEST(OneStopQr, OtherTextsAreNone) {
    for (const std::string& text :
         {std::string(), std::string("{}"), std::string("{\"maHoSo\":12}"), std::string("[1,2]"),
          std::string(4001, '|'), std::string(3900, '['), std::string("{\"maHoSo\":\"\xFF\"}"),
          std::string("H55.242-250805-0012"), std::string("H55.242-250805-0012|"), std::string("mahoso=&="),
          std::string("&&&===")})
        EXPECT_FALSE(read_one_stop_qr(text)) << text.substr(0, 40);
}

TEST(TimeText, FormsOfSystemsBecomeOne) {
    EXPECT_EQ(normal_time("2025-08-05"), "2025-08-05");
    EXPECT_EQ(normal_time("2025-08-05T14:05:09.123Z"), "2025-08-05T14:05:09+00:00");
    EXPECT_EQ(normal_time("2025-08-05 14:05"), "2025-08-05T14:05:00+07:00");
    EXPECT_EQ(normal_time("05/08/2025, 14:05:09"), "2025-08-05T14:05:09+07:00");
    EXPECT_EQ(normal_time("14:05:09 05/08/2025"), "2025-08-05T14:05:09+07:00");
    EXPECT_EQ(normal_time("5/8/2025"), "2025-08-05");
    EXPECT_EQ(normal_time("202508051405"), "2025-08-05T14:05:00+07:00");
    for (const char* text : {"", "31/02/2025", "25:00 05/08/2025", "2025", "08/2025", "2025-08-05T24:00:00", "hôm nay"})
        EXPECT_FALSE(normal_time(text)) << text;
}

}  // namespace sohoa::dossier
