#include "ocr/text/scribble.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

Planes page_with(const std::string& kind) {
    Planes planes;
    planes.x_height = 16;
    planes.regions.push_back({kind, {500, 500, 200, 200}, 0.9, {}, {}, {}});
    return planes;
}

Word word(int x, int y, const std::string& text, double confidence) {
    return {{x, y, 40, 20}, {}, text, confidence, ""};
}

std::string left_of(const std::vector<Word>& words, const std::string& kind = "signature") {
    Line line;
    line.words = words;
    std::vector<Line> lines{line};
    take_scribble(page_with(kind), lines);
    std::string text;
    for (const Line& each : lines)
        for (const Word& one : each.words) text += (text.empty() ? "" : " ") + one.text;
    return text;
}

}  // namespace

TEST(Scribble, UnsureSignsByThemselvesWithinASignatureAreTakenOut) {
    EXPECT_EQ(left_of({word(560, 560, "vÁá", 0.1)}), "");
    EXPECT_EQ(left_of({word(560, 560, "vÁá", 0.1)}, "seal"), "");
    EXPECT_EQ(left_of({word(300, 560, "Lưu:", 0.9), word(560, 560, "tot", 0.5)}), "Lưu:") << "beside a line";
}

TEST(Scribble, OtherWordsStay) {
    EXPECT_EQ(left_of({word(560, 560, "Mai", 0.9)}), "Mai") << "sure";
    EXPECT_EQ(left_of({word(300, 560, "vÁá", 0.1)}), "vÁá") << "elsewhere";
    EXPECT_EQ(left_of({word(560, 560, "vÁá", 0.1)}, "table"), "vÁá") << "nothing handmade";
    EXPECT_EQ(left_of({word(520, 560, "thửa", 0.2), word(565, 560, "đất", 0.9)}), "thửa đất") << "in a line of text";
    EXPECT_EQ(left_of({word(520, 560, "Nguyễnvăn", 0.2), word(565, 560, "Phương", 0.3)}), "Nguyễnvăn Phương") << "long";
}

}  // namespace sohoa::ocr
