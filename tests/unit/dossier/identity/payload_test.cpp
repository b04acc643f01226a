#include "pipeline/dossier/identity/payload.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

namespace {

PayloadKind kind_of(std::string_view text) {
    return read_payload(text).kind();
}

/// The example of EMVCo's "QR Code Specification for Payment Systems: Merchant-Presented Mode" has this shape.
constexpr std::string_view payment =
    "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN6304";

}  // namespace

TEST(Payload, IsRecognisedByItsForm) {
    EXPECT_EQ(kind_of("001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội|15062021"), PayloadKind::card);
    EXPECT_EQ(kind_of("001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội|15062021\r\n"), PayloadKind::card);
    EXPECT_EQ(kind_of("0123456789|4e677579e1bb856e|1975|2|"), PayloadKind::health_card);
    EXPECT_EQ(kind_of("H55.242-250805-0012|1.001193|001200000001|Giấy|Một cửa|05/08/2025"), PayloadKind::one_stop);
    EXPECT_EQ(kind_of("{\"maHoSo\":\"H55.242-250805-0012\"}"), PayloadKind::one_stop);
    EXPECT_EQ(kind_of("https://dichvucong.gov.vn/p/home/dvc-tra-cuu?ma_ho_so=G22.99-250805-0012"),
              PayloadKind::portal_link);
    EXPECT_EQ(kind_of("https://vneid.gov.vn/x?t=abc"), PayloadKind::vneid);
    EXPECT_EQ(kind_of("VNeID:abcdef"), PayloadKind::vneid);
    EXPECT_EQ(kind_of(std::string(payment) + "0000"), PayloadKind::payment);
    EXPECT_EQ(kind_of("H55.242-250805-0012"), PayloadKind::dossier_code);
    EXPECT_EQ(kind_of("001200000001"), PayloadKind::personal_number);
    EXPECT_EQ(kind_of("1234518000123"), PayloadKind::land_barcode);
    for (const std::string& text :
         {std::string(), std::string("   "), std::string("xin chào"), std::string("8934567"), std::string(100000, 'x'),
          std::string("\xFF\xFE\x00", 3), std::string("WIFI:S:a;;"), std::string("00020")})
        EXPECT_EQ(kind_of(text), PayloadKind::unknown);
}

TEST(Payload, EveryKindHasItsName) {
    EXPECT_EQ(name_of(PayloadKind::unknown), "unknown");
    EXPECT_EQ(name_of(PayloadKind::land_barcode), "land_barcode");
    EXPECT_EQ(std::variant_size_v<PayloadContent>, static_cast<std::size_t>(PayloadKind::land_barcode) + 1);
}

TEST(PortalLink, HostAndDossierAreTold) {
    const auto by_query = read_portal_link("https://DichVuCong.gov.vn:443/tra-cuu?x=1&ma_ho_so=G22.99-250805-0012#a");
    ASSERT_TRUE(by_query);
    EXPECT_EQ(by_query->host, "dichvucong.gov.vn");
    EXPECT_TRUE(by_query->national_portal);
    EXPECT_EQ(by_query->dossier_code, "G22.99-250805-0012");
    EXPECT_TRUE(by_query->fields);
    const auto by_path = read_portal_link("http://motcua.thainguyen.gov.vn/hoso/H55.242-250805-0012/in");
    ASSERT_TRUE(by_path);
    EXPECT_TRUE(by_path->government);
    EXPECT_FALSE(by_path->national_portal);
    EXPECT_EQ(by_path->dossier_code, "H55.242-250805-0012");
    const auto unnamed = read_portal_link("https://a.gov.vn/?q=H55.242-250805-0012");
    EXPECT_EQ(unnamed->dossier_code, "H55.242-250805-0012");
    EXPECT_FALSE(unnamed->fields);
}

TEST(PortalLink, AHostThatOnlyLooksLikeTheGovernmentsIsNot) {
    EXPECT_FALSE(read_portal_link("https://dichvucong.gov.vn@example.com/")->government);
    EXPECT_EQ(read_portal_link("https://dichvucong.gov.vn@example.com/")->host, "example.com");
    EXPECT_FALSE(read_portal_link("https://a@dichvucong.gov.vn/")->government);
    EXPECT_FALSE(read_portal_link("https://dichvucong.gov.vn.example.com/")->government);
    EXPECT_FALSE(read_portal_link("https://xgov.vn/")->government);
    EXPECT_EQ(read_portal_link("https://example.com\\.gov.vn/")->host, "example.com");
    EXPECT_FALSE(read_portal_link("https:///x"));
    EXPECT_FALSE(read_portal_link("https://đ.gov.vn/"));
    EXPECT_FALSE(read_portal_link("ftp://a.gov.vn/"));
    EXPECT_FALSE(read_portal_link("javascript:alert(1)"));
}

TEST(PaymentCode, ChecksumAndSystemAreTold) {
    const auto without_crc = read_payment_code(payment);
    EXPECT_FALSE(without_crc);
    const std::string whole = std::string(payment) + "0000";
    const auto wrong = read_payment_code(whole);
    ASSERT_TRUE(wrong);
    EXPECT_TRUE(wrong->vietqr);
    EXPECT_FALSE(wrong->check_holds);
    // The check value of CRC-16/CCITT-FALSE for "123456789" is 29B1; this one is Python's binascii.crc_hqx(text,
    // 0xFFFF).
    const auto right = read_payment_code("0002010102116304AD0A");
    ASSERT_TRUE(right);
    EXPECT_TRUE(right->check_holds);
    EXPECT_FALSE(right->vietqr);
    EXPECT_FALSE(read_payment_code("00020"));
    EXPECT_FALSE(read_payment_code("000201999"));
}

}  // namespace sohoa::dossier
