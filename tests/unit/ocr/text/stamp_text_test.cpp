#include "ocr/text/stamp_text.h"

#include <gtest/gtest.h>

#include "line_of_text.h"

namespace sohoa::ocr {

TEST(StampText, HoldsWordsAndNoStrokes) {
    std::vector<Line> read{line_of_text("| CÔNG VĂN ĐẾN"), line_of_text("~ —"), line_of_text("Số: 3417")};
    EXPECT_EQ(stamp_text_of(read), "CÔNG VĂN ĐẾN\nSố: 3417");
    read[2].words[1].confidence = 0.1;  // written by pen
    EXPECT_EQ(stamp_text_of(read), "CÔNG VĂN ĐẾN\nSố:");
    EXPECT_EQ(stamp_text_of({}), "");
}

TEST(StampText, IsKnownByItsWords) {
    for (const char* text :
         {"CÔNG VĂN ĐẾN\nSố: 12", "BẢN SAO", "HỎA TỐC", "MẬT", "Thượng khẩn", "ĐẾN", "ĐÃ THU TIỀN"}) {
        EXPECT_TRUE(says_stamp(text)) << text;
    }
    for (const char* text : {"", "Ảnh 3 x 4", "Mẫu số 01", "mặt trước", "Họ và tên: LÊ VY"}) {
        EXPECT_FALSE(says_stamp(text)) << text;
    }
}

}  // namespace sohoa::ocr
