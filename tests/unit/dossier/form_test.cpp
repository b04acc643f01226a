#include <gtest/gtest.h>

#include "tests/unit/dossier/printed_page.h"
#include "tests/unit/dossier/read_paper.h"

namespace sohoa::dossier {

namespace {

PrintedPage certificate(const std::string& title) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "Số: 123/2024").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(320, title, 48);
    return page;
}

}  // namespace

TEST(Form, ABirthCertificateTellsChildMotherAndFatherApart) {
    PrintedPage page = certificate("GIẤY KHAI SINH");
    page.body(450, "Họ, chữ đệm, tên: NGUYỄN MINH KHÔI");
    page.body(510,
              "Ngày, tháng, năm sinh: 05/03/2024 Ghi bằng chữ: Ngày năm tháng ba năm hai nghìn không trăm hai mươi");
    page.body(570, "tư");
    page.body(630, "Giới tính: Nam Dân tộc: Kinh Quốc tịch: Việt Nam");
    page.body(690, "Nơi sinh: Bệnh viện đa khoa tỉnh Hải Sơn");
    page.body(750, "Quê quán: Xã Long Phú, tỉnh Hải Sơn");
    page.body(810, "Số định danh cá nhân: 001224000123");
    page.body(870, "Họ, chữ đệm, tên người mẹ: TRẦN THỊ HOA");
    page.body(930, "Năm sinh: 1995 Dân tộc: Tày Quốc tịch: Việt Nam");
    page.body(990, "Nơi cư trú: Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    page.body(1050, "Họ, chữ đệm, tên người cha: NGUYỄN VĂN BÌNH");
    page.body(1110, "Năm sinh: 1993 Dân tộc: Kinh Quốc tịch: Việt Nam");
    page.body(1170, "Nơi cư trú: Thôn Tây, xã Long Phú, tỉnh Hải Sơn");
    page.body(1230, "Nơi đăng ký khai sinh: Ủy ban nhân dân xã Long Phú");
    page.body(1290, "Ngày, tháng, năm đăng ký: 12/03/2024");
    page.right(1400, "NGƯỜI KÝ GIẤY KHAI SINH").right(1450, "CHỦ TỊCH").right(1700, "Lê Văn Thành");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_khai_sinh");
    EXPECT_EQ(read["number"], "123/2024");
    EXPECT_EQ(read["child.full_name"], "NGUYỄN MINH KHÔI");
    EXPECT_EQ(read["child.birth_date"], "2024-03-05");
    EXPECT_EQ(read["child.birth_date_words"], "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư");
    EXPECT_EQ(read["child.sex"], "Nam");
    EXPECT_EQ(read["child.ethnicity"], "Kinh");
    EXPECT_EQ(read["child.nationality"], "Việt Nam");
    EXPECT_EQ(read["child.birth_place"], "Bệnh viện đa khoa tỉnh Hải Sơn");
    EXPECT_EQ(read["child.home_town"], "Xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["child.id_number"], "001224000123");
    EXPECT_EQ(read["mother.full_name"], "TRẦN THỊ HOA");
    EXPECT_EQ(read["mother.birth_date"], "1995");
    EXPECT_EQ(read["mother.ethnicity"], "Tày");
    EXPECT_EQ(read["mother.residence"], "Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["father.full_name"], "NGUYỄN VĂN BÌNH");
    EXPECT_EQ(read["father.birth_date"], "1993");
    EXPECT_EQ(read["father.residence"], "Thôn Tây, xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["registered_at"], "Ủy ban nhân dân xã Long Phú");
    EXPECT_EQ(read["registration.date"], "2024-03-12");
    EXPECT_EQ(read["registration.number"], "123/2024");
    EXPECT_EQ(read["date"], "2024-03-12");
    EXPECT_EQ(read["owner.full_name"], "NGUYỄN MINH KHÔI");
    EXPECT_EQ(read["owner.id_number"], "001224000123");
    EXPECT_EQ(read["signer.name"], "LÊ VĂN THÀNH");
}

TEST(Form, AMarriageCertificateIsReadByItsTwoColumns) {
    PrintedPage page = certificate("GIẤY CHỨNG NHẬN KẾT HÔN");
    const int size = 22;
    page.put(236, 450, "Họ, chữ đệm, tên vợ:", size).put(900, 450, "Họ, chữ đệm, tên chồng:", size);
    page.put(236, 490, "PHẠM THỊ LAN", size).put(900, 490, "VŨ ĐỨC HẢI", size);
    page.put(236, 530, "Ngày, tháng, năm sinh: 01/02/1996", size)
        .put(900, 530, "Ngày, tháng, năm sinh: 15/08/1994", size);
    page.put(236, 570, "Dân tộc: Kinh Quốc tịch: Việt Nam", size)
        .put(900, 570, "Dân tộc: Mường Quốc tịch: Việt Nam", size);
    page.put(236, 610, "Nơi cư trú: Tổ dân phố số 12, phường An", size)
        .put(900, 610, "Nơi cư trú: Xã Long Phú, tỉnh Hải Sơn", size);
    page.put(236, 650, "Bình, thành phố Hải Sơn", size);
    page.put(236, 690, "Giấy tờ tùy thân: Căn cước công dân số", size)
        .put(900, 690, "Giấy tờ tùy thân: CCCD số 001094000456", size);
    page.put(236, 730, "001196000123", size);
    page.put(236, 790, "Nơi đăng ký kết hôn: Ủy ban nhân dân phường An Bình", size);
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_chung_nhan_ket_hon");
    EXPECT_EQ(read["wife.full_name"], "PHẠM THỊ LAN");
    EXPECT_EQ(read["husband.full_name"], "VŨ ĐỨC HẢI");
    EXPECT_EQ(read["wife.birth_date"], "1996-02-01");
    EXPECT_EQ(read["husband.birth_date"], "1994-08-15");
    EXPECT_EQ(read["wife.ethnicity"], "Kinh");
    EXPECT_EQ(read["husband.ethnicity"], "Mường");
    EXPECT_EQ(read["wife.residence"], "Tổ dân phố số 12, phường An Bình, thành phố Hải Sơn");
    EXPECT_EQ(read["husband.residence"], "Xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["wife.id_number"], "001196000123");
    EXPECT_EQ(read["husband.id_number"], "001094000456");
    EXPECT_EQ(read["wife.id_kind"], "Căn cước công dân");
    EXPECT_EQ(read["registered_at"], "Ủy ban nhân dân phường An Bình");
}

TEST(Form, AMarriageDeclarationIsATableOfTwoPersons) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "TỜ KHAI ĐĂNG KÝ KẾT HÔN", 44);
    const int size = 22;
    page.put(260, 500, "Thông tin", size).put(780, 500, "Bên nữ", size).put(1240, 500, "Bên nam", size);
    page.put(240, 560, "Họ, chữ đệm, tên", size).put(700, 560, "PHẠM THỊ LAN", size).put(1150, 560, "VŨ ĐỨC HẢI", size);
    page.put(240, 620, "Ngày, tháng, năm sinh", size)
        .put(700, 620, "01/02/1996", size)
        .put(1150, 620, "15/08/1994", size);
    page.put(240, 680, "Dân tộc", size).put(700, 680, "Kinh", size).put(1150, 680, "Mường", size);
    page.put(240, 740, "Nơi cư trú", size).put(700, 740, "Tổ 12, phường An", size).put(1150, 740, "Xã Long Phú,", size);
    page.put(700, 780, "Bình, tỉnh Hải Sơn", size).put(1150, 780, "tỉnh Hải Sơn", size);
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "to_khai_ket_hon");
    EXPECT_EQ(read["wife.full_name"], "PHẠM THỊ LAN");
    EXPECT_EQ(read["husband.full_name"], "VŨ ĐỨC HẢI");
    EXPECT_EQ(read["husband.birth_date"], "1994-08-15");
    EXPECT_EQ(read["wife.residence"], "Tổ 12, phường An Bình, tỉnh Hải Sơn");
    EXPECT_EQ(read["husband.residence"], "Xã Long Phú, tỉnh Hải Sơn");
}

TEST(Form, ACardIsReadByItsBilingualLabels) {
    PrintedPage page;
    page.centre(60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24);
    page.centre(140, "CĂN CƯỚC CÔNG DÂN", 40).centre(190, "Citizen Identity Card", 22);
    page.put(600, 260, "Số / No.: 001200000001", 30);
    page.put(600, 320, "Họ và tên / Full name:", 20).put(600, 350, "NGUYỄN VĂN AN", 28);
    page.put(600, 400, "Ngày sinh / Date of birth: 01/01/2000", 20);
    page.put(600, 440, "Giới tính / Sex: Nam Quốc tịch / Nationality: Việt Nam", 20);
    page.put(600, 480, "Quê quán / Place of origin:", 20).put(600, 510, "Long Phú, Hải Sơn", 20);
    page.put(600, 550, "Nơi thường trú / Place of residence: Thôn Đông", 20).put(600, 580, "Long Phú, Hải Sơn", 20);
    page.put(100, 620, "Có giá trị đến: 01/01/2040", 18);
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "cccd");
    EXPECT_EQ(read["holder.id_number"], "001200000001");
    EXPECT_EQ(read["holder.full_name"], "NGUYỄN VĂN AN");
    EXPECT_EQ(read["holder.birth_date"], "2000-01-01");
    EXPECT_EQ(read["holder.sex"], "Nam");
    EXPECT_EQ(read["holder.nationality"], "Việt Nam");
    EXPECT_EQ(read["holder.home_town"], "Long Phú, Hải Sơn");
    EXPECT_EQ(read["expiry_date"], "2040-01-01");
    EXPECT_EQ(read["owner.full_name"], "NGUYỄN VĂN AN");
    EXPECT_EQ(read["face"], "front");
}

TEST(Form, AConfirmationOfMaritalStatusNamesPersonPeriodAndPurpose) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "Số: 57/UBND-XNTTHN").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.right(260, "Long Phú, ngày 12 tháng 9 năm 2025");
    page.centre(340, "GIẤY XÁC NHẬN", 44).centre(400, "TÌNH TRẠNG HÔN NHÂN", 44);
    page.body(500, "Xét đề nghị của bà Trần Thị Hoa về việc cấp Giấy xác nhận tình trạng hôn nhân,");
    page.centre(560, "XÁC NHẬN:");
    page.body(620, "Họ, chữ đệm, tên: TRẦN THỊ HOA");
    page.body(680, "Ngày, tháng, năm sinh: 05/03/1998 Giới tính: Nữ");
    page.body(740, "Giấy tờ tùy thân: Thẻ căn cước số 001198000777, do Bộ Công an cấp ngày 15/07/2024");
    page.body(800, "Trong thời gian cư trú tại: xã Long Phú, từ ngày 05/03/2016 đến ngày 12/09/2025");
    page.body(860, "Tình trạng hôn nhân: Chưa đăng ký kết hôn với ai");
    page.body(920, "Giấy này được cấp để: Đăng ký kết hôn");
    page.right(1100, "TM. ỦY BAN NHÂN DÂN").right(1150, "CHỦ TỊCH").right(1400, "Lê Văn Thành");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_xac_nhan_tinh_trang_hon_nhan");
    EXPECT_EQ(read["number"], "57");
    EXPECT_EQ(read["symbol"], "UBND-XNTTHN");
    EXPECT_EQ(read["subject.full_name"], "TRẦN THỊ HOA");
    EXPECT_EQ(read["subject.sex"], "Nữ");
    EXPECT_EQ(read["subject.id_kind"], "Thẻ căn cước");
    EXPECT_EQ(read["subject.id_number"], "001198000777");
    EXPECT_EQ(read["subject.id_issuer"], "Bộ Công an");
    EXPECT_EQ(read["subject.id_issue_date"], "2024-07-15");
    EXPECT_EQ(read["period.from"], "2016-03-05");
    EXPECT_EQ(read["period.to"], "2025-09-12");
    EXPECT_EQ(read["marital_status"], "Chưa đăng ký kết hôn với ai");
    EXPECT_EQ(read["purpose"], "Đăng ký kết hôn");
    EXPECT_EQ(read["signer.mode"], "TM.");
    EXPECT_EQ(read["signer.title"], "CHỦ TỊCH");
    EXPECT_EQ(read["date"], "2025-09-12");
}

TEST(Form, ALandCertificateGivesOwnerParcelAndSerial) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "GIẤY CHỨNG NHẬN", 44)
        .centre(360, "QUYỀN SỬ DỤNG ĐẤT, QUYỀN SỞ HỮU TÀI SẢN")
        .centre(410, "GẮN LIỀN VỚI ĐẤT");
    page.body(520, "1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất:");
    page.body(570, "Ông Nguyễn Văn An, CCCD số: 001080000111");
    page.body(640, "2. Thông tin thửa đất:");
    page.body(690, "a) Thửa đất số: 125; Tờ bản đồ số: 08");
    page.body(740, "b) Diện tích: 125,5 m²");
    page.body(790, "c) Loại đất: Đất ở tại nông thôn");
    page.body(840, "d) Thời hạn sử dụng đất: Lâu dài");
    page.body(890, "đ) Hình thức sử dụng đất: Sử dụng riêng");
    page.body(940, "e) Địa chỉ: Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    page.body(1800, "AA 06654954");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_chung_nhan_qsdd");
    EXPECT_EQ(read["owners[0].full_name"], "NGUYỄN VĂN AN");
    EXPECT_EQ(read["owners[0].id_number"], "001080000111");
    EXPECT_EQ(read["parcels[0].number"], "125");
    EXPECT_EQ(read["parcels[0].map_sheet"], "08");
    EXPECT_EQ(read["parcels[0].area"], "125.5");
    EXPECT_EQ(read["parcels[0].land_use"], "Đất ở tại nông thôn");
    EXPECT_EQ(read["parcels[0].term"], "Lâu dài");
    EXPECT_EQ(read["parcels[0].use_form"], "Sử dụng riêng");
    EXPECT_EQ(read["parcels[0].address"], "Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["serial"], "AA 06654954");
}

TEST(Form, ABusinessCertificateGivesBusinessAndHolder) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(200, "PHÒNG KINH TẾ").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "GIẤY CHỨNG NHẬN", 44).centre(360, "ĐĂNG KÝ HỘ KINH DOANH", 44);
    page.centre(420, "Mã số hộ kinh doanh: 001085000222");
    page.centre(470, "Đăng ký lần đầu, ngày 05 tháng 3 năm 2024");
    page.body(560, "1. Tên hộ kinh doanh: HỘ KINH DOANH TẠP HÓA MINH KHÔI");
    page.body(620, "2. Địa chỉ trụ sở hộ kinh doanh: Số 15, thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    page.body(680, "3. Vốn kinh doanh: 150.000.000 đồng");
    page.body(740, "4. Họ và tên chủ hộ kinh doanh: NGUYỄN VĂN BÌNH Giới tính: Nam");
    page.body(800, "Sinh ngày: 15/08/1985 Dân tộc: Kinh Quốc tịch: Việt Nam");
    page.body(860, "Số định danh cá nhân: 001085000222");
    page.body(920, "Nơi thường trú: Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_chung_nhan_ho_kinh_doanh");
    EXPECT_EQ(read["issuer_parent"], "UBND XÃ LONG PHÚ");
    EXPECT_EQ(read["issuer"], "PHÒNG KINH TẾ");
    EXPECT_EQ(read["business.code"], "001085000222");
    EXPECT_EQ(read["business.name"], "HỘ KINH DOANH TẠP HÓA MINH KHÔI");
    EXPECT_EQ(read["business.address"], "Số 15, thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["business.capital"], "150000000");
    EXPECT_EQ(read["first_date"], "2024-03-05");
    EXPECT_EQ(read["holder.full_name"], "NGUYỄN VĂN BÌNH");
    EXPECT_EQ(read["holder.sex"], "Nam");
    EXPECT_EQ(read["holder.birth_date"], "1985-08-15");
    EXPECT_EQ(read["holder.id_number"], "001085000222");
    EXPECT_EQ(read["holder.residence"], "Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
}

TEST(Form, ACertifiedCopyKeepsItsKindAndCarriesTheCertification) {
    PrintedPage page = certificate("GIẤY KHAI SINH");
    page.body(450, "Họ, chữ đệm, tên: NGUYỄN MINH KHÔI");
    page.right(1500, "CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH", 24);
    page.right(1550, "Số chứng thực: 2157 Quyển số: 01/2025-SCT/BS", 24);
    page.right(1600, "Ngày 12 tháng 9 năm 2025", 24);
    page.right(1650, "KT. CHỦ TỊCH", 24).right(1690, "PHÓ CHỦ TỊCH", 24).right(1900, "Đỗ Thị Mai", 24);
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_khai_sinh");
    EXPECT_EQ(read["certification.number"], "2157");
    EXPECT_EQ(read["certification.book"], "01/2025-SCT/BS");
    EXPECT_EQ(read["certification.date"], "2025-09-12");
    EXPECT_EQ(read["certifier.title"], "PHÓ CHỦ TỊCH");
    EXPECT_EQ(read["certifier.name"], "ĐỖ THỊ MAI");
    EXPECT_EQ(read["copy_kind"], "ban_sao_chung_thuc");
}

TEST(Form, ABuildingPermitGivesInvestorAndWork) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(220, "Số: 45/GPXD")
        .right(200, "Độc lập - Tự do - Hạnh phúc")
        .right(260, "Long Phú, ngày 12 tháng 9 năm 2025");
    page.centre(340, "GIẤY PHÉP XÂY DỰNG", 44);
    page.body(450, "1. Cấp cho: Ông Nguyễn Văn Bình");
    page.body(500, "Số định danh cá nhân: 001085000222");
    page.body(550, "Địa chỉ: Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    page.body(600, "2. Được phép xây dựng công trình: Nhà ở riêng lẻ");
    page.body(650, "Địa điểm xây dựng: Thửa đất số 125, tờ bản đồ số 8, xã Long Phú");
    page.body(700, "Cấp công trình: Cấp III");
    page.body(750, "Diện tích xây dựng tầng 1: 85,5 m2");
    page.body(800, "Tổng diện tích sàn: 171 m2");
    page.body(850, "Số tầng: 02 Chiều cao công trình: 8,2 m");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_phep_xay_dung");
    EXPECT_EQ(read["number"], "45");
    EXPECT_EQ(read["symbol"], "GPXD");
    EXPECT_EQ(read["investor.full_name"], "NGUYỄN VĂN BÌNH");
    EXPECT_EQ(read["investor.id_number"], "001085000222");
    EXPECT_EQ(read["investor.address"], "Thôn Đông, xã Long Phú, tỉnh Hải Sơn");
    EXPECT_EQ(read["work.name"], "Nhà ở riêng lẻ");
    EXPECT_EQ(read["work.address"], "Thửa đất số 125, tờ bản đồ số 8, xã Long Phú");
    EXPECT_EQ(read["work.class"], "Cấp III");
    EXPECT_EQ(read["work.ground_area"], "85.5");
    EXPECT_EQ(read["work.floor_area"], "171");
    EXPECT_EQ(read["work.height"], "8.2");
}

TEST(Form, LabelsSurviveMisreadLettersAndLostMarks) {
    PrintedPage page = certificate("GIAY KHAI SINH");
    page.body(450, "Ho, chữ đem, tên : NGUYỄN MINH KHÔI");
    page.body(510, "Ngày, thảng, nãm sinh 05/03/2024");
    page.body(570, "Giỏi tính: Nam Dân tôc: Kinh Quôc tịch: Việt Nam");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_khai_sinh");
    EXPECT_EQ(read["child.full_name"], "NGUYỄN MINH KHÔI");
    EXPECT_EQ(read["child.birth_date"], "2024-03-05");
    EXPECT_EQ(read["child.sex"], "Nam");
    EXPECT_EQ(read["child.ethnicity"], "Kinh");
    EXPECT_EQ(read["child.nationality"], "Việt Nam");
}

TEST(Form, ANameThatBreaksInANarrowColumnIsWhole) {
    PrintedPage page = certificate("GIẤY CHỨNG NHẬN KẾT HÔN");
    const int size = 22;
    page.put(236, 450, "Họ, chữ đệm, tên vợ: LÒ THỊ KIM HOÀNG", size);
    page.put(900, 450, "Họ, chữ đệm, tên chồng: QUÁCH", size);
    page.put(236, 490, "PHẤN", size).put(900, 490, "THÀNH PHƯƠNG", size);
    page.put(236, 530, "Dân tộc: Kinh", size).put(900, 530, "Dân tộc: Mường", size);
    const ReadPaper read({page});
    EXPECT_EQ(read["wife.full_name"], "LÒ THỊ KIM HOÀNG PHẤN");
    EXPECT_EQ(read["husband.full_name"], "QUÁCH THÀNH PHƯƠNG");
    EXPECT_EQ(read["husband.ethnicity"], "Mường");
}

TEST(Form, AKindWhoseTitleWasLostIsKnownByItsLabels) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(400, "Số: 229/2020");
    page.body(450, "Họ, chữ đệm, tên: NGUYỄN MINH KHÔI");
    page.body(870, "Họ, chữ đệm, tên người mẹ: TRẦN THỊ HOA");
    page.body(1050, "Họ, chữ đệm, tên người cha: NGUYỄN VĂN BÌNH");
    page.body(1230, "Nơi đăng ký khai sinh: Ủy ban nhân dân xã Long Phú");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "giay_khai_sinh");
    EXPECT_EQ(read["child.full_name"], "NGUYỄN MINH KHÔI");
}

TEST(Form, AnExtractHasANumberOfItsOwnAndThatOfTheRegister) {
    PrintedPage page;
    page.left(150, "UBND XÃ LONG PHÚ").right(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    page.left(220, "Số: 872/TLKS-BS").right(200, "Độc lập - Tự do - Hạnh phúc");
    page.right(260, "Long Phú, ngày 09 tháng 7 năm 2023");
    page.centre(340, "TRÍCH LỤC KHAI SINH", 44).centre(400, "(BẢN SAO)");
    page.body(500, "Họ, chữ đệm, tên: HỨA PHƯƠNG TRANG");
    page.body(560, "Đăng ký khai sinh tại: Ủy ban nhân dân phường Quảng Xuân, thành phố Hải Sơn mới");
    page.body(620, "Số: 247/2021 ngày 23/11/2021");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "trich_luc_khai_sinh");
    EXPECT_EQ(read["title"], "TRÍCH LỤC KHAI SINH");
    EXPECT_EQ(read["copy_kind"], "trich_luc");
    EXPECT_EQ(read["number"], "872");
    EXPECT_EQ(read["symbol"], "TLKS-BS");
    EXPECT_EQ(read["registration.number"], "247/2021");
    EXPECT_EQ(read["registration.date"], "2021-11-23");
    EXPECT_EQ(read["registered_at"], "Ủy ban nhân dân phường Quảng Xuân, thành phố Hải Sơn mới");
}

TEST(Form, ADeclarationSaysToWhomAndWhereItWasMade) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "TỜ KHAI ĐĂNG KÝ KHAI SINH", 44);
    page.body(400, "Kính gửi: Ủy ban nhân dân xã Long Phú");
    page.body(460, "Họ, chữ đệm, tên người yêu cầu: Trần Hồng Hà");
    page.body(520, "Quan hệ với người được đăng ký: Mẹ");
    page.body(580, "Số lượng: 01 bản");
    page.right(700, "Làm tại: Long Phú, ngày 03 tháng 9 năm 2024");
    const ReadPaper read({page});
    EXPECT_EQ(read.kind(), "to_khai_khai_sinh");
    EXPECT_EQ(read["recipient"], "Ủy ban nhân dân xã Long Phú");
    EXPECT_EQ(read["requester.full_name"], "TRẦN HỒNG HÀ");
    EXPECT_EQ(read["relation"], "Mẹ");
    EXPECT_EQ(read["copies"], "1");
    EXPECT_EQ(read["place"], "Long Phú");
    EXPECT_EQ(read["date"], "2024-09-03");
}

TEST(Form, WhatIsLeftOfHandwritingIsNoValue) {
    PrintedPage page;
    page.centre(150, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre(200, "Độc lập - Tự do - Hạnh phúc");
    page.centre(300, "TỜ KHAI ĐĂNG KÝ KHAI SINH", 44);
    page.body(460, "Họ, chữ đệm, tên người yêu cầu: 7t");
    page.body(520, "Quan hệ với người được đăng ký: ụ");
    page.confidence(0.2).body(580, "Nơi cư trú: LZ Íư dượng mát ốc");
    const ReadPaper read({page});
    EXPECT_EQ(read["requester.full_name"], "");
    EXPECT_EQ(read["relation"], "");
    EXPECT_EQ(read["requester.residence"], "");
}

}  // namespace sohoa::dossier
