#include "ocr/text/language/confusions.h"

#include <gtest/gtest.h>

#include "line_of_text.h"

namespace sohoa::ocr {

namespace {

std::string unconfused(const std::string& text) {
    std::vector<Block> blocks{{"", {}, {line_of_text(text)}}};
    mend_confusions(blocks, Confusions::built_in());
    return text_of_words(blocks.front().lines.front());
}

}  // namespace

TEST(Confusions, PhrasesThatAreNoVietnameseAreThoseTheyAreReadFor) {
    EXPECT_EQ(unconfused("(Chỉ tiết xem Phụ lục)"), "(Chi tiết xem Phụ lục)");
    EXPECT_EQ(unconfused("Bộ Giáo dục và Đảo tạo;"), "Bộ Giáo dục và Đào tạo;");
    EXPECT_EQ(unconfused("BỘ GIÁO DỤC VÀ ĐẢO TẠO"), "BỘ GIÁO DỤC VÀ ĐÀO TẠO");
    EXPECT_EQ(unconfused("- Công thông tin điện tử;"), "- Cổng thông tin điện tử;");
}

TEST(Confusions, OtherWordsStay) {
    EXPECT_EQ(unconfused("chỉ đạo chi tiết"), "chỉ đạo chi tiết");
    EXPECT_EQ(unconfused("chỉ, tiết kiệm"), "chỉ, tiết kiệm");
    EXPECT_EQ(unconfused("dịch vụ công thông tin"), "dịch vụ công thông tin");
    EXPECT_EQ(unconfused("quân lính, đảo"), "quân lính, đảo");
    EXPECT_EQ(unconfused(""), "");
}

TEST(Confusions, WhatWasReadIsKeptAndLinesGoOn) {
    std::vector<Block> blocks{{"", {}, {line_of_text("hỗ trợ chỉ"), line_of_text("phí đi lại")}}};
    mend_confusions(blocks, Confusions::built_in());
    EXPECT_EQ(blocks[0].lines[0].words[2].text, "chi");
    EXPECT_EQ(blocks[0].lines[0].words[2].raw, "chỉ");
    EXPECT_EQ(blocks[0].lines[1].words[0].raw, "");
    blocks = {{"table", {}, {line_of_text("chỉ"), line_of_text("phí")}}};
    mend_confusions(blocks, Confusions::built_in());
    EXPECT_EQ(blocks[0].lines[0].words[0].text, "chỉ");
}

TEST(Confusions, LinesThatDoNotMatchAreLeftOut) {
    EXPECT_EQ(Confusions("# a\nchỉ = chi\nmột hai = ba\nab = abc\nkhông\n").all().size(), 1U);
}

}  // namespace sohoa::ocr
