#include <gtest/gtest.h>

#include "pipeline/dossier/identity/card_qr.h"

namespace sohoa::dossier {

TEST(CardQrGrammar, SevenFieldsInTheirPlacesAreCertain) {
    const auto card =
        read_card_qr("001200000001|012345678|Nguyễn Văn An|01012000|Nam|Số 1, Phố A, Phường B, Hà Nội|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->grammar, CardGrammar::seven_fields);
    EXPECT_EQ(card->certainty.old_id_number, CardCertainty::certain);
    EXPECT_EQ(card->certainty.residence, CardCertainty::certain);
    EXPECT_EQ(card->certainty.issued, CardCertainty::certain);
    EXPECT_EQ(card->certainty.expires, CardCertainty::absent);
    EXPECT_TRUE(card->others.empty());
}

TEST(CardQrGrammar, ExtraFieldsAreKeptAsTheyStand) {
    const auto card = read_card_qr("001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội|15062021|| Tra\u0302\u0300n  B|");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->grammar, CardGrammar::seven_fields);
    EXPECT_EQ(card->others, (std::vector<std::string>{"", " Tra\u0302\u0300n  B", ""}));
    EXPECT_EQ(card->raw.size(), 10U);
    EXPECT_EQ(card->raw[1], "");
}

TEST(CardQrGrammar, TheRawFormOfTextsIsKept) {
    const auto card = read_card_qr("001200000001||Nguye\u0302\u0303n Va\u0306n  An|01012000|Nam|Hà Nội|15062021");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->raw[2], "Nguye\u0302\u0303n Va\u0306n  An");
    EXPECT_EQ(card->full_name, "Nguyễn Văn An");
}

TEST(CardQrGrammar, FewerFieldsAreSaidToBeFewer) {
    for (const char* text : {"001200000001||Nguyễn Văn An|01012000|Nam|Hà Nội",
                             "001200000001|Nguyễn Văn An|01012000|Nam|Hà Nội|15062021"}) {
        const auto card = read_card_qr(text);
        ASSERT_TRUE(card) << text;
        EXPECT_EQ(card->grammar, CardGrammar::fewer_fields);
        EXPECT_EQ(card->residence, "Hà Nội");
        EXPECT_EQ(card->certainty.full_name, CardCertainty::certain);
    }
}

TEST(CardQrByForm, AnotherOrderIsToldByTheFormsOfItsFields) {
    const auto card =
        read_card_qr("001300000001|Trần Thị Bích|Nữ|05032000|Tổ 4, Phường Cửa Nam, Hà Nội|15072024|05032025|001987654");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->grammar, CardGrammar::by_form);
    EXPECT_EQ(card->full_name, "Trần Thị Bích");
    EXPECT_EQ(card->sex, "Nữ");
    EXPECT_EQ(iso(card->birth_date), "2000-03-05");
    EXPECT_EQ(iso(*card->issued), "2024-07-15");
    EXPECT_EQ(iso(*card->expires), "2025-03-05");
    EXPECT_EQ(card->old_id_number, "001987654");
    EXPECT_EQ(card->residence, "Tổ 4, Phường Cửa Nam, Hà Nội");
    EXPECT_EQ(card->certainty.full_name, CardCertainty::certain);
    EXPECT_EQ(card->certainty.birth_date, CardCertainty::certain);
    EXPECT_EQ(card->certainty.issued, CardCertainty::certain);
    EXPECT_EQ(card->certainty.expires, CardCertainty::certain);
    EXPECT_TRUE(card->others.empty());
}

TEST(CardQrByForm, RivalsMakeAFieldOnlyLikelyAndStandInOthers) {
    const auto card = read_card_qr(
        "001300000001|Trần Thị Bích|Nữ|05032000|15072024|Tổ 4, Hà Nội|Xã Đông Anh, Hà Nội|Trần Văn Cao|001060000002");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->full_name, "Trần Thị Bích");
    EXPECT_EQ(card->certainty.full_name, CardCertainty::likely);
    EXPECT_EQ(card->certainty.residence, CardCertainty::likely);
    EXPECT_EQ(card->others, (std::vector<std::string>{"Xã Đông Anh, Hà Nội", "Trần Văn Cao", "001060000002"}));
}

TEST(CardQrByForm, ABirthYearThatTheNumberDeniesIsOnlyLikely) {
    const auto card = read_card_qr("001300000001|Trần Thị Bích|Nữ|05031999|15072024|Tổ 4, Hà Nội");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->certainty.birth_date, CardCertainty::likely);
    EXPECT_EQ(card->certainty.issued, CardCertainty::likely);
}

TEST(CardQrByForm, ASecondDateOnTheBirthdayMayBeTheExpiry) {
    const auto card = read_card_qr("001300000001|Trần Thị Bích|Nữ|05032000|05032040|Tổ 4, Hà Nội");
    ASSERT_TRUE(card);
    EXPECT_FALSE(card->issued);
    EXPECT_EQ(iso(*card->expires), "2040-03-05");
    EXPECT_EQ(card->certainty.expires, CardCertainty::likely);
}

TEST(CardQrByForm, DatesOfAFamilyAreNobodysWithoutTheNumbersYear) {
    const auto card = read_card_qr("001300000001|Trần Thị Bích|Nữ|01011970|05032000|02021972|03032022|Tổ 4, Hà Nội");
    ASSERT_TRUE(card);
    EXPECT_EQ(iso(card->birth_date), "2000-03-05");
    EXPECT_FALSE(card->issued);
    EXPECT_EQ(card->others.size(), 3U);
    EXPECT_FALSE(read_card_qr("001301000001|Trần Thị Bích|Nữ|01011970|05032000|02021972|03032022|Tổ 4, Hà Nội"));
}

TEST(CardQrByForm, AResidenceWithoutCommaIsNoSureName) {
    const auto card = read_card_qr("001300000001|Nữ|05032000|Trần Thị Bích");
    ASSERT_TRUE(card);
    EXPECT_EQ(card->certainty.full_name, CardCertainty::likely);
}

TEST(CardQrByForm, NeitherNameNorBirthIsNoCard) {
    EXPECT_FALSE(read_card_qr("001300000001|Nữ|Tổ 4, Hà Nội|15072024"));
    EXPECT_FALSE(read_card_qr("001300000001|Trần Thị Bích|Nữ|Hà Nội"));
    EXPECT_FALSE(read_card_qr("001300000001|1234567|Trần Thị Bích|Nữ|05032000|Tổ 4, Hà Nội"));
    EXPECT_FALSE(read_card_qr("00130000000A|Trần Thị Bích|Nữ|05032000|Tổ 4, Hà Nội"));
    std::string many = "001300000001|Trần Thị Bích|Nữ|05032000";
    many.append(100, '|');
    EXPECT_FALSE(read_card_qr(many));
}

}  // namespace sohoa::dossier
