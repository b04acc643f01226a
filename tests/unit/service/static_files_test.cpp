#include "pipeline/service/static_files.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace sohoa::service {

std::set<std::string> names_in(std::string_view text, const char* pattern) {
    const std::string whole(text);
    const std::regex expression(pattern);
    std::set<std::string> names;
    for (std::sregex_iterator at(whole.begin(), whole.end(), expression), end; at != end; ++at) names.insert((*at)[1]);
    return names;
}

/// The page and all that it loads.
std::set<std::string> files_of_the_page() {
    std::set<std::string> all = names_in(static_file("").content, "\"/page/([^\"]+)\"");
    std::set<std::string> fresh = all;
    while (!fresh.empty()) {
        std::set<std::string> next;
        for (const auto& name : fresh) {
            for (const auto& needed : names_in(static_file(name).content, "from '\\./([^']+)'")) {
                if (all.insert(needed).second) next.insert(needed);
            }
        }
        fresh = std::move(next);
    }
    return all;
}

TEST(StaticFiles, EverythingThePageLoadsIsThere) {
    EXPECT_GT(files_of_the_page().size(), 10U);
    for (const auto& name : files_of_the_page()) EXPECT_FALSE(static_file(name).content.empty()) << name;
    EXPECT_TRUE(static_file("index.html").type.starts_with("text/html"));
    EXPECT_TRUE(static_file("main.js").type.starts_with("text/javascript"));
    EXPECT_TRUE(static_file("other.js").content.empty());
}

TEST(StaticFiles, WhatPapersSayNeverBecomesMarkup) {
    const std::regex markup("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function");
    for (const auto& name : files_of_the_page()) {
        const std::string content(static_file(name).content);
        EXPECT_FALSE(std::regex_search(content, markup)) << name;
    }
}

}  // namespace sohoa::service
