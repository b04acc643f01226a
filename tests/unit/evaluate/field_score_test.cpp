#include "pipeline/evaluate/field_score.h"

#include <gtest/gtest.h>

namespace sohoa::evaluate {

TEST(SameValue, CaseAndTonePlacementAreForgivenOtherLettersAreNot) {
    EXPECT_TRUE(same_value("UBND xã Hòa Bình", "ubnd xã HOÀ BÌNH"));
    EXPECT_TRUE(same_value("Nguye\xCC\x82\xCC\x83n", "Nguyễn"));
    EXPECT_FALSE(same_value("Hoà", "Hoa"));
    EXPECT_FALSE(same_value("2024-03-05", "2024-03-06"));
}

TEST(CompareFields, EveryOutcomeIsTold) {
    Truth truth;
    truth.fields = {{"number", "12"}, {"date", "2024-03-05"}, {"place", "Huế"}};
    truth.handwritten = {"number"};
    Reading reading;
    reading.fields = {{"number", "12", "accepted", 1, {1, 2, 3, 4}},
                      {"date", "2024-03-06", "accepted", 1, {}},
                      {"symbol", "QĐ", "review", 0, {}},
                      {"title", "", "review", 0, {}}};
    const auto verdicts = compare_fields(truth, &reading);
    ASSERT_EQ(verdicts.size(), 4U);
    EXPECT_EQ(verdicts[0].outcome, Outcome::right);
    EXPECT_TRUE(verdicts[0].handwritten);
    EXPECT_EQ(verdicts[0].box, (Box{1, 2, 3, 4}));
    EXPECT_EQ(verdicts[1].outcome, Outcome::wrong);
    EXPECT_EQ(verdicts[2].outcome, Outcome::missing);
    EXPECT_EQ(verdicts[3].outcome, Outcome::unasked);
    EXPECT_EQ(verdicts[3].name, "symbol");

    FieldScore score;
    for (const auto& verdict : verdicts) score.add(verdict);
    EXPECT_EQ(score.recall(), (Share{1, 3}));
    EXPECT_EQ(score.precision(), (Share{1, 3}));
    EXPECT_EQ(score.accepted_precision(), (Share{1, 2}));
    EXPECT_EQ(score.accepted_share(), (Share{2, 3}));
}

TEST(CompareFields, WithoutOutputEveryFieldIsMissing) {
    Truth truth;
    truth.fields = {{"number", "12"}, {"date", "2024"}};
    const auto verdicts = compare_fields(truth, nullptr);
    ASSERT_EQ(verdicts.size(), 2U);
    EXPECT_EQ(verdicts[0].outcome, Outcome::missing);
}

TEST(ListName, MembersOfAListAreCountedTogether) {
    EXPECT_EQ(list_name("parcels[12].area"), "parcels[].area");
    EXPECT_EQ(list_name("signer.name"), "signer.name");
}

}  // namespace sohoa::evaluate
