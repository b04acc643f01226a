#include <cmath>
#include <gtest/gtest.h>

#include "desk.h"
#include "ocr/image/sheet.h"
#include "written_page.h"

namespace sohoa::ocr {
namespace {

/// The largest distance of a corner from where it is, in shares of the photo's height; 1 where no sheet was found.
/// Corners of a cut side are not compared.
double corner_error(const DeskScene& scene, const DeskPhoto& photo) {
    const Sheet sheet = find_sheets(photo.picture, paper_tint(photo.picture)).front();
    if (!sheet.cut_out) return 1;
    const Quad found = sheet.to_scan.apply(quad_of({0, 0, sheet.size.width, sheet.size.height}));
    double worst = 0;
    for (int k = 0; k < 4; ++k) {
        if (scene.cut_side == k || (scene.cut_side + 1) % 4 == k) {
            if (scene.cut_side >= 0) continue;
        }
        const auto at = static_cast<std::size_t>(k);
        worst = std::max(
            worst, std::hypot(found.corners[at].x - photo.corners[at].x, found.corners[at].y - photo.corners[at].y));
    }
    return worst / photo.picture.height();
}

/// How many of `count` photos have all corners within 1 % of their height.
int found_right(const DeskScene& scene, int count) {
    const Raster page = written_page().pixels.clone();
    int right = 0;
    for (int seed = 1; seed <= count; ++seed) {
        const double error = corner_error(scene, photographed_on(scene, page, static_cast<std::uint64_t>(seed)));
        if (error < 0.01) {
            ++right;
        } else {
            std::printf("%s, seed %d: corners off by %.1f %%\n", scene.ground.c_str(), seed, 100 * error);
        }
    }
    return right;
}

constexpr int photos = 4;

TEST(SheetOnDesk, IsFoundOnAnyGround) {
    EXPECT_EQ(found_right({.ground = "dark"}, photos), photos);
    EXPECT_EQ(found_right({.ground = "light"}, photos), photos);
    EXPECT_EQ(found_right({.ground = "white"}, photos), photos);
    EXPECT_EQ(found_right({.ground = "wood"}, photos), photos);
    EXPECT_EQ(found_right({.ground = "cloth"}, photos), photos);
    EXPECT_GE(found_right({.ground = "cluttered"}, photos), photos - 1);
}

TEST(SheetOnDesk, IsFoundUnderFingers) {
    EXPECT_EQ(found_right({.ground = "dark", .fingers = true}, photos), photos);
    EXPECT_EQ(found_right({.ground = "wood", .fingers = true}, photos), photos);
}

TEST(SheetOnDesk, IsFoundWhereThePictureCutsItOff) {
    for (int side = 0; side < 4; ++side) {
        const char* ground = side % 2 == 0 ? "dark" : "wood";
        EXPECT_EQ(found_right({.ground = ground, .cut_side = side}, photos), photos) << side;
    }
}

}  // namespace
}  // namespace sohoa::ocr
