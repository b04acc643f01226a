#include "pipeline/store/snippet.h"

#include <gmock/gmock.h>

namespace sohoa::store {

using testing::HasSubstr;
using testing::Not;

Snippet shown(std::string_view text, std::string_view typed) {
    Fit fit;
    return snippet_of(text, search_words(typed), fit);
}

TEST(SnippetOf, ShowsThePlaceWhereTheWordsStandTogether) {
    std::string text = "Ông Đỗ. ";
    for (int k = 0; k < 100; ++k) text += "chữ ";
    text += "bà Đỗ Thị Đường ký tên.";
    const Snippet snippet = shown(text, "do thi duong");
    EXPECT_THAT(snippet.text, HasSubstr("bà Đỗ Thị Đường ký tên."));
    EXPECT_THAT(snippet.text, Not(HasSubstr("Ông")));
    EXPECT_EQ(snippet.text.substr(0, 4), "… ");
}

TEST(SnippetOf, IsOneShortLine) {
    const Snippet snippet =
        shown("Họ tên:\n......................................\tĐường\r\n\f" + std::string(5000, '-'), "duong");
    EXPECT_EQ(snippet.text, "Họ tên: ... Đường …");
}

TEST(SnippetOf, NothingFoundIsEmpty) {
    Fit fit;
    EXPECT_TRUE(snippet_of("không", search_words("có"), fit).text.empty());
    EXPECT_EQ(fit.terms, 0);
}

}  // namespace sohoa::store
