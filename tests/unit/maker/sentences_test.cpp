#include "samples/maker/sentences.h"

#include <gtest/gtest.h>
#include <map>

#include "samples/maker/letters.h"

namespace sohoa::maker {

namespace {

/// Sentences of what runs on: headings, bases and closing formulas repeat on real papers too.
void collect(const std::vector<Block>& blocks, std::map<std::string, int>& times) {
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::item) continue;
        std::size_t from = 0;
        for (auto end = block.text.find(". "); from < block.text.size(); end = block.text.find(". ", from)) {
            const auto length = end == std::string::npos ? std::string::npos : end - from;
            ++times[block.text.substr(from, length)];
            from = end == std::string::npos ? block.text.size() : end + 2;
        }
    }
}

}  // namespace

TEST(Sentences, OfAThousandPagesDoNotRepeat) {
    std::map<std::string, int> times;
    const auto& kinds = letter_kinds();
    for (int page = 0; page < 1000; ++page) {
        Random random = Random(1).branch("page " + std::to_string(page));
        Sentences sentences(random.branch("sentences"));
        collect(invent_letter(kinds[static_cast<std::size_t>(page) % kinds.size()], 16, sentences, random).body, times);
    }
    EXPECT_GT(times.size(), 15000U);
    for (const auto& [sentence, count] : times) EXPECT_EQ(count, 1) << sentence;
}

TEST(Sentences, NoRuleIsLeftUnanswered) {
    Sentences sentences(Random(2));
    for (int i = 0; i < 500; ++i) {
        const std::string said = sentences.sentence();
        EXPECT_EQ(said.find_first_of("{}|"), std::string::npos) << said;
        EXPECT_EQ(said.find("  "), std::string::npos) << said;
        EXPECT_EQ(said.back(), '.') << said;
    }
}

}  // namespace sohoa::maker
