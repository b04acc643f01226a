#include "pipeline/store/transaction.h"

#include "fixtures.h"

namespace sohoa::store {

bool has(Catalogue& catalogue, const std::string& id) {
    return catalogue.document(id).has_value();
}

TEST(Transaction, SeveralCallsAreOneStep) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    auto other = opened(folder / "kho.sqlite");
    {
        Transaction whole(catalogue.connection());
        ASSERT_TRUE(catalogue.receive({.id = "a"}));
        ASSERT_TRUE(catalogue.step("a", State::read, "test"));
        EXPECT_TRUE(has(catalogue, "a"));
        EXPECT_FALSE(has(other, "a")) << "seen before it was whole";
        whole.commit();
    }
    EXPECT_TRUE(has(other, "a"));
}

TEST(Transaction, WhatIsNotCommittedNeverWas) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    {
        Transaction whole(catalogue.connection());
        ASSERT_TRUE(catalogue.receive({.id = "a"}));
    }
    EXPECT_FALSE(has(catalogue, "a"));
}

TEST(Transaction, APartIsTakenBackAlone) {
    const Folder folder;
    auto catalogue = opened(folder / "kho.sqlite");
    {
        Transaction whole(catalogue.connection());
        ASSERT_TRUE(catalogue.receive({.id = "a"}));
        EXPECT_FALSE(catalogue.confirm_field("a", "none", "x", "x", "test"));
        ASSERT_TRUE(catalogue.receive({.id = "b"}));
        whole.commit();
    }
    EXPECT_TRUE(has(catalogue, "a"));
    EXPECT_TRUE(has(catalogue, "b"));
}

}  // namespace sohoa::store
