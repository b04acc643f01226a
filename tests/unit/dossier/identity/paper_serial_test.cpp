#include "pipeline/dossier/identity/paper_serial.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

TEST(LandSerial, FormsOfFourErasAreRead) {
    EXPECT_EQ(read_land_serial("A 679987")->to_year, 2004);
    EXPECT_EQ(read_land_serial("BM123456")->normal, "BM 123456");
    EXPECT_EQ(read_land_serial("bm 123 456")->normal, "BM 123456");
    EXPECT_EQ(read_land_serial("AA 06654954")->normal, "AA 06654954");
    EXPECT_EQ(read_land_serial("AA 06654954")->from_year, 2025);
    EXPECT_EQ(read_land_serial("ÐA 123456")->normal, "ĐA 123456");
    EXPECT_EQ(read_land_serial("CM 26402O")->normal, "CM 264020");
    EXPECT_EQ(read_land_serial("CO 264020")->normal, "CO 264020");
    EXPECT_EQ(read_land_serial("C0 264020")->normal, "CO 264020");
    EXPECT_EQ(read_land_serial("C0 264020")->warnings, CodeWarnings{CodeWarning::mended});
}

TEST(LandSerial, OtherTextsAreNone) {
    for (const char* text :
         {"", "123456", "ABC 123456", "AB 12345", "AB 1234567", "AB-123456", "01 123456", "Ă 123456"})
        EXPECT_FALSE(read_land_serial(text)) << text;
}

TEST(LandBarcode, HasThirteenDigitsAsGoodsHave) {
    EXPECT_FALSE(read_land_barcode("1234518000123")->may_be_goods);
    EXPECT_TRUE(read_land_barcode("4006381333931")->may_be_goods);
    EXPECT_FALSE(read_land_barcode("123451800012"));
    EXPECT_FALSE(read_land_barcode("12345180001234"));
}

TEST(BookSymbol, NumberKindAndYearAreTold) {
    const auto plain = read_book_symbol("01/2024");
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->number, "01");
    EXPECT_EQ(plain->year, 2024);
    EXPECT_EQ(read_book_symbol("KS/2024")->kind, "KS");
    EXPECT_EQ(read_book_symbol("TP/KS/2010")->kind, "TP/KS");
    EXPECT_EQ(read_book_symbol("01 / 2024 – SCT/BS")->normal, "01/2024-SCT/BS");
    EXPECT_EQ(read_book_symbol("01/2024-SCT/BS")->kind, "SCT/BS");
    EXPECT_EQ(read_book_symbol("02-SCT/CK,ÐC")->kind, "SCT/CK,ĐC");
    EXPECT_EQ(read_book_symbol("01/2024-SCTĐT/BS")->kind, "SCTĐT/BS");
    EXPECT_EQ(read_book_symbol("TP/KS/2010")->number, "");
}

TEST(BookSymbol, OtherTextsAreNone) {
    for (const char* text : {"", "01", "KS", "2024", "//", "01/02/03/2024", "A1/2024", "12345/2024"})
        EXPECT_FALSE(read_book_symbol(text)) << text;
}

}  // namespace sohoa::dossier
