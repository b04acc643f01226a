#include "pipeline/evaluate/wilson.h"

#include <gtest/gtest.h>

namespace sohoa::evaluate {

// Values of the formula in Wilson 1927 with z = 1.959964, computed apart in exact arithmetic.
TEST(Wilson, BoundsAreTheFormulas) {
    const Interval half = wilson({5, 10});
    EXPECT_NEAR(half.low, 0.236593, 1e-6);
    EXPECT_NEAR(half.high, 0.763407, 1e-6);
    const Interval most = wilson({81, 263});
    EXPECT_NEAR(most.low, 0.255289, 1e-6);  // Newcombe 1998, table I
    EXPECT_NEAR(most.high, 0.366210, 1e-6);
}

TEST(Wilson, NothingWrongInAFewIsNoProofOfNothingWrong) {
    const Interval none = wilson({0, 20});
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 0.161125, 1e-6);
    const Interval all = wilson({20, 20});
    EXPECT_NEAR(all.low, 0.838875, 1e-6);
    EXPECT_EQ(all.high, 1);
}

TEST(Wilson, NoTrialsSayNothing) {
    EXPECT_EQ(wilson({0, 0}).low, 0);
    EXPECT_EQ(wilson({0, 0}).high, 1);
}

TEST(Wilson, MoreEditsThanCharactersStayWithinBounds) {
    EXPECT_LE(wilson({150, 100}).high, 1);
    EXPECT_GT(wilson({150, 100}).low, 0.9);
}

TEST(Share, SumsAreMicroAverages) {
    Share share{1, 10};
    share += {0, 90};
    EXPECT_DOUBLE_EQ(share.value(), 0.01);
}

}  // namespace sohoa::evaluate
