#include "pipeline/sign/der.h"

#include <gtest/gtest.h>

namespace sohoa::sign::der {

using namespace std::string_view_literals;

TEST(Der, LongBodiesHaveLongLengths) {
    EXPECT_EQ(element(tag_octet_string, std::string(5, 'x')).substr(0, 2), "\x04\x05"sv);
    EXPECT_EQ(element(tag_octet_string, std::string(128, 'x')).substr(0, 3), "\x04\x81\x80"sv);
    EXPECT_EQ(element(tag_octet_string, std::string(70000, 'x')).substr(0, 5), "\x04\x83\x01\x11\x70"sv);
}

TEST(Der, SetsAreSortedByTheirBytes) {
    EXPECT_EQ(set_of({"\x30\x02"
                      "zz",
                      "\x30\x01\xFF",
                      "\x30\x01"
                      "a"}),
              "\x31\x0A\x30\x01"
              "a\x30\x01\xFF\x30\x02zz"sv);
}

TEST(Der, WhatIsWrittenIsReadBack) {
    const std::string text = sequence({element(tag_octet_string, std::string(300, 'x')), element(tag_null, "")});
    std::string_view rest = text;
    const auto whole = take(rest, tag_sequence);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(rest.empty());
    std::string_view body = whole->body;
    const auto first = take(body, tag_octet_string);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->body, std::string(300, 'x'));
    EXPECT_FALSE(take(body, tag_octet_string));
    EXPECT_TRUE(take(body, tag_null));
    EXPECT_FALSE(take(body));
}

TEST(Der, ElementsLongerThanTheTextAreRefused) {
    for (const std::string_view text :
         {"\x30"sv,
          "\x30\x05"
          "ab"sv,
          "\x30\x84\xFF\xFF\xFF\xFF"sv, "\x30\x80\x00\x00"sv, "\x30\x85\x01\x01\x01\x01\x01"sv, "\x1F\x01\x00"sv}) {
        std::string_view rest = text;
        EXPECT_FALSE(take(rest)) << text.size();
    }
}

}  // namespace sohoa::sign::der
