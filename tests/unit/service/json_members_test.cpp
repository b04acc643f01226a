#include "pipeline/service/json_members.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace sohoa::service {

using Unordered = nlohmann::json;

Unordered exchanged(const std::string& text, std::map<std::string, std::string> members) {
    std::istringstream in(text);
    std::ostringstream out;
    if (!copy_with_members(in, out, std::move(members))) return "failed";
    return Unordered::parse(out.str(), nullptr, false);
}

TEST(JsonMembers, AreExchangedAndAddedAtTheTopOnly) {
    const Unordered before{{"fields", {1, {{"fields", 2}}}}, {"pages", {{{"fields", "in\"ner\\"}}}}, {"z", "},]"}};
    Unordered after = before;
    after["fields"] = Unordered::array();
    after["history"] = {3};
    EXPECT_EQ(exchanged(before.dump(), {{"fields", "[]"}, {"history", "[3]"}}), after);
    EXPECT_EQ(exchanged(before.dump(2), {{"fields", "[]"}, {"history", "[3]"}}), after);
    EXPECT_EQ(exchanged(before.dump(), {}), before);
}

TEST(JsonMembers, OfAnEmptyObjectAndAtItsEnd) {
    EXPECT_EQ(exchanged("{}", {{"a", "1"}}), (Unordered{{"a", 1}}));
    EXPECT_EQ(exchanged("{\"a\": {\"b\": [1]}}", {{"a", "true"}}), (Unordered{{"a", true}}));
    EXPECT_EQ(exchanged("{\"a\": \"x\", \"b\": 2}", {{"a", "1"}, {"b", "3"}}), (Unordered{{"a", 1}, {"b", 3}}));
}

TEST(JsonMembers, WhatIsNoObjectIsTold) {
    for (const char* bad : {"", "{", "[", "[]", "{\"a\": 1", "}", "{\"a", "x"}) {
        EXPECT_EQ(exchanged(bad, {{"a", "1"}}), "failed") << bad;
    }
}

}  // namespace sohoa::service
