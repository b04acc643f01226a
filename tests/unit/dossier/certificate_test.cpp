#include <gtest/gtest.h>

#include "tests/unit/dossier/printed_page.h"
#include "tests/unit/dossier/read_paper.h"

namespace sohoa::dossier {

namespace {

PrintedPage business_certificate() {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "PHÒNG KINH TẾ").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(320, "GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", 36);
    page.centre(380, "Mã số hộ kinh doanh: 8123456789");
    page.centre(440, "Đăng ký lần đầu, ngày 12 tháng 3 năm 2021");
    return page;
}

}  // namespace

TEST(Certificate, ARegistersDateIsThatOfItsLastEntry) {
    PrintedPage page = business_certificate();
    page.centre(490, "Đăng ký thay đổi lần thứ 2, ngày 05 tháng 8 năm 2024");
    const ReadPaper read({page});
    EXPECT_EQ(read["first_date"], "2021-03-12");
    EXPECT_EQ(read["change_count"], "2");
    EXPECT_EQ(read["date"], "2024-08-05");
}

TEST(Certificate, ARegisterThatNeverChangedKeepsItsFirstDate) {
    const ReadPaper read({business_certificate()});
    EXPECT_EQ(read["first_date"], "2021-03-12");
    EXPECT_EQ(read["date"], "2021-03-12");
}

TEST(Certificate, TheClassOfAWorkStandsAlone) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(220, "Số: 27/GPXD").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(320, "GIẤY PHÉP XÂY DỰNG", 44);
    page.body(450, "1. Cấp cho: Bà Trần Thị Hoa");
    page.body(510, "Loại, cấp công trình: Nhà ở riêng lẻ; Cấp III");
    page.body(570, "Địa điểm xây dựng: Thôn Đông, xã Long Phú, tỉnh Hải Sơn, gần chợ Long Phú cũ, bên trái");
    page.body(630, "2. Giấy tờ về quyền sử dụng đất");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_phep_xay_dung");
    EXPECT_EQ(read["work.class"], "Cấp III");
    // A point of its own is not the next line of the value above it.
    EXPECT_EQ(read["work.address"], "Thôn Đông, xã Long Phú, tỉnh Hải Sơn, gần chợ Long Phú cũ, bên trái");
}

TEST(Certificate, ACardNamesWhoGaveIt) {
    PrintedPage back;
    back.body(150, "Đặc điểm nhận dạng / Personal identification: Nốt ruồi cách 1 cm trên sau cánh mũi trái");
    back.body(250, "Ngày, tháng, năm / Date, month, year: 10/05/2021");
    back.body(310, "CỤC TRƯỞNG CỤC CẢNH SÁT");
    back.body(350, "QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI");
    back.body(390, "DIRECTOR GENERAL OF THE POLICE DEPARTMENT");
    back.code("001196000123||Trần Thị Hoa|05021996|Nữ|Thôn Đông, xã Long Phú, tỉnh Hải Sơn|10052021");
    const ReadPaper read({back});
    EXPECT_EQ(read["face"], "back");
    EXPECT_EQ(read["signer.title"], "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI");
}

TEST(Certificate, ADeclarationIsSignedByWhoeverMadeIt) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "TỜ KHAI ĐĂNG KÝ KHAI SINH", 44);
    page.body(400, "Kính gửi: Ủy ban nhân dân xã Long Phú");
    page.body(460, "Họ, chữ đệm, tên người yêu cầu: Trần Hồng Hà");
    page.right(900, "Người yêu cầu").right(1150, "Trần Hồng Hà");
    EXPECT_EQ(ReadPaper({page})["signer.name"], "TRẦN HỒNG HÀ");
    PrintedPage unsigned_page = page;
    unsigned_page.reading().blocks.pop_back();
    EXPECT_EQ(ReadPaper({unsigned_page})["signer.name"], "");
}

TEST(Certificate, AnAgencysNameGoesOnBelowWhereItWantsMore) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "PHÒNG KINH TẾ, HẠ TẦNG").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.left(245, "VÀ ĐÔ THỊ");
    page.centre(400, "GIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH", 36);
    EXPECT_EQ(ReadPaper({page})["issuer"], "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ");
}

}  // namespace sohoa::dossier
