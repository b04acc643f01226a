#include "ocr/image/coloured_plane.h"

#include <algorithm>
#include <vector>

#include "ocr/image/coloured_ink.h"
#include "ocr/image/luma.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

constexpr int part_side = 64;  // pixels of the reading plane; longer along rows where parts adjoin
constexpr int room = 16;       // pixels of the scan around a part, of which its rim is made too

/// Parts of a plane that have coloured ink.
std::vector<Box> coloured_parts(Size plane, const PlaneMap& to_scan, const ColouredInk& ink) {
    std::vector<Box> parts;
    for (int y = 0; y < plane.height; y += part_side) {
        Box run{0, y, 0, std::min(part_side, plane.height - y)};
        for (int x = 0; x < plane.width; x += part_side) {
            const Box part{x, y, std::min(part_side, plane.width - x), run.height};
            if (ink.within(to_scan.around(part))) {
                run = run.empty() ? part : bounding(run, part);
                continue;
            }
            if (!run.empty()) parts.push_back(run);
            run.width = 0;
        }
        if (!run.empty()) parts.push_back(run);
    }
    return parts;
}

}  // namespace

Raster coloured_plane(const Raster& reading, const PlaneMap& reading_to_scan, const ColourScan& scan,
                      const std::function<void(Raster& ink, const Box& part)>& finish) {
    Raster plane = reading.clone();
    const std::vector<Box> parts = coloured_parts(reading.size(), reading_to_scan, scan.ink);
    if (parts.empty()) return plane;
    // As large as the scan, but only what is needed of it is written and read.
    Raster grey(scan.pixels.width(), scan.pixels.height(), 1);
    for (const Box& part : parts) {
        const Box box = reading_to_scan.around(part);
        write_luma(scan.pixels, scan.tint,
                   intersection({box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room},
                                {0, 0, grey.width(), grey.height()}),
                   grey);
        Raster ink = warped_part(grey, reading_to_scan, reading.size(), Border::white, part);
        finish(ink, part);
        for (int y = 0; y < part.height; ++y) std::copy_n(ink.row(y), part.width, plane.row(part.y + y) + part.x);
    }
    return plane;
}

}  // namespace sohoa::ocr
