#include "scanners/resolution.h"

#include <gtest/gtest.h>

namespace sohoa::scanners {

namespace {
void expect_guess(const Resolution& said, Size size, double dpi) {
    const ChosenDpi chosen = choose_dpi(said, size);
    EXPECT_TRUE(chosen.guessed) << size.width << " x " << size.height;
    EXPECT_NEAR(chosen.dpi, dpi, 0.5) << size.width << " x " << size.height;
}
}  // namespace

TEST(ChooseDpi, WhatTheFileSaysIsTaken) {
    EXPECT_EQ(choose_dpi({300, 300}, {2480, 3508}).dpi, 300);
    EXPECT_FALSE(choose_dpi({300, 300}, {2480, 3508}).guessed);
    EXPECT_EQ(choose_dpi({96, 96}, {794, 1123}).dpi, 96);
    EXPECT_EQ(choose_dpi({2400, 2400}, {4000, 2864}).dpi, 2400);
    // A fax: the longer side decides.
    EXPECT_EQ(choose_dpi({204, 196}, {1728, 2292}).dpi, 196);
}

TEST(ChooseDpi, UsualPapersAtUsualResolutionsAreRecognised) {
    expect_guess({}, {2480, 3508}, 300);
    expect_guess({}, {3508, 2480}, 300);
    expect_guess({}, {1654, 2339}, 200);
    expect_guess({}, {1240, 1754}, 150);
    expect_guess({}, {4960, 7016}, 600);
    expect_guess({}, {1748, 2480}, 300);  // A5
    expect_guess({}, {2550, 3300}, 300);  // letter
    expect_guess({}, {1011, 638}, 300);   // card
    expect_guess({}, {2022, 1276}, 600);
    expect_guess({}, {3508, 4961}, 300);  // A3
}

TEST(ChooseDpi, AbsurdResolutionsAreNotBelieved) {
    expect_guess({0, 0}, {2480, 3508}, 300);
    expect_guess({1, 1}, {2480, 3508}, 300);
    expect_guess({-300, -300}, {2480, 3508}, 300);
    expect_guess({72, 72}, {2480, 3508}, 300);
    expect_guess({96, 96}, {2480, 3508}, 300);
    expect_guess({1e9, 1e9}, {2480, 3508}, 300);
}

TEST(ChooseDpi, PageFillsAPhotographWhateverTheCameraSays) {
    expect_guess({72, 72}, {4032, 3024}, 345);
    expect_guess({.x = 300, .y = 300, .photographed = true}, {3024, 4032}, 345);
}

TEST(ChooseDpi, SmallPicturesAreCuttings) {
    expect_guess({}, {400, 300}, 150);
}

}  // namespace sohoa::scanners
