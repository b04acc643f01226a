#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"
#include "ocr/image/ink_grey.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {

TEST(Prepare, ReadingPlaneMapsBackOntoTheScanWhateverTheTurn) {
    scanners::Page page = written_page();
    cv::Mat plane = mat_of(page.pixels);
    cv::circle(plane, {1300, 420}, 9, cv::Scalar::all(0), cv::FILLED);
    for (const int turn : {0, 90, 180, 270}) {
        scanners::Page scan;
        scan.dpi = page.dpi;
        scan.pixels = turned(tilted(page.pixels, 2), turn);
        const Point on_scan = darkest_spot(ink_grey(scan.pixels));
        const Planes planes = prepare(scan);
        EXPECT_EQ(planes.orientation, (360 - turn) % 360);
        EXPECT_NEAR(planes.skew, 2, 0.1);
        const Point mapped = planes.reading_to_scan.apply(darkest_spot(planes.reading));
        EXPECT_NEAR(mapped.x, on_scan.x, 1.5) << turn;
        EXPECT_NEAR(mapped.y, on_scan.y, 1.5) << turn;
    }
}

TEST(Prepare, AnyRasterGivesPlanes) {
    for (const Size size : {Size{0, 0}, Size{1, 1}, Size{1, 500}, Size{700, 2}, Size{40, 40}}) {
        for (const int channels : {1, 3}) {
            scanners::Page page;
            page.dpi = 300;
            page.pixels = Raster(size.width, size.height, channels);
            const Planes planes = prepare(page);
            EXPECT_GE(planes.reading.width(), size.width > 0 ? 1 : 0);
        }
    }
}

TEST(Prepare, LevelPageIsNotTurned) {
    const Planes planes = prepare(written_page());
    EXPECT_EQ(planes.orientation, 0);
    EXPECT_NEAR(planes.skew, 0, 0.01);
    EXPECT_EQ(planes.reading_to_scan.projective().rows()[1], 0);
}

}  // namespace sohoa::ocr
