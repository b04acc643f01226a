#include "ocr/text/faded_ornaments.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace sohoa::ocr {

namespace {

/// A page with 25 sure words of black print, and a line of one word more with ink of its own.
struct Page {
    Raster plane{1000, 1000, 1};
    std::vector<Line> lines;

    Page(const std::string& text, double confidence, int level) {
        for (int y = 0; y < plane.height(); ++y) std::fill_n(plane.row(y), plane.width(), std::uint8_t{255});
        for (int k = 0; k < 25; ++k) add({100, 100 + 30 * k, 60, 16}, "Dân", 0.95, 30);
        add({10, 10, 60, 16}, text, confidence, level);
    }

    void add(const Box& box, const std::string& text, double confidence, int level) {
        for (int y = box.y; y < box.bottom(); ++y) {
            for (int x = box.x; x < box.right(); x += 4) plane.row(y)[x] = static_cast<std::uint8_t>(level);
        }
        Line line;
        line.words = {{box, {}, text, confidence, ""}};
        lines.push_back(line);
    }

    bool keeps_it() {
        take_faded_ornaments(plane, lines);
        return lines.size() == 26;
    }
};

}  // namespace

TEST(FadedOrnaments, PaleSignsByThemselvesAreTakenOut) {
    EXPECT_FALSE(Page("đc", 0.44, 150).keeps_it());
    EXPECT_FALSE(Page("3", 0.36, 130).keeps_it());
    Page both("đc", 0.44, 150);
    both.lines.back().words.push_back({{900, 10, 60, 16}, {}, "C3", 0.17, ""});
    EXPECT_FALSE(both.keeps_it()) << "in two corners";
}

TEST(FadedOrnaments, OtherLinesStay) {
    EXPECT_TRUE(Page("đc", 0.44, 40).keeps_it()) << "as dark as print";
    EXPECT_TRUE(Page("12", 0.9, 150).keeps_it()) << "sure";
    EXPECT_TRUE(Page("Nguyễn", 0.4, 150).keeps_it()) << "a word";
}

TEST(FadedOrnaments, WithoutPrintToCompareWithAllStay) {
    Page page("3", 0.36, 150);
    page.lines.erase(page.lines.begin(), page.lines.end() - 1);
    take_faded_ornaments(page.plane, page.lines);
    EXPECT_EQ(page.lines.size(), 1U);
}

}  // namespace sohoa::ocr
