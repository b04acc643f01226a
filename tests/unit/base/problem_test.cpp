#include "base/problem.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Problem, LineNamesFilePageAndRemedyInBothLanguages) {
    const Problem p = problem(code::file_empty, {"Tệp rỗng", "the file is empty"}, {"Quét lại", "scan again"})
                          .in_file("đơn.pdf")
                          .on_page(3);
    EXPECT_EQ(describe(p), "đơn.pdf, trang 3: Tệp rỗng (the file is empty) → Quét lại (scan again)");
    EXPECT_EQ(describe(p, Language::english), "đơn.pdf, page 3: the file is empty → scan again");
    EXPECT_EQ(describe(p, Language::vietnamese), "đơn.pdf, trang 3: Tệp rỗng → Quét lại");
}

TEST(Problem, WhatLostContentStandsBeforeOtherWarnings) {
    const auto warning = [](std::string_view code) { return problem(code, {"", ""}, {"", ""}).as(Severity::warning); };
    const Problem lost = warning(code::content_lost);
    const Problem guessed = warning(code::dpi_guessed);
    const Problem failed = problem(code::ocr_failed, {"", ""}, {"", ""}).as(Severity::error);
    EXPECT_TRUE(is_worse(lost, guessed));
    EXPECT_FALSE(is_worse(guessed, lost));
    EXPECT_FALSE(is_worse(lost, lost)) << "an order for sorting";
    EXPECT_TRUE(is_worse(failed, lost)) << "a page that failed is worse";
    EXPECT_FALSE(is_worse(lost, failed));
}

}  // namespace sohoa
