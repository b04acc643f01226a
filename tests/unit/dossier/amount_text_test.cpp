#include "pipeline/dossier/amount_text.h"

#include <gtest/gtest.h>

namespace sohoa::dossier {

namespace {

std::string amount(const std::u32string& text) {
    const auto found = find_amount(text);
    return found ? found->text : "none";
}

}  // namespace

TEST(Amount, DotsGroupAndACommaBeginsTheDecimals) {
    EXPECT_EQ(amount(U"Vốn: 1.250.000.000 đồng"), "1250000000");
    EXPECT_EQ(amount(U"83,10 m²"), "83.1");
    EXPECT_EQ(amount(U"1.250,5"), "1250.5");
    EXPECT_EQ(amount(U"7.25 m"), "7.25");
    EXPECT_EQ(amount(U"02 bản"), "2");
    EXPECT_EQ(amount(U"0,5"), "0.5");
    EXPECT_EQ(amount(U"12,00"), "12");
}

TEST(Amount, WhatIsNoAmountIsNone) {
    EXPECT_EQ(amount(U"không"), "none");
    EXPECT_EQ(amount(U""), "none");
    EXPECT_EQ(amount(U"1,5,7"), "none");
}

TEST(Amount, SquareMetresAreKnownInEveryMisreading) {
    EXPECT_EQ(with_square_metres(U"83,1 m?"), U"83,1 m²");
    EXPECT_EQ(with_square_metres(U"83,1m2 đất"), U"83,1m² đất");
    EXPECT_EQ(with_square_metres(U"83,1 m"), U"83,1 m");
    EXPECT_EQ(with_square_metres(U"8 mét"), U"8 mét");
    EXPECT_EQ(with_square_metres(U"thửa m2"), U"thửa m2");
}

}  // namespace sohoa::dossier
