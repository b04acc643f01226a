#include "base/geometry.h"

#include <gtest/gtest.h>

namespace sohoa {

TEST(Transform, QuarterTurnsCarryCornersOntoTheTurnedPlane) {
    const Size size{200, 100};
    for (const int turn : {0, 90, 180, 270}) {
        const Box whole = bounding_box(Transform::quarter_turns(turn, size).apply(quad_of({0, 0, 200, 100})));
        EXPECT_EQ(whole, turn % 180 == 0 ? (Box{0, 0, 200, 100}) : (Box{0, 0, 100, 200})) << turn;
    }
    // The top left corner of a page turned clockwise by 90 degrees is its top right corner.
    EXPECT_EQ(Transform::quarter_turns(90, size).apply(Point{0, 0}), (Point{100, 0}));
}

TEST(Transform, InverseUndoesAProjectiveMap) {
    const Transform map({1.1, 0.2, 30, -0.1, 0.9, 12, 1e-4, -2e-4, 1});
    const auto back = map.inverse();
    ASSERT_TRUE(back);
    const Point p = back->apply(map.apply(Point{123, 456}));
    EXPECT_NEAR(p.x, 123, 1e-9);
    EXPECT_NEAR(p.y, 456, 1e-9);
}

TEST(Transform, ThenAppliesInReadingOrder) {
    const Transform map = Transform::scaling(2, 2).then(Transform::translation(5, 0));
    EXPECT_EQ(map.apply(Point{1, 1}), (Point{7, 2}));
}

TEST(Transform, FlatMapHasNoInverse) {
    EXPECT_FALSE(Transform({1, 0, 0, 2, 0, 0, 0, 0, 1}).inverse());
}

TEST(Box, BoundingIgnoresEmptyBoxes) {
    EXPECT_EQ(bounding({0, 0, 0, 0}, {5, 6, 7, 8}), (Box{5, 6, 7, 8}));
    EXPECT_EQ(bounding({1, 1, 2, 2}, {5, 5, 1, 1}), (Box{1, 1, 5, 5}));
}

TEST(Box, IntersectionOfApartBoxesIsEmpty) {
    EXPECT_TRUE(intersection({0, 0, 5, 5}, {7, 0, 5, 5}).empty());
}

}  // namespace sohoa
