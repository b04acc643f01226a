#include "ocr/text/layout/named_parts.h"

#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace sohoa::ocr {

namespace {

constexpr Size a4{1654, 2339};  // at 200 dpi

/// A block whose lines stand one below the other, each with its left end and width.
struct Row {
    int x;
    int width;
    const char* text;
};

Block block(const std::string& role, int y, const std::vector<Row>& rows) {
    Block made{role, {}, {}};
    for (const Row& row : rows) {
        Line line;
        line.box = {row.x, y, row.width, 30};
        line.text = row.text;
        made.lines.push_back(std::move(line));
        y += 45;
    }
    return made;
}

std::vector<std::string> roles_of(std::vector<Block> blocks) {
    name_parts(blocks, a4);
    std::vector<std::string> roles;
    for (const Block& each : blocks) roles.push_back(each.role + ":" + each.lines.front().text);
    return roles;
}

using Roles = std::vector<std::string>;

const Block issuer = block("letterhead_issuer", 100, {{170, 400, "ỦY BAN NHÂN DÂN"}});
const Block motto = block("letterhead_motto", 100, {{800, 680, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}});
const Block signature = block("signature", 1800, {{1000, 300, "CHỦ TỊCH"}});

}  // namespace

TEST(NamedParts, ATitleBelowTheLetterheadAndTheBodyBelowIt) {
    const Block below = block("", 400,
                              {{720, 220, "QUYẾT ĐỊNH"},
                               {600, 460, "Về việc giao chỉ tiêu"},
                               {650, 360, "GIÁM ĐỐC SỞ NỘI VỤ"},
                               {170, 1320, "Căn cứ Luật Tổ chức"}});
    EXPECT_EQ(roles_of({issuer, motto, below, signature}),
              (Roles{"letterhead_issuer:ỦY BAN NHÂN DÂN", "letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     "title:QUYẾT ĐỊNH", "body:GIÁM ĐỐC SỞ NỘI VỤ", "signature:CHỦ TỊCH"}));
}

TEST(NamedParts, ATitleOfSeveralBlocks) {
    EXPECT_EQ(roles_of({issuer, motto, block("", 400, {{720, 220, "BÁO CÁO"}}),
                        block("", 480, {{600, 460, "Tình hình năm 2025"}}), block("", 560, {{170, 1320, "Thực hiện"}}),
                        block("", 700, {{170, 300, "1. Kết quả"}})}),
              (Roles{"letterhead_issuer:ỦY BAN NHÂN DÂN", "letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     "title:BÁO CÁO", "title:Tình hình năm 2025", "body:Thực hiện", "body:1. Kết quả"}));
}

TEST(NamedParts, ASubjectAsWideAsTheTextAndANumberBelowATitle) {
    EXPECT_EQ(roles_of({motto, block("", 300, {{680, 300, "GIẤY KHAI SINH"}, {700, 260, "Số: 384/2025"}}),
                        block("", 500, {{170, 1320, "Họ, chữ đệm, tên"}})}),
              (Roles{"letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "title:GIẤY KHAI SINH",
                     "number:Số: 384/2025", "body:Họ, chữ đệm, tên"}));
    EXPECT_EQ(
        roles_of(
            {motto,
             block("", 300,
                   {{720, 220, "QUYẾT ĐỊNH"}, {175, 1315, "Về việc công bố thủ tục"}, {170, 1320, "Căn cứ Luật"}})}),
        (Roles{"letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "title:QUYẾT ĐỊNH", "body:Căn cứ Luật"}));
}

TEST(NamedParts, ALetterHasNoTitle) {
    EXPECT_EQ(roles_of({issuer, motto, block("", 400, {{500, 600, "Kính gửi: Sở Nội vụ"}}),
                        block("", 500, {{170, 1320, "Thực hiện Kế hoạch"}}), signature,
                        block("", 2000, {{170, 1320, "Phụ lục"}, {170, 1320, "kèm theo"}})}),
              (Roles{"letterhead_issuer:ỦY BAN NHÂN DÂN", "letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     "body:Kính gửi: Sở Nội vụ", "body:Thực hiện Kế hoạch", "signature:CHỦ TỊCH", ":Phụ lục"}));
}

TEST(NamedParts, AFormOfOneColumn) {
    EXPECT_EQ(
        roles_of({block("", 100,
                        {{480, 680, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, {600, 430, "Độc lập - Tự do - Hạnh phúc"}}),
                  block("", 250, {{520, 610, "TỜ KHAI ĐĂNG KÝ KHAI SINH"}}),
                  block("", 350,
                        {{170, 1320, "Họ, chữ đệm, tên: Lê A"},
                         {170, 1320, "Nơi cư trú: xã B"},
                         {170, 1320, "Giấy tờ tùy thân:"},
                         {170, 1320, "Quan hệ: cha"}}),
                  block("", 600, {{170, 1320, "Tôi cam đoan nội dung"}, {170, 600, "là đúng"}})}),
        (Roles{"letterhead_motto:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "title:TỜ KHAI ĐĂNG KÝ KHAI SINH",
               "form:Họ, chữ đệm, tên: Lê A", "body:Tôi cam đoan nội dung"}));
}

TEST(NamedParts, APageThatGoesOn) {
    EXPECT_EQ(
        roles_of({block("", 60, {{820, 14, "2"}}), block("", 150, {{170, 1320, "và các xã"}, {170, 500, "khác."}}),
                  block("", 300, {{600, 300, "PHẦN HAI"}})}),
        (Roles{"header:2", "body:và các xã", ":PHẦN HAI"}))
        << "one short line says nothing for sure";
}

TEST(NamedParts, PageNumbersAtTheEdge) {
    EXPECT_EQ(roles_of({block("", 2250, {{800, 60, "- 2 -"}})}), Roles{"footer:- 2 -"});
    EXPECT_EQ(roles_of({block("", 2250, {{800, 60, "Trang 2/5"}})}), Roles{"footer:Trang 2/5"});
    EXPECT_EQ(roles_of({block("", 1200, {{800, 60, "2"}})}), Roles{":2"});
    EXPECT_EQ(roles_of({block("", 2250, {{800, 60, "Trang sau"}})}), Roles{":Trang sau"});
}

TEST(NamedParts, RolesThatAreKnownStay) {
    EXPECT_EQ(roles_of({block("table", 150, {{170, 1320, "1"}, {170, 1320, "2"}})}), Roles{"table:1"});
    EXPECT_TRUE(roles_of({}).empty());
}

}  // namespace sohoa::ocr
