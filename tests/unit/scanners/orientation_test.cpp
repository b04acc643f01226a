#include "scanners/orientation.h"

#include <array>
#include <gtest/gtest.h>

namespace sohoa::scanners {

TEST(Orientation, TagsShowTheFirstStoredPixelWhereExifSays) {
    // EXIF 2.3, tag 274: where row 0 and column 0 of the stored picture are seen.
    struct Corner {
        int tag;
        int x;  // of a 3 × 2 picture, or 2 × 3 where it is turned by a quarter
        int y;
    };
    static constexpr std::array<Corner, 8> corners{
        {{1, 0, 0}, {2, 2, 0}, {3, 2, 1}, {4, 0, 1}, {5, 0, 0}, {6, 1, 0}, {7, 1, 2}, {8, 0, 2}}};
    for (const auto& corner : corners) {
        Raster stored(3, 2, 1);
        for (int k = 0; k < 6; ++k) stored.data()[k] = static_cast<std::uint8_t>(10 * k);
        stored.data()[0] = 255;
        const Raster shown = oriented(std::move(stored), orientation_of_tag(corner.tag));
        EXPECT_EQ(shown.size(), corner.tag < 5 ? (Size{3, 2}) : (Size{2, 3})) << corner.tag;
        EXPECT_EQ(shown.row(corner.y)[corner.x], 255) << corner.tag;
    }
    EXPECT_EQ(orientation_of_tag(0), Orientation{});
    EXPECT_EQ(orientation_of_tag(9), Orientation{});
}

TEST(Orientation, TransposedPictureKeepsItsNeighbours) {
    // Tag 5 is a reflection about the main diagonal, tag 7 about the other one.
    Raster stored(3, 2, 1);
    for (int k = 0; k < 6; ++k) stored.data()[k] = static_cast<std::uint8_t>(k);
    const Raster main = oriented(stored.clone(), orientation_of_tag(5));
    const Raster other = oriented(stored.clone(), orientation_of_tag(7));
    for (int y = 0; y < 2; ++y) {
        for (int x = 0; x < 3; ++x) {
            EXPECT_EQ(main.row(x)[y], stored.row(y)[x]);
            EXPECT_EQ(other.row(2 - x)[1 - y], stored.row(y)[x]);
        }
    }
}

}  // namespace sohoa::scanners
