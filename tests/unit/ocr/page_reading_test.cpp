#include "ocr/page_reading.h"

#include <gtest/gtest.h>

namespace sohoa::ocr {

namespace {

Line line_of(std::string text) {
    Line line;
    line.text = std::move(text);
    return line;
}

}  // namespace

TEST(TextOfPage, LinesEndAndBlocksStandApart) {
    PageReading page;
    page.blocks.push_back({"title", {}, {line_of("QUYẾT ĐỊNH")}});
    page.blocks.push_back({"body", {}, {line_of("Điều 1."), line_of("Điều 2.")}});
    EXPECT_EQ(text_of(page), "QUYẾT ĐỊNH\n\nĐiều 1.\nĐiều 2.\n");
}

TEST(TextOfPage, BlankPageHasNoText) {
    EXPECT_EQ(text_of({}), "");
}

}  // namespace sohoa::ocr
