#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/dossier/document.h"
#include "tests/unit/dossier/printed_page.h"

namespace sohoa::dossier {

namespace {

Understanding understand_all(const std::vector<PrintedPage>& pages) {
    return dossier::understand(static_cast<int>(pages.size()), [&](int number) -> Result<ocr::PageReading> {
        return pages[static_cast<std::size_t>(number - 1)].reading();
    });
}

std::string value(const Understanding& understood, const std::string& name) {
    const auto found = std::find_if(understood.fields.begin(), understood.fields.end(),
                                    [&](const Field& f) { return f.name == name; });
    return found == understood.fields.end() ? "" : found->normalized;
}

PrintedPage decision() {
    PrintedPage page;
    page.left(150, "UBND TỈNH HẢI SƠN").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "SỞ TƯ PHÁP").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.left(280, "Số: 125/QĐ-STP").right(280, "Hải Sơn, ngày 05 tháng 3 năm 2024");
    page.centre(400, "QUYẾT ĐỊNH");
    page.centre(450, "Về việc thành lập Tổ công tác rà soát dữ liệu");
    page.centre(500, "hộ tịch năm 2024");
    page.centre(600, "GIÁM ĐỐC SỞ TƯ PHÁP");
    page.body(700, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;");
    page.body(760, "Theo đề nghị của Trưởng phòng Hành chính tư pháp.");
    page.body(820, "Điều 1. Thành lập Tổ công tác rà soát dữ liệu hộ tịch.");
    page.left(1400, "Nơi nhận:").right(1400, "KT. GIÁM ĐỐC");
    page.left(1450, "- Như Điều 3;").right(1450, "PHÓ GIÁM ĐỐC");
    page.left(1500, "- Lưu: VT, HCTP.").right(1750, "Trần Thị Bích Ngọc");
    return page;
}

}  // namespace

TEST(Understand, EveryPartOfADecisionIsAField) {
    const Understanding u = understand_all({decision()});
    EXPECT_EQ(u.kind.id, "quyet_dinh");
    EXPECT_EQ(u.kind.label, "Quyết định");
    EXPECT_GT(u.kind.confidence, 0.9);
    EXPECT_EQ(value(u, "issuer_parent"), "UBND TỈNH HẢI SƠN");
    EXPECT_EQ(value(u, "issuer"), "SỞ TƯ PHÁP");
    EXPECT_EQ(value(u, "number"), "125");
    EXPECT_EQ(value(u, "symbol"), "QĐ-STP");
    EXPECT_EQ(value(u, "place"), "Hải Sơn");
    EXPECT_EQ(value(u, "date"), "2024-03-05");
    EXPECT_EQ(value(u, "title"), "QUYẾT ĐỊNH");
    EXPECT_EQ(value(u, "summary"), "Về việc thành lập Tổ công tác rà soát dữ liệu hộ tịch năm 2024");
    EXPECT_EQ(value(u, "signer.mode"), "KT.");
    EXPECT_EQ(value(u, "signer.title"), "PHÓ GIÁM ĐỐC");
    EXPECT_EQ(value(u, "signer.name"), "TRẦN THỊ BÍCH NGỌC");
    EXPECT_TRUE(u.missing.empty());
}

TEST(Understand, FieldsKnowWhereTheyStandAndOneReadingIsNeverAcceptedWithoutEyes) {
    const Understanding u = understand_all({decision()});
    for (const Field& field : u.fields) {
        // Title and symbol bear each other out; nothing else on this paper is said twice.
        const bool two_witnesses = field.name == "title" || field.name == "symbol";
        EXPECT_EQ(field.status, two_witnesses ? "accepted" : "review") << field.name;
        ASSERT_FALSE(field.evidence.empty()) << field.name;
        EXPECT_EQ(field.evidence.front().page, 1) << field.name;
        EXPECT_FALSE(field.evidence.front().box.empty()) << field.name;
        EXPECT_GT(field.confidence, 0) << field.name;
        EXPECT_LE(field.confidence, 0.99) << field.name;
    }
}

TEST(Understand, ALetterheadThatWasReadAcrossIsCutApart) {
    PrintedPage page;
    page.across(150, "BỘ GIÁO DỤC VÀ ĐÀO TẠO", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26);
    page.right(200, "Độc lập - Tự do - Hạnh phúc");
    page.across(260, "Số: 2827/QĐ-BGDĐT", "Hà Nội, ngày 14 tháng 10 năm 2025");
    page.centre(350, "QUYẾT ĐỊNH");
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "issuer"), "BỘ GIÁO DỤC VÀ ĐÀO TẠO");
    EXPECT_EQ(value(u, "symbol"), "QĐ-BGDĐT");
    EXPECT_EQ(value(u, "place"), "Hà Nội");
    EXPECT_EQ(value(u, "date"), "2025-10-14");
}

TEST(Understand, AnAgencyOnTwoLinesIsOneAndTheOneAboveItsParent) {
    PrintedPage page;
    page.left(150, "ỦY BAN NHÂN DÂN").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(195, "XÃ LONG PHÚ").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.left(240, "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ");
    page.left(285, "ỦY BAN NHÂN DÂN");
    page.left(340, "Số: 07/BC-VP").right(340, "Long Phú, ngày 12 tháng 9 năm 2025");
    page.centre(450, "BÁO CÁO");
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "issuer_parent"), "ỦY BAN NHÂN DÂN XÃ LONG PHÚ");
    EXPECT_EQ(value(u, "issuer"), "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN");
}

TEST(Understand, ALetterHasNoTitleAndItsSummaryStandsUnderTheNumber) {
    PrintedPage page;
    page.left(150, "ỦY BAN NHÂN DÂN").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(195, "PHƯỜNG AN BÌNH").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.left(280, "Số: 362/UBND-VX").right(280, "An Bình, ngày 22 tháng 8 năm 2025");
    page.left(330, "V/v rà soát hồ sơ người có");
    page.left(370, "công trên địa bàn");
    page.centre(480, "Kính gửi: Phòng Văn hóa - Xã hội");
    page.body(560, "Thực hiện Kế hoạch số 15/KH-UBND ngày 01 tháng 8 năm 2025 của Ủy ban nhân dân phường.");
    const Understanding u = understand_all({page});
    EXPECT_EQ(u.kind.id, "cong_van");
    EXPECT_EQ(value(u, "summary"), "rà soát hồ sơ người có công trên địa bàn");
    EXPECT_EQ(value(u, "number"), "362");
    EXPECT_EQ(value(u, "symbol"), "UBND-VX");
}

TEST(Understand, WhoGetsAPaperAndWhatItRestsOnAreFields) {
    PrintedPage page = decision();
    page.body(640, "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công");
    page.body(680, "tác văn thư;");
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "bases[0].number"), "30/2020/NĐ-CP");
    EXPECT_EQ(value(u, "bases[0].date"), "2020-03-05");
    EXPECT_EQ(value(u, "bases[1].number"), "");
    EXPECT_EQ(value(u, "recipients[0]"), "Như Điều 3");
    EXPECT_EQ(value(u, "recipients[1]"), "Lưu: VT, HCTP");
}

TEST(Understand, ABlankLeftForThePenTearsNeitherNumberNorDateApart) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.put(300, 280, "Số:").put(460, 280, "/BC-UBND");
    page.put(900, 280, "Quảng Ngãi, ngày").put(1330, 280, "tháng 02 năm 2025");
    page.centre(400, "BÁO CÁO");
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "number"), "");
    EXPECT_EQ(value(u, "symbol"), "BC-UBND");
    EXPECT_EQ(value(u, "place"), "Quảng Ngãi");
    EXPECT_EQ(value(u, "date"), "2025-02");
    EXPECT_EQ(value(u, "issuer"), "UBND XÃ LONG PHÚ");
    EXPECT_THAT(u.missing, testing::Contains("number"));
}

TEST(Understand, TheSuperiorIsNotTheSigner) {
    PrintedPage page = decision();
    page.reading().blocks.erase(std::remove_if(page.reading().blocks.begin(), page.reading().blocks.end(),
                                               [](const ocr::Block& b) { return b.lines[0].text == "PHÓ GIÁM ĐỐC"; }),
                                page.reading().blocks.end());
    EXPECT_EQ(value(understand_all({page}), "signer.title"), "");
}

TEST(Understand, TheMottoNeverBecomesAField) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "GIẤY ỦY QUYỀN");
    for (const Field& field : understand_all({page}).fields) {
        EXPECT_EQ(field.normalized.find("CỘNG"), std::string::npos) << field.name;
        EXPECT_EQ(field.normalized.find("Độc"), std::string::npos) << field.name;
    }
}

TEST(Understand, TheCodeOfACitizenCardGivesItsFieldsAccepted) {
    PrintedPage page;
    page.code("001200000001||Nguyễn Văn An|01012000|Nam|Số 1, Phố A, Phường B, Quận C, Hà Nội|15062021");
    const Understanding u = understand_all({page});
    EXPECT_EQ(u.kind.id, "cccd");
    EXPECT_EQ(value(u, "holder.full_name"), "NGUYỄN VĂN AN");
    EXPECT_EQ(value(u, "holder.id_number"), "001200000001");
    EXPECT_EQ(value(u, "holder.birth_date"), "2000-01-01");
    EXPECT_EQ(value(u, "holder.sex"), "Nam");
    EXPECT_EQ(value(u, "date"), "2021-06-15");
    EXPECT_EQ(value(u, "owner.id_number"), "001200000001");
    for (const Field& field : u.fields) EXPECT_EQ(field.status, "accepted") << field.name;
}

TEST(Understand, NothingToReadIsUnknownAndNoTrouble) {
    EXPECT_EQ(understand_all({PrintedPage{}}).kind.id, "unknown");
    EXPECT_EQ(understand_all(std::vector<PrintedPage>{}).kind.id, "unknown");
    const auto unreadable = [](int) -> Result<ocr::PageReading> {
        return fail(code::ocr_failed, {"Không đọc được trang", "the page could not be read"});
    };
    EXPECT_EQ(dossier::understand(3, unreadable).kind.id, "unknown");
}

TEST(Understand, ALongDocumentIsLookedAtOnlyAtItsEnds) {
    std::vector<int> asked;
    const auto page = [&](int number) -> Result<ocr::PageReading> {
        asked.push_back(number);
        return decision().reading();
    };
    dossier::understand(500, page);
    EXPECT_THAT(asked, testing::UnorderedElementsAre(1, 2, 3, 498, 499, 500));
}

TEST(Understand, APageThatLiesOnItsSideReadsTheSame) {
    PrintedPage page = decision();
    ocr::PageReading& reading = page.reading();
    const Transform turn = Transform::quarter_turns(270, {reading.width, reading.height});
    for (ocr::Block& block : reading.blocks) {
        for (ocr::Line& line : block.lines) {
            for (ocr::Word& word : line.words) word.box = bounding_box(turn.apply(quad_of(word.box)));
        }
    }
    std::swap(reading.width, reading.height);
    reading.orientation = 90;
    const Understanding u = understand_all({page});
    EXPECT_EQ(u.kind.id, "quyet_dinh");
    EXPECT_EQ(value(u, "issuer"), "SỞ TƯ PHÁP");
    EXPECT_EQ(value(u, "signer.name"), "TRẦN THỊ BÍCH NGỌC");
}

TEST(Understand, ANumberThatAPenWroteIsNotInvented) {
    PrintedPage page;
    page.left(150, "UBND TỈNH HẢI SƠN").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.right(200, "Độc lập - Tự do - Hạnh phúc").right(280, "Hải Sơn, ngày 4† tháng 01 năm 2025");
    page.confidence(0.45).left(280, "Số: 83 /QĐ-UBND").confidence(0.95);
    page.centre(400, "QUYẾT ĐỊNH");
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "number"), "");
    EXPECT_EQ(value(u, "symbol"), "QĐ-UBND");
    EXPECT_EQ(value(u, "date"), "2025-01");
    EXPECT_THAT(u.missing, testing::Contains("number"));
}

TEST(Understand, APrintedNumberIsKeptAlthoughItsSymbolWasHardToRead) {
    PrintedPage page;
    page.confidence(0.45).left(280, "Số: 2036/QĐ-UBND").confidence(0.95).centre(400, "QUYẾT ĐỊNH");
    EXPECT_EQ(value(understand_all({page}), "number"), "2036");
}

TEST(Understand, ThePaperIsSignedBeforeItsAnnexes) {
    PrintedPage annex;
    annex.centre(200, "MẪU ĐƠN ĐĂNG KÝ");
    annex.left(1400, "Nơi nhận:").right(1400, "TRƯỞNG KHOA");
    annex.left(1450, "- Lưu: VPK.").right(1750, "Lê Văn Thành");
    const Understanding u = understand_all({decision(), annex});
    EXPECT_EQ(value(u, "signer.title"), "PHÓ GIÁM ĐỐC");
    EXPECT_EQ(value(u, "signer.name"), "TRẦN THỊ BÍCH NGỌC");
    EXPECT_EQ(value(u, "recipients[1]"), "Lưu: VT, HCTP");
}

TEST(Understand, RecipientsAreFoundWhereASignatureLiesOverTheirHeading) {
    PrintedPage page = decision();
    auto& blocks = page.reading().blocks;
    blocks.erase(std::remove_if(blocks.begin(), blocks.end(),
                                [](const ocr::Block& block) { return block.lines.front().text == "Nơi nhận:"; }),
                 blocks.end());
    const Understanding u = understand_all({page});
    EXPECT_EQ(value(u, "recipients[0]"), "Như Điều 3");
    EXPECT_EQ(value(u, "recipients[1]"), "Lưu: VT, HCTP");
}

}  // namespace sohoa::dossier
