#include "pipeline/dossier/date_words.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

namespace {

std::string said(std::string_view text) {
    const auto date = date_in_words(text);
    return date ? iso(*date) : "";
}

}  // namespace

TEST(DateInWords, IsReadAsItIsSpoken) {
    EXPECT_EQ(said("Ngày mười sáu tháng tư năm hai nghìn không trăm hai mươi"), "2020-04-16");
    EXPECT_EQ(said("ngày ba mươi mốt tháng mười hai năm một nghìn chín trăm chín mươi tám."), "1998-12-31");
    EXPECT_EQ(said("Ngày mồng năm tháng năm năm hai ngàn không trăm linh năm"), "2005-05-05");
    EXPECT_EQ(said("Ngày hai mươi lăm tháng giêng năm hai nghìn không trăm hai mươi tư"), "2024-01-25");
}

TEST(DateInWords, AMisreadWordIsNoDate) {
    EXPECT_EQ(said("Ngày mười sâu tháng tư năm hai nghìn không trăm hai mươi"), "");
    EXPECT_EQ(said("Ngày ba mươi tháng hai năm hai nghìn không trăm hai mươi"), "");
    EXPECT_EQ(said("tháng tư năm hai nghìn"), "");
    EXPECT_EQ(said(""), "");
}

}  // namespace sohoa::dossier
