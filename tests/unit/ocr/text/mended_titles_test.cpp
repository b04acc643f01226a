#include "ocr/text/language/mended_titles.h"

#include <gtest/gtest.h>

#include "line_of_text.h"
#include "ocr/text/lines.h"

namespace sohoa::ocr {

namespace {

Line mended_line(const std::string& text, double confidence, const std::string& role = "signature") {
    Line line = line_of_text(text);
    int x = 100;
    for (Word& word : line.words) {
        word.confidence = confidence;
        word.box = {x, 50, 80, 30};
        x += 100;
    }
    gather(line);
    std::vector<Block> blocks{{role, {}, {line}}};
    mend_titles(blocks, SignerTitles::built_in());
    return blocks.front().lines.front();
}

std::string mended_title(const std::string& text, double confidence = 0.4) {
    return text_of_words(mended_line(text, confidence));
}

}  // namespace

TEST(MendedTitles, WhatTheSealCoversIsTheNearestOffice) {
    EXPECT_EQ(mended_title("THÍ KƯỞNG THƯỜNG TRỰC"), "THỨ TRƯỞNG THƯỜNG TRỰC");
    EXPECT_EQ(mended_title("[Ủ TỊCH"), "CHỦ TỊCH");
    EXPECT_EQ(mended_title("THƯ TRƯỞNG"), "THỨ TRƯỞNG");
    EXPECT_EQ(mended_title("KT. BỘ TRU ƠNG"), "KT. BỘ TRƯỞNG");
    EXPECT_EQ(mended_title("PHO CHÙ TỊCH"), "PHÓ CHỦ TỊCH");
}

TEST(MendedTitles, OfSureWordsNoMoreThanAMarkIsMended) {
    EXPECT_EQ(mended_title("KT. BỘ TRƯỜNG", 0.99), "KT. BỘ TRƯỞNG");
    EXPECT_EQ(mended_title("TRƯƠNG PHÒNG CTSV", 0.98), "TRƯỞNG PHÒNG CTSV");
    EXPECT_EQ(mended_title("TỔ TRƯỞNG", 0.98), "TỔ TRƯỞNG");
    EXPECT_EQ(mended_title("THỦ TRƯỞNG ĐƠN VỊ", 0.98), "THỦ TRƯỞNG ĐƠN VỊ");
    EXPECT_EQ(mended_title("PHÓ CHỦ TỊCH", 0.98), "PHÓ CHỦ TỊCH");
    EXPECT_EQ(mended_title("CHỦ TRÌ", 0.98), "CHỦ TRÌ");
}

TEST(MendedTitles, HeadsOfLettersAndTheNameOfTheState) {
    EXPECT_EQ(text_of_words(mended_line("UỶ BẠN NHẬN DÂN", 0.99, "letterhead_issuer")), "UỶ BAN NHÂN DÂN");
    EXPECT_EQ(text_of_words(mended_line("TM. UỶ BAN NHÂN DÂN", 0.99)), "TM. UỶ BAN NHÂN DÂN");
    EXPECT_EQ(text_of_words(mended_line("CÔNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.9, "letterhead_motto")),
              "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    EXPECT_EQ(text_of_words(mended_line("SỞ NỘI VỤ", 0.4, "letterhead_issuer")), "SỞ NỘI VỤ");
}

TEST(MendedTitles, NamesAndOtherBlocksStay) {
    EXPECT_EQ(mended_title("Trần Chủ Tích"), "Trần Chủ Tích");
    EXPECT_EQ(mended_title("NGƯỜI LẬP BIỂU"), "NGƯỜI LẬP BIỂU");
    EXPECT_EQ(text_of_words(mended_line("[Ủ TỊCH", 0.4, "body")), "[Ủ TỊCH");
    EXPECT_EQ(mended_title("KT."), "KT.");
    EXPECT_EQ(mended_title(""), "");
}

TEST(MendedTitles, WhatWasReadIsKeptAndPlacesAreShared) {
    const Line same = mended_line("THÍ TRƯỞNG", 0.4);
    EXPECT_EQ(same.words[0].raw, "THÍ");
    EXPECT_EQ(same.words[0].box, (Box{100, 50, 80, 30}));
    EXPECT_EQ(same.words[1].raw, "");
    const Line parted = mended_line("BỘ TRU ƠNG", 0.4);
    ASSERT_EQ(parted.words.size(), 2U);
    EXPECT_EQ(parted.words[0].raw, "BỘ TRU ƠNG");
    EXPECT_EQ(parted.words[0].box.x, 100);
    EXPECT_NEAR(parted.words[1].box.right(), 380, 1);
    EXPECT_LT(parted.words[0].box.right(), parted.words[1].box.x);
}

TEST(MendedTitles, BetweenTwoThatAreAboutAsNearNothingIsSaid) {
    EXPECT_EQ(mended_title("1ïïỨ TRƯỞNG"), "1ïïỨ TRƯỞNG") << "of a vụ, or the deputy of a minister";
    const SignerTitles titles("# offices\nVỤ TRƯỞNG\nCỤC TRƯỞNG\n=TỔ TRƯỞNG");
    EXPECT_EQ(titles.all().size(), 2U);
    EXPECT_EQ(titles.others().size(), 1U);
}

}  // namespace sohoa::ocr
