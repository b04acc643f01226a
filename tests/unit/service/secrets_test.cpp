#include "pipeline/service/secrets.h"

#include <gtest/gtest.h>

#include "test_folder.h"

namespace sohoa::service {

TEST(Secrets, KeyIsMadeOnceForItsOwnerAlone) {
    const TestFolder folder;
    const auto made = read_or_make_secret(folder / "key");
    ASSERT_TRUE(made);
    EXPECT_TRUE(made->made_now);
    EXPECT_EQ(made->text.size(), 64U);
    const auto again = read_or_make_secret(folder / "key");
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->made_now);
    EXPECT_EQ(again->text, made->text);
    EXPECT_EQ(std::filesystem::status(folder / "key").permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST(Secrets, OnlyTheWholeKeyOpens) {
    EXPECT_TRUE(is_authorized("Bearer abc", "abc"));
    EXPECT_TRUE(is_authorized("bearer abc", "abc"));
    for (const char* bad : {"", "Bearer", "Bearer ", "Bearer ab", "Bearer abcd", "Basic abc", "abc", "Bearer  abc"}) {
        EXPECT_FALSE(is_authorized(bad, "abc")) << bad;
    }
    EXPECT_FALSE(is_authorized("Bearer ", ""));
}

TEST(Secrets, HmacIsThatOfTheStandard) {
    // RFC 4231, test case 2
    EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

}  // namespace sohoa::service
