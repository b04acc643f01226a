#include "pipeline/evaluate/edit_distance.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>

namespace sohoa::evaluate {

namespace {

/// The recurrence of the textbook, with free symbols.
std::size_t plain_distance(const std::u32string& a, const std::vector<bool>& free, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const std::size_t price = free[i - 1] ? 0 : 1;
        std::size_t diagonal = row[0];
        row[0] += price;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : price);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + price, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

std::size_t plain_distance(const std::u32string& a, const std::u32string& b) {
    return plain_distance(a, std::vector<bool>(a.size(), false), b);
}

std::size_t plain_nearest(const std::u32string& pattern, const std::u32string& text) {
    std::size_t best = pattern.size();
    for (std::size_t begin = 0; begin <= text.size(); ++begin) {
        for (std::size_t end = begin; end <= text.size(); ++end) {
            best = std::min(best, plain_distance(pattern, text.substr(begin, end - begin)));
        }
    }
    return best;
}

class Random {
public:
    std::u32string text(std::size_t length, unsigned letters) {
        std::u32string text;
        for (std::size_t k = 0; k < length; ++k) text.push_back(U'a' + generator_() % letters);
        return text;
    }
    /// A copy with about `edits` edits.
    std::u32string damaged(std::u32string text, std::size_t edits, unsigned letters) {
        for (std::size_t k = 0; k < edits; ++k) {
            const std::size_t at = text.empty() ? 0 : generator_() % text.size();
            switch (generator_() % 3) {
                case 0:
                    text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), U'a' + generator_() % letters);
                    break;
                case 1:
                    if (!text.empty()) text.erase(at, 1 + generator_() % 3);
                    break;
                default:
                    if (!text.empty()) text[at] = U'a' + generator_() % letters;
            }
        }
        return text;
    }
    std::size_t below(std::size_t bound) { return generator_() % bound; }

private:
    std::mt19937 generator_{20240305};
};

}  // namespace

TEST(EditDistance, KnownPairs) {
    EXPECT_EQ(edit_distance(U"kitten", U"sitting"), 3U);
    EXPECT_EQ(edit_distance(U"", U"abc"), 3U);
    EXPECT_EQ(edit_distance(U"abc", U""), 3U);
    EXPECT_EQ(edit_distance(U"", U""), 0U);
    EXPECT_EQ(edit_distance(U"Đường", U"Duong"), 3U);
    EXPECT_EQ(edit_distance(U"saturday", U"sunday"), 3U);
    EXPECT_EQ(edit_distance(std::u32string(64, U'x'), std::u32string(65, U'x')), 1U);
    EXPECT_EQ(edit_distance(std::u32string(200, U'x'), std::u32string(130, U'y')), 200U);
}

TEST(EditDistance, BlocksAndBandsAgreeWithTheTextbook) {
    Random random;
    for (int round = 0; round < 400; ++round) {
        const unsigned letters = round % 2 == 0 ? 3 : 40;
        const std::u32string a = random.text(random.below(400), letters);
        const std::u32string b =
            round % 3 == 0 ? random.text(random.below(400), letters) : random.damaged(a, random.below(160), letters);
        ASSERT_EQ(edit_distance(a, b), plain_distance(a, b)) << "round " << round;
    }
}

TEST(EditDistance, APageOfTenThousandCharactersAgreesAfterTheBandWasWidened) {
    Random random;
    const std::u32string a = random.text(10'000, 30);
    std::u32string b = random.damaged(a, 500, 30);
    std::rotate(b.begin(), b.begin() + 900, b.end());
    EXPECT_EQ(edit_distance(a, b), plain_distance(a, b));
}

TEST(EditDistance, FreeSymbolsMayBeLostOrReadAsAnythingButAddNothing) {
    const std::vector<bool> free{false, true, true, false};
    EXPECT_EQ(edit_distance_with_free(U"a12b", free, U"ab"), 0U);
    EXPECT_EQ(edit_distance_with_free(U"a12b", free, U"a?!b"), 0U);
    EXPECT_EQ(edit_distance_with_free(U"a12b", free, U"a????b"), 2U);
    EXPECT_EQ(edit_distance_with_free(U"a12b", free, U"12"), 2U);
}

TEST(EditDistance, FreeSymbolsAgreeWithTheTextbook) {
    Random random;
    for (int round = 0; round < 300; ++round) {
        const std::u32string a = random.text(random.below(300), 4);
        const std::u32string b = random.damaged(a, random.below(120), 4);
        std::vector<bool> free(a.size(), false);
        const std::size_t spans = random.below(4);
        for (std::size_t span = 0; span < spans && !a.empty(); ++span) {
            const std::size_t begin = random.below(a.size());
            const std::size_t end = std::min(a.size(), begin + random.below(20));
            for (std::size_t k = begin; k < end; ++k) free[k] = true;
        }
        ASSERT_EQ(edit_distance_with_free(a, free, b), plain_distance(a, free, b)) << "round " << round;
    }
}

TEST(NearestPart, FindsALineInsideAPage) {
    const std::u32string page = U"Số: 12/QĐ Hà Nội, ngày 05 thàng 3 năm 2024 Căn cứ";
    const Nearest part = nearest_part(U"Hà Nội, ngày 05 tháng 3", page);
    EXPECT_EQ(part.distance, 1U);
    EXPECT_EQ(page.substr(part.begin, part.end - part.begin), U"Hà Nội, ngày 05 thàng 3");
}

TEST(NearestPart, AnswersForEmptyTextsAndPatterns) {
    EXPECT_EQ(nearest_part(U"abc", U"").distance, 3U);
    EXPECT_EQ(nearest_part(U"", U"abc").distance, 0U);
    const Nearest nowhere = nearest_part(U"abc", U"xyz");
    EXPECT_EQ(nowhere.distance, 3U);
    EXPECT_LE(nowhere.begin, nowhere.end);
}

TEST(NearestPart, AgreesWithTryingEveryPart) {
    Random random;
    for (int round = 0; round < 60; ++round) {
        const std::u32string text = random.text(random.below(50), 4);
        const std::u32string pattern = random.text(1 + random.below(round % 2 == 0 ? 12 : 90), 4);
        const Nearest part = nearest_part(pattern, text);
        ASSERT_EQ(part.distance, plain_nearest(pattern, text)) << "round " << round;
        ASSERT_EQ(part.distance, plain_distance(pattern, text.substr(part.begin, part.end - part.begin)));
    }
}

TEST(Alignment, StepsLeadFromOneSideToTheOtherAtTheLowestPrice) {
    Random random;
    for (int round = 0; round < 50; ++round) {
        const std::u32string a = random.text(random.below(60), 5);
        const std::u32string b = random.damaged(a, random.below(20), 5);
        std::size_t from_truth = 0;
        std::size_t from_output = 0;
        std::size_t price = 0;
        for (const Step step : alignment(a, b)) {
            if (step == Step::same) {
                ASSERT_EQ(a[from_truth], b[from_output]);
            } else {
                ++price;
            }
            if (step != Step::added) ++from_truth;
            if (step != Step::lost) ++from_output;
        }
        ASSERT_EQ(from_truth, a.size());
        ASSERT_EQ(from_output, b.size());
        ASSERT_EQ(price, plain_distance(a, b));
    }
}

TEST(Alignment, FreeSymbolsTakeInWhatStandsInTheirPlace) {
    EXPECT_EQ(alignment(U"axb", U"ab", {false, true, false}), (std::vector{Step::same, Step::lost, Step::same}));
    EXPECT_EQ(alignment(U"axb", U"ayb", {false, true, false}), (std::vector{Step::same, Step::changed, Step::same}));
    EXPECT_EQ(alignment(U"", U"ab"), (std::vector{Step::added, Step::added}));
    EXPECT_TRUE(alignment(U"", U"").empty());
}

TEST(Alignment, LongSequencesAreHalvedAtNoHigherPrice) {
    Random random;
    for (int round = 0; round < 3; ++round) {
        const std::u32string a = random.text(2500 + random.below(500), 4000);
        const std::u32string b = random.damaged(a, 400, 4000);
        std::vector<bool> free(a.size());
        for (std::size_t k = 0; k < free.size(); ++k) free[k] = round > 0 && random.below(10) == 0;
        std::size_t from_truth = 0;
        std::size_t from_output = 0;
        std::size_t price = 0;
        for (const Step step : alignment(a, b, free)) {
            const bool priced = step == Step::added || (step != Step::same && !free[from_truth]);
            if (step == Step::same) {
                ASSERT_EQ(a[from_truth], b[from_output]);
            }
            if (priced) ++price;
            if (step != Step::added) ++from_truth;
            if (step != Step::lost) ++from_output;
        }
        ASSERT_EQ(from_truth, a.size());
        ASSERT_EQ(from_output, b.size());
        ASSERT_EQ(price, edit_distance_with_free(a, free, b));
    }
}

}  // namespace sohoa::evaluate
