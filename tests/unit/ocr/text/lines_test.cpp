#include "ocr/text/lines.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

TEST(Lines, OnABentPageHaveQuadsAndBoxesThatHoldTheirWords) {
    Bend::Coefficients coefficients{};
    for (std::size_t spline = 0; spline < Bend::across; ++spline) {
        const double away = (static_cast<double>(spline) - 5) / 5;
        coefficients[spline * Bend::down] = 30 * (1 - away * away);
    }
    const PlaneMap map(Transform{}, Bend({0, 1000, 0, 1400}, coefficients), Transform{});
    Line line;
    for (int k = 0; k < 10; ++k) {
        Word word;
        word.box = {100 * k, 700, 80, 20};
        word.text = "từ";
        line.words.push_back(word);
    }
    line.baseline = {{0, 715}, {980, 715}};
    gather(line);
    Block block;
    block.lines.push_back(line);
    const std::vector<Block> mapped = mapped_to_scan({block}, map, {1000, 1400});
    const Line& bent = mapped[0].lines[0];
    EXPECT_TRUE(bent.quad.has_value());
    for (const Word& word : bent.words) {
        ASSERT_TRUE(word.quad.has_value());
        const Box inside = intersection(word.box, bent.box);
        EXPECT_GE(inside.height, word.box.height - 1);
    }
    EXPECT_GT(bent.words[5].box.y, bent.words[0].box.y + 15);
    EXPECT_NEAR(bent.baseline.start.y, map.apply(Point{0, 715}).y, 1e-9);
}

TEST(Lines, OfWordsThatOverlapTheNarrowerKeepsItsBox) {
    Line line;
    line.words = {{{0, 0, 60, 20}, {}, "hạn", 0.9, ""}, {{52, 8, 12, 4}, {}, "-", 0.9, ""}};
    part_overlapping(line);
    EXPECT_EQ(line.words[0].box, (Box{0, 0, 52, 20}));
    EXPECT_EQ(line.words[1].box, (Box{52, 8, 12, 4}));

    line.words = {{{0, 0, 60, 20}, {}, "hạn", 0.9, ""}, {{20, 8, 12, 4}, {}, "-", 0.9, ""}};
    part_overlapping(line);
    EXPECT_EQ(line.words[1].box, (Box{20, 8, 12, 4})) << "nothing would be left of it";
}

}  // namespace sohoa::ocr
