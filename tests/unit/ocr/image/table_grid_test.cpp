#include "ocr/image/table_grid.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>
#include <tuple>

#include "base/raster_opencv.h"
#include "ocr/image/ink_mask.h"
#include "ocr/image/planes.h"
#include "written_page.h"

namespace sohoa::ocr {

namespace {

class TableGrid : public testing::Test {
protected:
    TableGrid() : plane_(800, 600, 1) { std::fill_n(plane_.data(), plane_.bytes(), std::uint8_t{255}); }

    void bar(int x, int y, int width, int height, int grey = 20) {
        cv::Mat mat = mat_of(plane_);
        cv::rectangle(mat, cv::Rect(x, y, width, height), cv::Scalar(grey), cv::FILLED);
    }
    void level(int y, int from, int to, int grey = 20) { bar(from, y, to - from, 2, grey); }
    void upright(int x, int from, int to, int grey = 20) { bar(x, from, 2, to - from, grey); }

    /// The cells of the only table.
    std::vector<GridCell> cells() {
        Raster ink = faint_ink_of(plane_);
        const auto rules = lift_rules(plane_, ink, 16);
        const auto tables = tables_of(rules);
        EXPECT_EQ(tables.size(), 1U);
        return tables.size() == 1 ? grid_of(tables[0], rules) : std::vector<GridCell>{};
    }

    Raster plane_;
};

using Place = std::tuple<int, int, int, int>;

/// Row, column and spans of each cell.
std::vector<Place> places(const std::vector<GridCell>& cells) {
    std::vector<Place> result;
    for (const GridCell& cell : cells) result.emplace_back(cell.row, cell.column, cell.row_span, cell.column_span);
    return result;
}

}  // namespace

TEST_F(TableGrid, ANarrowCellThatSpansRowsStaysWhole) {
    // The rules between its neighbours' rows cover more of the width than a torn rule might.
    upright(50, 50, 450);
    upright(130, 50, 450);
    upright(450, 50, 450);
    upright(750, 50, 450);
    level(50, 50, 750);
    level(448, 50, 752);
    level(250, 130, 750);
    level(350, 130, 750);
    EXPECT_THAT(places(cells()),
                testing::ElementsAre(Place{0, 0, 3, 1}, Place{0, 1, 1, 1}, Place{0, 2, 1, 1}, Place{1, 1, 1, 1},
                                     Place{1, 2, 1, 1}, Place{2, 1, 1, 1}, Place{2, 2, 1, 1}));
}

TEST_F(TableGrid, CellsAreNumberedRowByRow) {
    for (const int y : {100, 200, 300}) level(y, 100, 702);
    for (const int x : {100, 300, 500, 700}) upright(x, 100, 302);
    const auto found = cells();
    EXPECT_EQ(places(found),
              (std::vector<Place>{{0, 0, 1, 1}, {0, 1, 1, 1}, {0, 2, 1, 1}, {1, 0, 1, 1}, {1, 1, 1, 1}, {1, 2, 1, 1}}));
    EXPECT_NEAR(found[4].area.x, 300, 3);
    EXPECT_NEAR(found[4].area.y, 200, 3);
    EXPECT_NEAR(found[4].area.width, 200, 4);
}

TEST_F(TableGrid, MergedCellsSpanRowsAndColumns) {
    for (const int y : {100, 300}) level(y, 100, 702);
    level(150, 300, 702);  // a heading over two columns, beside one over two rows
    level(200, 100, 702);
    for (const int x : {100, 300, 700}) upright(x, 100, 302);
    upright(500, 150, 302);
    EXPECT_EQ(places(cells()),
              (std::vector<Place>{
                  {0, 0, 2, 1}, {0, 1, 1, 2}, {1, 1, 1, 1}, {1, 2, 1, 1}, {2, 0, 1, 1}, {2, 1, 1, 1}, {2, 2, 1, 1}}));
}

TEST_F(TableGrid, OpenSidesAreClosedByTheEndsOfRules) {
    for (const int y : {100, 160, 220, 280}) level(y, 100, 702);
    upright(400, 100, 282);
    const auto found = cells();
    ASSERT_EQ(found.size(), 6U);
    EXPECT_NEAR(found[0].area.x, 100, 2);
    EXPECT_NEAR(found[1].area.right(), 702, 2);
    EXPECT_EQ(places(found)[5], Place(2, 1, 1, 1));
}

TEST_F(TableGrid, FaintAndTornRulesStillCut) {
    for (const int y : {100, 300, 500}) level(y, 100, 702, 185);
    for (const int x : {100, 400, 700}) upright(x, 100, 502, 185);
    bar(240, 296, 14, 8, 255);
    bar(396, 395, 8, 12, 255);
    EXPECT_EQ(cells().size(), 4U);
}

TEST_F(TableGrid, DoubleFrameWithNothingInItHasOneCell) {
    for (const int y : {20, 26, 560, 566}) level(y, 20, 772);
    for (const int x : {20, 26, 764, 770}) upright(x, 20, 568);
    EXPECT_LE(cells().size(), 1U);
}

TEST(TableRegion, OfATurnedPageLiesOnTheScan) {
    scanners::Page page = written_page();
    cv::Mat plane = mat_of(page.pixels);
    plane(cv::Rect(200, 800, 1200, 300)).setTo(cv::Scalar::all(255));
    for (const int y : {820, 900, 980}) cv::rectangle(plane, cv::Rect(300, y, 1003, 3), cv::Scalar::all(0), cv::FILLED);
    for (const int x : {300, 700, 1300}) cv::rectangle(plane, cv::Rect(x, 820, 3, 163), cv::Scalar::all(0), cv::FILLED);
    const int height = page.pixels.height();
    scanners::Page scan;
    scan.dpi = page.dpi;
    scan.pixels = turned(page.pixels, 90);
    const Planes planes = prepare(scan);
    ASSERT_EQ(planes.orientation, 270);
    const auto table = std::find_if(planes.regions.begin(), planes.regions.end(),
                                    [](const Region& region) { return region.kind == "table"; });
    ASSERT_NE(table, planes.regions.end());
    ASSERT_EQ(table->cells.size(), 4U);
    const TableCell& cell = table->cells[1];  // above on the right, on the scan below on the right
    EXPECT_EQ(cell.row, 0);
    EXPECT_EQ(cell.column, 1);
    EXPECT_NEAR(cell.box.x, height - 902, 4);
    EXPECT_NEAR(cell.box.y, 700, 4);
    EXPECT_NEAR(cell.box.width, 81, 5);
    EXPECT_NEAR(cell.box.height, 602, 5);
    ASSERT_TRUE(cell.quad);
    EXPECT_NEAR(cell.quad->corners[0].x, height - 820, 4);
    EXPECT_NEAR(cell.quad->corners[0].y, 700, 4);
}

}  // namespace sohoa::ocr
