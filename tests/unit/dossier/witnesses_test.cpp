#include <algorithm>
#include <gtest/gtest.h>

#include "pipeline/dossier/document.h"
#include "tests/unit/dossier/printed_page.h"

namespace sohoa::dossier {

namespace {

/// Fields by name.
class Read {
public:
    explicit Read(std::vector<PrintedPage> pages) {
        understood_ = understand(static_cast<int>(pages.size()), [&](int number) -> Result<ocr::PageReading> {
            return pages[static_cast<std::size_t>(number - 1)].reading();
        });
    }
    const Field& operator[](const std::string& name) const {
        static const Field none{.status = "none"};
        const auto found = std::find_if(understood_.fields.begin(), understood_.fields.end(),
                                        [&](const Field& field) { return field.name == name; });
        return found == understood_.fields.end() ? none : *found;
    }

private:
    Understanding understood_;
};

PrintedPage decision(const std::string& number, const std::string& date) {
    PrintedPage page;
    page.left(150, "UBND TỈNH HẢI SƠN").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "SỞ TƯ PHÁP").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.left(280, number).right(280, date);
    page.centre(400, "QUYẾT ĐỊNH");
    page.centre(450, "Về việc ban hành Quy chế làm việc");
    return page;
}

PrintedPage regulation(const std::string& mention) {
    PrintedPage page;
    page.centre(150, "QUY CHẾ LÀM VIỆC").centre(200, mention);
    return page;
}

PrintedPage birth(const std::string& date, const std::string& words, const std::string& id_number) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(320, "GIẤY KHAI SINH", 48);
    page.body(450, "Họ, chữ đệm, tên: NGUYỄN MINH KHÔI");
    page.body(510, "Ngày, tháng, năm sinh: " + date);
    page.body(570, "Ghi bằng chữ: " + words);
    page.body(630, "Giới tính: Nam Dân tộc: Kinh Quốc tịch: Việt Nam");
    page.body(810, "Số định danh cá nhân: " + id_number);
    return page;
}

}  // namespace

TEST(Witnesses, ASecondMentionBearsOutNumberSymbolAndDate) {
    const Read read({decision("Số: 125/QĐ-STP", "Hải Sơn, ngày 05 tháng 3 năm 2024"),
                     regulation("(Kèm theo Quyết định số 125/QĐ-STP ngày 05 tháng 3 năm 2024)")});
    EXPECT_EQ(read["number"].status, "accepted");
    EXPECT_EQ(read["symbol"].status, "accepted");
    EXPECT_EQ(read["date"].status, "accepted");
    EXPECT_EQ(read["number"].evidence.size(), 2U);
}

TEST(Witnesses, AnotherPapersNumberBearsOutNothing) {
    const Read read({decision("Số: 125/QĐ-STP", "Hải Sơn, ngày 05 tháng 3 năm 2024"),
                     regulation("(Kèm theo Quyết định số 126/QĐ-STP ngày 05 tháng 3 năm 2024)")});
    EXPECT_EQ(read["number"].status, "review");
    EXPECT_EQ(read["date"].status, "review");
}

TEST(Witnesses, ASymbolThatTheAgencyDoesNotTellIsForTheOperator) {
    const Read read({decision("Số: 125/QĐ-STC", "Hải Sơn, ngày 05 tháng 3 năm 2024")});
    EXPECT_EQ(read["symbol"].normalized, "QĐ-STC");
    EXPECT_EQ(read["symbol"].status, "review");
}

TEST(Witnesses, ABirthDateIsBorneOutByItsWords) {
    const Read agreed({birth("05/03/2024", "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư", "001224000123")});
    EXPECT_EQ(agreed["child.birth_date"].status, "accepted");
    EXPECT_EQ(agreed["child.birth_date_words"].status, "accepted");
    const Read other({birth("06/03/2024", "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư", "001224000123")});
    EXPECT_EQ(other["child.birth_date"].status, "review");
    EXPECT_LT(other["child.birth_date"].confidence, 0.6);
}

TEST(Witnesses, TheSexIsBorneOutByTheIdentityNumber) {
    const std::string words = "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư";
    EXPECT_EQ(Read({birth("05/03/2024", words, "001224000123")})["child.sex"].status, "accepted");
    const Read girl({birth("05/03/2024", words, "001324000123")});
    EXPECT_EQ(girl["child.sex"].status, "review");
    EXPECT_LT(girl["child.id_number"].confidence, 0.6);
}

TEST(Witnesses, ANameIsBorneOutByASecondPrintOfAllOfIt) {
    PrintedPage page = birth("05/03/2024", "", "");
    page.body(900, "Họ, chữ đệm, tên người mẹ: TRẦN THỊ HOA");
    page.body(960, "Họ, chữ đệm, tên người cha: NGUYỄN VĂN BÌNH");
    page.body(1020, "Họ, chữ đệm, tên người đi khai sinh: TRẦN THỊ HOA");
    page.right(1500, "Nguyễn Văn Bình An");
    const Read read({page});
    EXPECT_EQ(read["mother.full_name"].status, "accepted");
    EXPECT_EQ(read["declarant.full_name"].status, "accepted");
    EXPECT_EQ(read["father.full_name"].status, "review");
}

}  // namespace sohoa::dossier
