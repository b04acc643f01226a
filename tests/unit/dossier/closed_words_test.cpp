#include "pipeline/dossier/closed_words.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

TEST(AgencyWords, LostMarksComeBackFromTheClosedList) {
    EXPECT_EQ(with_known_agency_words("ỦY BẠN NHÂN DẦN XÃ CÁT SƠN"), "ỦY BAN NHÂN DÂN XÃ CÁT SƠN");
    EXPECT_EQ(with_known_agency_words("UỶ BAN NHÂN DÂN THANH PHO HÁI PHÒNG"), "UỶ BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG");
    EXPECT_EQ(with_known_agency_words("ỦY BAN NHÂN DÂN TÍNH ĐĂK LẮK"), "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK");
}

TEST(AgencyWords, TheTonePlacementOfThePaperStays) {
    EXPECT_EQ(with_known_agency_words("UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ"), "UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ");
}

TEST(AgencyWords, ACommuneThatSoundsLikeAProvinceKeepsItsName) {
    EXPECT_EQ(with_known_agency_words("ỦY BAN NHÂN DÂN XÃ HẠ NAM"), "ỦY BAN NHÂN DÂN XÃ HẠ NAM");
}

TEST(Surname, AMisreadMarkComesBackOnlyWhereOneSurnameFits) {
    EXPECT_EQ(with_known_surname("ĐIỆP HỮU PHƯƠNG"), "DIỆP HỮU PHƯƠNG");
    EXPECT_EQ(with_known_surname("LÊ VĂN HẢI"), "LÊ VĂN HẢI");
    EXPECT_EQ(with_known_surname("XYZ VĂN HẢI"), "XYZ VĂN HẢI");
    // "Hà" and "Hạ" are both surnames.
    EXPECT_EQ(with_known_surname("HÁ VĂN HẢI"), "HÁ VĂN HẢI");
}

}  // namespace sohoa::dossier
