#include "base/raster.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sohoa {

TEST(Raster, TurnsAgreeWithTheTransformOfTheSameTurn) {
    Raster raster(7, 5, 3);
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 7; ++x) {
            for (int c = 0; c < 3; ++c) raster.row(y)[x * 3 + c] = static_cast<std::uint8_t>(y * 40 + x * 4 + c);
        }
    }
    for (const int turn : {0, 90, 180, 270}) {
        const Raster result = turned(raster, turn);
        const Transform map = Transform::quarter_turns(turn, raster.size());
        for (int y = 0; y < 5; ++y) {
            for (int x = 0; x < 7; ++x) {
                const Point p = map.apply(Point{x + 0.5, y + 0.5});
                EXPECT_EQ(result.row(static_cast<int>(p.y))[static_cast<int>(p.x) * 3 + 2], raster.row(y)[x * 3 + 2])
                    << turn;
            }
        }
    }
}

TEST(Raster, AMovedOneIsLeftEmpty) {
    Raster raster = black_raster(7, 5, 3);
    EXPECT_EQ(std::count(raster.data(), raster.data() + raster.bytes(), 0), 7 * 5 * 3);
    const Raster& left = raster;
    const Raster taken = std::move(raster);
    EXPECT_EQ(taken.size(), (Size{7, 5}));
    EXPECT_TRUE(left.empty());
    EXPECT_EQ(left.width(), 0);
}

}  // namespace sohoa
