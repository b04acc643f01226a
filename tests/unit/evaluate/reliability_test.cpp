#include "pipeline/evaluate/reliability.h"

#include <cmath>
#include <gtest/gtest.h>

namespace sohoa::evaluate {

namespace {

Reliability told(double confidence, std::size_t right, std::size_t of) {
    Reliability reliability;
    for (std::size_t k = 0; k < of; ++k) reliability.add(confidence, k < right);
    return reliability;
}

std::size_t bin_of(double confidence) {
    const Reliability one = told(confidence, 1, 1);
    for (std::size_t k = 0; k < Reliability::bin_count; ++k) {
        if (one.bins()[k].right.of == 1) return k;
    }
    return Reliability::bin_count;
}

}  // namespace

TEST(Reliability, ABinHoldsItsLowerEdgeAndTheLastOneHoldsOne) {
    for (std::size_t k = 0; k < Reliability::bin_count; ++k) {
        EXPECT_EQ(bin_of(Reliability::edges[k]), k);
        if (k > 0) {
            EXPECT_EQ(bin_of(std::nextafter(Reliability::edges[k], 0)), k - 1);
        }
    }
    EXPECT_EQ(bin_of(1), Reliability::bin_count - 1);
}

TEST(Reliability, SureWordsAreThoseToldTheBoundAndMore) {
    Reliability reliability = told(0.99, 98, 100);
    reliability += told(1, 100, 100);
    reliability += told(0.9899, 0, 200);
    EXPECT_EQ(reliability.sure_right(), (Share{198, 200}));
    EXPECT_EQ(reliability.sure_share(), (Share{200, 400}));
    EXPECT_EQ(reliability.words(), 400U);
}

TEST(Reliability, WhatIsRightAsOftenAsToldHasNoError) {
    Reliability reliability = told(0.75, 75, 100);
    EXPECT_NEAR(reliability.calibration_error(), 0, 1e-12);
    EXPECT_NEAR(reliability.bins()[1].told(), 0.75, 1e-12);
    reliability += told(1, 100, 100);
    EXPECT_NEAR(reliability.calibration_error(), 0, 1e-12);
}

TEST(Reliability, TheErrorIsTheDistanceAveragedOverWords) {
    Reliability reliability = told(0.9, 0, 100);  // 0.9 too much
    reliability += told(0.2, 160, 300);           // 0.333 too little
    EXPECT_NEAR(reliability.calibration_error(), (100 * 0.9 + 300 * (160.0 / 300 - 0.2)) / 400, 1e-12);
}

TEST(Reliability, UntoldWordsAreCountedApart) {
    Reliability reliability;
    reliability.add(std::nullopt, true);
    reliability.add(std::nullopt, false);
    EXPECT_EQ(reliability.words(), 0U);
    EXPECT_EQ(reliability.untold(), 2U);
    EXPECT_EQ(reliability.calibration_error(), 0);
    EXPECT_EQ(reliability.sure_right(), (Share{0, 0}));
    reliability += reliability;
    EXPECT_EQ(reliability.untold(), 4U);
}

}  // namespace sohoa::evaluate
