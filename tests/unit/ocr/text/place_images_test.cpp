#include "ocr/text/place_images.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>

#include "ocr/image/ink_mask.h"

namespace sohoa::ocr {

namespace {

/// Two lines of bars as high as letters, set tight; the plane is half as large as the scan.
struct TwoLines {
    Planes planes;
    Pieces ink;

    TwoLines() {
        planes.reading = Raster(400, 200, 1);
        planes.reading_dpi = 200;
        planes.x_height = 16;
        planes.reading_to_scan = Transform::scaling(2, 2);
        std::fill_n(planes.reading.data(), planes.reading.bytes(), std::uint8_t{255});
        for (int k = 0; k < 8; ++k) {
            draw({50 + 18 * k, 60, 11, 18});
            draw({50 + 18 * k, 82, 11, 18});
        }
        ink = find_pieces(faint_ink_of(planes.reading));
    }

    void draw(const Box& box) {
        for (int y = box.y; y < box.bottom(); ++y)
            std::fill_n(planes.reading.row(y) + box.x, box.width, std::uint8_t{0});
    }
};

int dark_pixels(const Raster& plane) {
    int count = 0;
    for (int y = 0; y < plane.height(); ++y) {
        count += static_cast<int>(
            std::count_if(plane.row(y), plane.row(y) + plane.width(), [](std::uint8_t grey) { return grey < 128; }));
    }
    return count;
}

}  // namespace

TEST(PlaceImages, HoldTheInkOfTheirPlaceAlone) {
    const TwoLines page;
    const auto images = place_images(page.planes, page.ink, {quad_of({100, 118, 140, 40})});
    ASSERT_EQ(images.size(), 1U);
    ASSERT_TRUE(images[0].has_value());
    EXPECT_EQ(dark_pixels(images[0]->own.pixels), 4 * 11 * 18) << "four letters of the upper line";
    EXPECT_GT(dark_pixels(images[0]->as_seen.pixels), 4 * 11 * 18) << "and what reaches in from below";
    EXPECT_EQ(images[0]->own.dpi, 200);
}

TEST(PlaceImages, NoInkNoImage) {
    const TwoLines page;
    const auto images = place_images(page.planes, page.ink, {quad_of({600, 20, 100, 40}), Quad{}});
    ASSERT_EQ(images.size(), 2U);
    EXPECT_FALSE(images[0].has_value());
    EXPECT_FALSE(images[1].has_value()) << "a place without size";
}

}  // namespace sohoa::ocr
