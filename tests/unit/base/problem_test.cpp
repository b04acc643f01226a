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

}  // namespace sohoa
