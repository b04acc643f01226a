#include "ocr/image/sheet_tint.h"

#include <algorithm>
#include <cstdint>
#include <opencv2/imgproc.hpp>

#include "base/raster_opencv.h"

namespace sohoa::ocr {

namespace {

/// 255 where one of the sheets lies that were cut out; all over the scan where none was.
Raster cut_out_sheets(Size scan, const std::vector<Sheet>& sheets) {
    Raster cells((scan.width + tint_cell - 1) / tint_cell, (scan.height + tint_cell - 1) / tint_cell, 1);
    cv::Mat mask = mat_of(cells);
    mask.setTo(0);
    bool any = false;
    for (const Sheet& sheet : sheets) {
        if (!sheet.cut_out) continue;
        const Quad quad = sheet.to_scan.apply(quad_of({0, 0, sheet.size.width, sheet.size.height}));
        std::vector<cv::Point> outline;
        for (const Point& corner : quad.corners)
            outline.emplace_back(cvRound(corner.x / tint_cell), cvRound(corner.y / tint_cell));
        cv::fillConvexPoly(mask, outline, cv::Scalar(255));
        any = true;
    }
    if (!any) mask.setTo(255);
    return cells;
}

void leave_desk_out(Raster& cells, const Desk& desk) {
    for (int y = 0; y < cells.height(); ++y) {
        const std::uint8_t* on_desk = desk.mask.row(std::min(y * tint_cell / desk.factor, desk.mask.height() - 1));
        for (int x = 0; x < cells.width(); ++x) {
            if (on_desk[std::min(x * tint_cell / desk.factor, desk.mask.width() - 1)] != 0) cells.row(y)[x] = 0;
        }
    }
}

}  // namespace

PaperTint tint_of_sheets(const Raster& scan, const std::vector<Sheet>& sheets, const PaperTint& tint) {
    const auto whole = [](const Sheet& sheet) { return !sheet.cut_out && !sheet.desk; };
    if (scan.channels() != 3 || std::all_of(sheets.begin(), sheets.end(), whole)) return tint;
    Raster cells = cut_out_sheets(scan.size(), sheets);
    for (const Sheet& sheet : sheets) {
        if (sheet.desk) leave_desk_out(cells, *sheet.desk);
    }
    return paper_tint(scan, cells);
}

}  // namespace sohoa::ocr
