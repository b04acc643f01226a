#include "ocr/text/second_reading.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {
namespace {

/// Words of 60 × 20 pixels with blanks of 10 between them; their confidences.
Line line_of(const std::vector<double>& confidences) {
    Line line;
    for (std::size_t k = 0; k < confidences.size(); ++k) {
        line.words.push_back({{static_cast<int>(70 * k), 10, 60, 20}, {}, "chữ", confidences[k], ""});
    }
    return line;
}

}  // namespace

TEST(SecondReading, IsNotedBesideTheWordThatStandsThere) {
    std::vector<Line> lines{line_of({0.5, 0.5, 0.5})};
    WordImage image;
    image.end = 3;
    // The second and the third word were read as one.
    note_second_reading(image, {{{2, 12, 57, 18}, {}, "chứ", 0.9, ""}, {{70, 10, 130, 20}, {}, "chữchữ", 0.8, ""}},
                        lines);
    ASSERT_TRUE(lines[0].words[0].second);
    EXPECT_EQ(lines[0].words[0].second->text, "chứ");
    EXPECT_DOUBLE_EQ(lines[0].words[0].second->confidence, 0.9);
    EXPECT_EQ(lines[0].words[0].text, "chữ");
    EXPECT_FALSE(lines[0].words[1].second);
    EXPECT_FALSE(lines[0].words[2].second);
}

}  // namespace sohoa::ocr
