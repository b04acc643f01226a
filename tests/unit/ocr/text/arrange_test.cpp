#include "ocr/text/layout/arrange.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/vietnamese.h"

namespace sohoa::ocr {

namespace {

constexpr Size plane{1654, 2339};  // A4 at 200 dpi
constexpr int letter = 16;         // pixels a letter, at 13 pt
constexpr int height = 34;

/// A line of words that starts at x and stands on the baseline.
Line line(int x, int baseline, const std::string& text, double confidence = 0.95) {
    Line made;
    for (const std::string& word : words_of(text)) {
        const int width = letter * static_cast<int>(to_utf32(word).size());
        made.words.push_back({{x, baseline - height, width, height}, std::nullopt, word, confidence, ""});
        x += width + letter;
    }
    made.baseline = {{0, 1.0 * baseline}, {1.0 * x, 1.0 * baseline}};
    return made;
}

/// Two lines of different columns that a recogniser joined because they stand at one height.
Line joined(Line left, const Line& right) {
    left.words.insert(left.words.end(), right.words.begin(), right.words.end());
    return left;
}

std::vector<std::string> texts_of(const std::vector<Block>& blocks) {
    std::vector<std::string> texts;
    for (const Block& block : blocks) {
        for (const Line& row : block.lines) texts.push_back(row.text);
    }
    return texts;
}

std::vector<std::string> texts_of_role(const std::vector<Block>& blocks, const std::string& role) {
    std::vector<std::string> texts;
    for (const Block& block : blocks) {
        if (block.role != role) continue;
        for (const Line& row : block.lines) texts.push_back(row.text);
    }
    return texts;
}

std::vector<Block> blocks_of(const std::vector<Line>& lines, const std::vector<Rule>& rules = {}) {
    return arrange(lines, rules, plane).blocks;
}

const std::string body = "Thực hiện Kế hoạch số 12 của Ủy ban nhân dân xã về chuyển đổi số trong giải quyết thủ tục";

}  // namespace

using testing::ElementsAre;

TEST(Arrange, NothingGivesNothing) {
    EXPECT_TRUE(blocks_of({}).empty());
}

TEST(Arrange, LetterheadIsReadColumnByColumn) {
    const std::vector<Line> page{
        joined(line(200, 150, "ỦY BAN NHÂN DÂN"), line(720, 152, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        joined(line(250, 190, "XÃ AN HÒA"), line(840, 200, "Độc lập - Tự do - Hạnh phúc")),
        joined(line(230, 260, "Số: 12/BC-UBND"), line(830, 258, "An Hòa, ngày 05 tháng 3 năm 2024")),
        line(700, 340, "BÁO CÁO"), line(170, 420, body)};
    const auto blocks = blocks_of(page);
    EXPECT_THAT(texts_of(blocks),
                ElementsAre("ỦY BAN NHÂN DÂN", "XÃ AN HÒA", "Số: 12/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc", "An Hòa, ngày 05 tháng 3 năm 2024", "BÁO CÁO", body));
    EXPECT_THAT(texts_of_role(blocks, "letterhead_issuer"), ElementsAre("ỦY BAN NHÂN DÂN", "XÃ AN HÒA"));
    EXPECT_THAT(texts_of_role(blocks, "number"), ElementsAre("Số: 12/BC-UBND"));
    EXPECT_THAT(texts_of_role(blocks, "place_date"), ElementsAre("An Hòa, ngày 05 tháng 3 năm 2024"));
}

TEST(Arrange, WhatThePaperIsAboutStaysUnderItsNumber) {
    const std::vector<Line> page{
        joined(line(200, 150, "ỦY BAN NHÂN DÂN"), line(740, 152, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        joined(line(230, 200, "Số: 12/UBND"), line(830, 200, "An Hòa, ngày 05 tháng 3 năm 2024")),
        line(180, 250, "V/v chuyển đổi số trong quản"), line(260, 290, "lý hộ tịch"), line(170, 420, body)};
    const auto texts = texts_of(blocks_of(page));
    EXPECT_THAT(texts, ElementsAre("ỦY BAN NHÂN DÂN", "Số: 12/UBND", "V/v chuyển đổi số trong quản", "lý hộ tịch",
                                   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Hòa, ngày 05 tháng 3 năm 2024", body));
}

TEST(Arrange, WhomALetterGoesToIsNoPartOfItsHead) {
    const std::vector<Line> page{
        joined(line(200, 150, "ỦY BAN NHÂN DÂN"), line(740, 152, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        joined(line(230, 200, "Số: 12/UBND"), line(830, 200, "An Hòa, ngày 05 tháng 3 năm 2024")),
        line(180, 250, "V/v chuyển đổi số trong quản"),
        line(300, 310, "Kính gửi:"),
        line(480, 350, "- Hội đồng nhân dân xã An Hòa;"),
        line(170, 450, body)};
    const auto texts = texts_of(blocks_of(page));
    EXPECT_THAT(texts, ElementsAre("ỦY BAN NHÂN DÂN", "Số: 12/UBND", "V/v chuyển đổi số trong quản",
                                   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Hòa, ngày 05 tháng 3 năm 2024",
                                   "Kính gửi:", "- Hội đồng nhân dân xã An Hòa;", body));
}

TEST(Arrange, AGapInTheTextAboveASignatureIsNotTheOneBetweenItsColumns) {
    const std::vector<Line> page{
        // The second word begins where "Nơi nhận:" ends below it.
        joined(line(170, 1560, "Kh"), line(170 + 9 * letter + height, 1560, body.substr(0, 60))),
        joined(line(170, 1600, "Nơi nhận:"), line(1000, 1600, "GIÁM ĐỐC")),
        line(170, 1640, "- Như Điều 3;"),
        line(170, 1680, "- Các cơ quan chuyên môn thuộc phường;"),
        joined(line(170, 1800, "- Chi cục Văn thư;"), line(980, 1800, "Giáp Quốc Kha")),
        line(170, 1840, "- Lưu: VT.")};
    const auto texts = texts_of(blocks_of(page));
    ASSERT_GE(texts.size(), 6U);
    const std::vector<std::string> last(texts.end() - 7, texts.end());
    EXPECT_THAT(last, ElementsAre("Nơi nhận:", "- Như Điều 3;", "- Các cơ quan chuyên môn thuộc phường;",
                                  "- Chi cục Văn thư;", "- Lưu: VT.", "GIÁM ĐỐC", "Giáp Quốc Kha"));
}

TEST(Arrange, RecipientsAreReadBeforeTheSignerWhereverHisNameStands) {
    const std::vector<Line> page{line(170, 1500, body),
                                 joined(line(170, 1600, "Nơi nhận:"), line(1000, 1590, "KT. CHỦ TỊCH")),
                                 line(980, 1632, "PHÓ CHỦ TỊCH"),
                                 line(170, 1650, "- Như trên;"),
                                 line(170, 1690, "- Phòng Văn hóa - Xã hội xã An Hòa;"),
                                 line(170, 1730, "- Lưu: VT."),
                                 line(1040, 1700, ": A", 0.4),
                                 line(1000, 1850, "Trần Thị Mai")};
    const auto blocks = blocks_of(page);
    EXPECT_THAT(texts_of(blocks), ElementsAre(body, "Nơi nhận:", "- Như trên;", "- Phòng Văn hóa - Xã hội xã An Hòa;",
                                              "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Mai"));
    EXPECT_EQ(texts_of_role(blocks, "recipients").size(), 4U);
    EXPECT_EQ(texts_of_role(blocks, "signature").size(), 3U);
}

TEST(Arrange, FieldsOfAFormStayOnTheirLine) {
    const std::vector<Line> page{joined(line(170, 500, "Giới tính: Nam"), line(700, 500, "Dân tộc: Kinh")),
                                 joined(line(170, 550, "Năm sinh: 1998"), line(700, 550, "Quốc tịch: Việt Nam")),
                                 joined(line(170, 600, "Số: 12"), line(700, 600, "Quyển số: 01"))};
    EXPECT_THAT(texts_of(blocks_of(page)), ElementsAre("Giới tính: Nam Dân tộc: Kinh",
                                                       "Năm sinh: 1998 Quốc tịch: Việt Nam", "Số: 12 Quyển số: 01"));
}

TEST(Arrange, TwoSignersAreReadOneAfterTheOther) {
    const std::vector<Line> page{
        joined(line(230, 1500, "NGƯỜI LẬP BIỂU"), line(1100, 1500, "GIÁM ĐỐC")),
        joined(line(190, 1540, "(Ký, ghi rõ họ tên)"), line(1010, 1540, "(Ký, ghi rõ họ tên)")),
        joined(line(240, 1700, "Lê Văn An"), line(1060, 1700, "Trần Thị Mai"))};
    EXPECT_THAT(texts_of(blocks_of(page)), ElementsAre("NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)", "Lê Văn An", "GIÁM ĐỐC",
                                                       "(Ký, ghi rõ họ tên)", "Trần Thị Mai"));
}

TEST(Arrange, RuledTablesAreReadCellByCell) {
    std::vector<Rule> rules;
    for (const int y : {480, 600, 720}) rules.push_back({{170, y, 1200, 3}, false});
    for (const int x : {170, 700, 1367}) rules.push_back({{x, 480, 3, 242}, true});
    const std::vector<Line> page{joined(line(190, 530, "Tên cơ quan tiếp"), line(720, 550, "Số hồ sơ")),
                                 line(190, 575, "nhận hồ sơ"), joined(line(190, 650, "UBND xã"), line(720, 670, "120")),
                                 line(190, 695, "An Hòa")};
    const auto blocks = blocks_of(page, rules);
    EXPECT_THAT(texts_of(blocks),
                ElementsAre("Tên cơ quan tiếp", "nhận hồ sơ", "Số hồ sơ", "UBND xã", "An Hòa", "120"));
    EXPECT_EQ(texts_of_role(blocks, "table").size(), 6U);
}

TEST(Arrange, CellsThatSpanRowsAreReadWithTheFirstOfThem) {
    std::vector<Rule> rules;
    for (const int y : {480, 720}) rules.push_back({{170, y, 1200, 3}, false});
    rules.push_back({{400, 600, 500, 3}, false});
    for (const int x : {170, 400, 900, 1367}) rules.push_back({{x, 480, 3, 242}, true});
    const std::vector<Line> page{joined(line(420, 540, "8h30 đến 9h30"), line(920, 545, "Hội trường")),
                                 line(190, 600, "Buổi sáng"), line(420, 670, "9h30 đến 10h30")};
    EXPECT_THAT(texts_of(blocks_of(page, rules)),
                ElementsAre("Buổi sáng", "8h30 đến 9h30", "Hội trường", "9h30 đến 10h30"));
}

TEST(Arrange, AFrameAroundThePageIsNoTable) {
    std::vector<Rule> rules;
    for (const int y : {40, 60, 2250, 2270}) rules.push_back({{40, y, 1570, 3}, false});
    for (const int x : {40, 60, 1590, 1610}) rules.push_back({{x, 40, 3, 2230}, true});
    const std::vector<Line> page{line(500, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                                 line(600, 300, "GIẤY CHỨNG NHẬN"), line(170, 420, "Họ và tên: Trần Thị Mai")};
    const auto blocks = blocks_of(page, rules);
    EXPECT_EQ(texts_of(blocks).size(), 3U);
    EXPECT_TRUE(texts_of_role(blocks, "table").empty());
}

TEST(Arrange, PageNumbersAreNoBody) {
    const auto blocks = blocks_of({line(800, 90, "2"), line(170, 300, body)});
    EXPECT_THAT(texts_of_role(blocks, "header"), ElementsAre("2"));
}

TEST(Arrange, ShortWordsThatStandAloneAreKept) {
    const auto texts = texts_of(blocks_of({line(170, 300, body), line(170, 400, "9 Có"), line(800, 500, "12")}));
    EXPECT_THAT(texts, ElementsAre(body, "9 Có", "12"));
}

TEST(Arrange, PanelsOfDigitalSignaturesAreNoText) {
    const std::vector<Line> page{
        line(1100, 60, "TRUNG TÂM CÔNG BÁO"),
        line(1100, 100, "congbao@example.vn"),
        line(1100, 140, "05.02.2025 15:35:18 +07:00"),
        joined(line(200, 230, "ỦY BAN NHÂN DÂN"), line(720, 230, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        joined(line(230, 280, "Số: 12/BC-UBND"), line(830, 280, "Độc lập - Tự do - Hạnh phúc")),
        line(170, 420, body)};
    const Arrangement found = arrange(page, {}, plane);
    EXPECT_EQ(texts_of(found.blocks).front(), "ỦY BAN NHÂN DÂN");
    ASSERT_EQ(found.regions.size(), 1U);
    EXPECT_EQ(found.regions[0].kind, "signature_panel");
    EXPECT_EQ(found.regions[0].text, "TRUNG TÂM CÔNG BÁO\ncongbao@example.vn\n05.02.2025 15:35:18 +07:00");
}

TEST(Arrange, LinesOfAPanelWhoseBoxesAreTooHighBelongToIt) {
    Line name = line(1100, 60, "TRUNG TÂM CÔNG");
    Line rest = line(1100, 90, "BÁO VÀ TIN HỌC");
    Line time = line(1100, 120, "05.02.2025 15:35:18");
    for (Word& word : name.words) word.box.height = 34;
    for (Word& word : rest.words) word.box = {word.box.x, 44, word.box.width, 50};
    rest.words.front().box = {rest.words.front().box.x, 58, rest.words.front().box.width, 34};
    for (Word& word : time.words) word.box = {word.box.x, 100, word.box.width, 20};
    const Arrangement found =
        arrange({name, rest, time,
                 joined(line(200, 230, "ỦY BAN NHÂN DÂN"), line(720, 230, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
                 line(170, 420, body)},
                {}, plane);
    ASSERT_EQ(found.regions.size(), 1U);
    EXPECT_EQ(found.regions[0].text, "TRUNG TÂM CÔNG\nBÁO VÀ TIN HỌC\n05.02.2025 15:35:18");
    EXPECT_EQ(texts_of(found.blocks).front(), "ỦY BAN NHÂN DÂN");
}

TEST(Arrange, ANumberFarBelowItsAgencyStandsInTheLetterhead) {
    const auto texts =
        texts_of(blocks_of({joined(line(200, 100, "BỘ NỘI VỤ"), line(720, 100, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
                            line(830, 150, "Độc lập - Tự do - Hạnh phúc"), line(210, 232, "Số: 12/QĐ-BNV"),
                            line(820, 262, "Hà Nội, ngày 17 tháng 9 năm 2025"), line(170, 420, body)}));
    EXPECT_THAT(texts, ElementsAre("BỘ NỘI VỤ", "Số: 12/QĐ-BNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                   "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 17 tháng 9 năm 2025", body));
}

TEST(Arrange, TheMottoIsCutFromAnAgencyThatTouchesIt) {
    const auto texts = texts_of(blocks_of(
        {line(100, 150, "TRƯỜNG ĐẠI HỌC AN HÒA _ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
         joined(line(200, 200, "KHOA LUẬT"), line(620, 200, "Độc lập - Tự do - Hạnh phúc")), line(170, 420, body)}));
    EXPECT_THAT(texts, ElementsAre("TRƯỜNG ĐẠI HỌC AN HÒA", "KHOA LUẬT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                   "Độc lập - Tự do - Hạnh phúc", body));
}

TEST(Arrange, ALineOfTwoPartsAboveTheSignersIsNotTheirs) {
    const auto texts =
        texts_of(blocks_of({joined(line(170, 1450, "Cuộc họp kết thúc vào"), line(1000, 1450, "cùng ngày.")),
                            joined(line(230, 1500, "THƯ KÝ"), line(1060, 1500, "CHỦ TRÌ")),
                            joined(line(190, 1540, "(Ký, ghi rõ họ tên)"), line(980, 1540, "(Ký, ghi rõ họ tên)"))}));
    EXPECT_THAT(texts, ElementsAre("Cuộc họp kết thúc vào cùng ngày.", "THƯ KÝ", "(Ký, ghi rõ họ tên)", "CHỦ TRÌ",
                                   "(Ký, ghi rõ họ tên)"));
}

TEST(Arrange, TwoPeopleSideBySideAreReadOneAfterTheOther) {
    const auto texts = texts_of(blocks_of(
        {joined(line(170, 500, "Tên vợ: LÊ VY"), line(800, 500, "Tên chồng: PHẠM")), line(800, 540, "QUANG VŨ"),
         joined(line(170, 545, "Dân tộc: Kinh"), line(800, 580, "Dân tộc: Kinh")),
         joined(line(170, 590, "Quốc tịch: Việt Nam"), line(800, 620, "Quốc tịch: Việt Nam")), line(170, 700, body)}));
    EXPECT_THAT(texts, ElementsAre("Tên vợ: LÊ VY", "Dân tộc: Kinh", "Quốc tịch: Việt Nam", "Tên chồng: PHẠM",
                                   "QUANG VŨ", "Dân tộc: Kinh", "Quốc tịch: Việt Nam", body));
}

TEST(Arrange, ANumberAboveTwoPeopleIsOverBoth) {
    const auto texts = texts_of(blocks_of(
        {line(610, 420, "Số: 465/2025"), joined(line(170, 500, "Tên vợ: LÊ VY"), line(800, 500, "Tên chồng: PHẠM")),
         joined(line(170, 545, "Sinh ngày: 31/12/1992 ở xã"), line(800, 545, "Sinh ngày: 26/06/1988")),
         joined(line(170, 590, "Dân tộc: Kinh"), line(800, 590, "Dân tộc: Kinh")),
         joined(line(170, 635, "Nơi cư trú: Ấp Thiện Trạch, phường"), line(800, 635, "Nơi cư trú: Ấp Đức"))}));
    EXPECT_THAT(texts, ElementsAre("Số: 465/2025", "Tên vợ: LÊ VY", "Sinh ngày: 31/12/1992 ở xã", "Dân tộc: Kinh",
                                   "Nơi cư trú: Ấp Thiện Trạch, phường", "Tên chồng: PHẠM", "Sinh ngày: 26/06/1988",
                                   "Dân tộc: Kinh", "Nơi cư trú: Ấp Đức"));
}

TEST(Arrange, WhoPaysAndWhoCollectsAreReadOneAfterTheOther) {
    const auto texts = texts_of(
        blocks_of({line(170, 1400, body), joined(line(300, 1500, "Người nộp tiền"), line(1100, 1500, "Nhân viên thu")),
                   joined(line(320, 1540, "(Ký, họ tên)"), line(1100, 1540, "(Ký, đóng dấu)")),
                   joined(line(310, 1700, "Lê Văn Vũ"), line(1110, 1700, "Hồ Thị Lan"))}));
    EXPECT_THAT(texts, ElementsAre(body, "Người nộp tiền", "(Ký, họ tên)", "Lê Văn Vũ", "Nhân viên thu",
                                   "(Ký, đóng dấu)", "Hồ Thị Lan"));
}

TEST(Arrange, TheNameOfASignerOnTheLeftGoesWithHisTitle) {
    const auto texts = texts_of(blocks_of(
        {line(170, 1400, body), joined(line(330, 1500, "NGƯỜI THỰC HIỆN"), line(980, 1500, "TM. ỦY BAN NHÂN DÂN")),
         line(1060, 1540, "CHỦ TỊCH"), line(380, 1660, "Lê Văn Vũ"), line(1050, 1720, "Hồ Thị Lan")}));
    EXPECT_THAT(texts,
                ElementsAre(body, "NGƯỜI THỰC HIỆN", "Lê Văn Vũ", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Hồ Thị Lan"));
}

TEST(Arrange, PlaceAndDateAboveASignerStandWithHim) {
    const auto texts = texts_of(blocks_of(
        {line(170, 1400, body),
         joined(line(300, 1500, "Xác nhận của Trưởng thôn"), line(1000, 1500, "An Hòa, ngày 05 tháng 3 năm 2024")),
         joined(line(340, 1540, "(Ký, ghi rõ họ tên)"), line(1120, 1540, "Người viết đơn")),
         joined(line(420, 1700, "Lê Văn Vũ"), line(1150, 1700, "Hồ Thị Lan"))}));
    EXPECT_THAT(texts, ElementsAre(body, "Xác nhận của Trưởng thôn", "(Ký, ghi rõ họ tên)", "Lê Văn Vũ",
                                   "An Hòa, ngày 05 tháng 3 năm 2024", "Người viết đơn", "Hồ Thị Lan"));
}

TEST(Arrange, AnAgencyInCapitalsBesideAHeadingIsReadFirst) {
    const auto texts = texts_of(
        blocks_of({joined(line(200, 150, "SỞ GIÁO DỤC AN HÒA"), line(900, 150, "KỲ THI THỬ LẦN HAI")),
                   joined(line(170, 190, "TRƯỜNG PHỔ THÔNG AN HÒA"), line(860, 190, "Khóa ngày 18 và 19 tháng 4")),
                   line(170, 420, body)}));
    EXPECT_THAT(texts, ElementsAre("SỞ GIÁO DỤC AN HÒA", "TRƯỜNG PHỔ THÔNG AN HÒA", "KỲ THI THỬ LẦN HAI",
                                   "Khóa ngày 18 và 19 tháng 4", body));
}

TEST(Arrange, ADateUnderThePhotographOfACardIsNoLetterhead) {
    const auto texts = texts_of(
        blocks_of({line(600, 150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), line(700, 200, "Độc lập - Tự do - Hạnh phúc"),
                   line(600, 260, "Họ và tên: LÊ VY"), line(600, 310, "Ngày sinh: 25/03/1992"),
                   joined(line(100, 370, "Có giá trị đến:"), line(600, 360, "Quê quán: Xã An Hòa")),
                   line(100, 410, "25/03/2032")}));
    EXPECT_EQ(texts.front(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
}

/// A table of three columns without rules: a head and two rows of two lines.
std::vector<Line> open_table_lines() {
    return {joined(joined(line(150, 500, "STT"), line(300, 500, "Việc làm")), line(900, 500, "Kết quả")),
            joined(joined(line(150, 560, "1"), line(300, 560, "Bơm nước cho")), line(900, 560, "Đã bơm xong")),
            joined(line(300, 600, "xứ đồng sâu"), line(900, 600, "trong tháng 9")),
            joined(joined(line(150, 660, "2"), line(300, 660, "Cấp giống rau")), line(900, 660, "Đã cấp đủ")),
            joined(line(300, 700, "ngắn ngày"), line(900, 700, "cho các hộ"))};
}

TEST(Arrange, ATableWithoutRulesIsReadCellByCell) {
    const Arrangement found = arrange(open_table_lines(), {}, plane);
    EXPECT_THAT(texts_of(found.blocks),
                testing::ElementsAre("STT", "Việc làm", "Kết quả", "1", "Bơm nước cho", "xứ đồng sâu", "Đã bơm xong",
                                     "trong tháng 9", "2", "Cấp giống rau", "ngắn ngày", "Đã cấp đủ", "cho các hộ"));
    ASSERT_EQ(found.regions.size(), 1U);
    EXPECT_EQ(found.regions[0].kind, "table");
    ASSERT_EQ(found.regions[0].cells.size(), 9U);
    EXPECT_EQ(found.regions[0].cells[5].row, 1);
    EXPECT_EQ(found.regions[0].cells[5].column, 2);
    EXPECT_TRUE(found.regions[0].cells[5].box.y < 560 && found.regions[0].cells[5].box.bottom() > 590);
}

TEST(Arrange, NamesBesideColumnsOfFiguresAtThePagesHeadAreATable) {
    const auto flush_right = [](int right, int baseline, const std::string& figure) {
        return line(right - letter * static_cast<int>(figure.size()), baseline, figure);
    };
    std::vector<Line> rows;
    for (int k = 0; k < 12; ++k) {
        const int y = 100 + 40 * k;
        const std::string name = k % 2 == 0 ? "Bình Minh" : "Lệ";
        rows.push_back(joined(joined(joined(line(150, y, std::to_string(10 + k)), line(260, y, name)),
                                     flush_right(800, y, k % 3 == 0 ? "100.777" : "198.654.321")),
                              flush_right(1100, y, std::to_string(900000 - 991 * k))));
    }
    const Arrangement found = arrange(rows, {}, plane);
    ASSERT_EQ(found.regions.size(), 1U);
    EXPECT_EQ(found.regions[0].cells.size(), 48U);
    const std::vector<std::string> texts = texts_of(found.blocks);
    ASSERT_GT(texts.size(), 4U);
    EXPECT_EQ((std::vector<std::string>(texts.begin(), texts.begin() + 4)),
              (std::vector<std::string>{"10", "Bình Minh", "100.777", "900000"}));
}

TEST(Arrange, LabelsSideBySideAreNoTable) {
    std::vector<Line> form;
    for (const int y : {500, 560, 620}) {
        form.push_back(
            joined(joined(line(150, y, "Họ tên: A"), line(600, y, "Giới tính: B")), line(1100, y, "Dân tộc: C")));
    }
    EXPECT_TRUE(arrange(form, {}, plane).regions.empty());
}

TEST(Arrange, CultureAndSocietyIsNoMotto) {
    const std::vector<Line> lines{joined(line(150, 300, "TT"), line(400, 300, "Chỉ tiêu")),
                                  joined(line(150, 360, "II"), line(400, 360, "Lĩnh vực văn hóa, xã hội")),
                                  joined(line(150, 420, "1"), line(400, 420, "Số trường"))};
    EXPECT_THAT(texts_of(arrange(lines, {}, plane).blocks),
                testing::ElementsAre("TT Chỉ tiêu", "II Lĩnh vực văn hóa, xã hội", "1 Số trường"));
}

}  // namespace sohoa::ocr
