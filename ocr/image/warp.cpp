#include "ocr/image/warp.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "base/raster_opencv.h"
#include "ocr/image/area_reduction.h"
#include "ocr/image/source_places.h"

namespace sohoa::ocr {

namespace {

bool changes_only_size(const Transform& map, Size from, Size to) {
    const auto& m = map.rows();
    return m[6] == 0 && m[7] == 0 && m[1] == 0 && m[2] == 0 && m[3] == 0 && m[5] == 0 &&
           std::abs(m[0] * to.width - from.width) < 1e-6 && std::abs(m[4] * to.height - from.height) < 1e-6;
}

constexpr double least_reduction = 1.1;  // source pixels a pixel, from where they must be averaged

/// Source pixels along a pixel at the middle of the plane.
double reduction_of(const PlaneMap& to_source, Size size) {
    const Point middle{size.width / 2.0, size.height / 2.0};
    const Point at = to_source.apply(middle);
    const Point right = to_source.apply(Point{middle.x + 1, middle.y});
    const Point below = to_source.apply(Point{middle.x, middle.y + 1});
    const double area = (right.x - at.x) * (below.y - at.y) - (right.y - at.y) * (below.x - at.x);
    return std::sqrt(std::abs(area));
}

}  // namespace

Raster warped_part(const Raster& source, const PlaneMap& to_source, Size size, Border border, const Box& part) {
    if (!to_source.is_bent() && changes_only_size(to_source.projective(), source.size(), size)) {
        if (size == source.size()) return raster_of(mat_of(source)(cv::Rect(part.x, part.y, part.width, part.height)));
        if (size.width <= source.width() && size.height <= source.height()) return area_reduced(source, size, part);
        cv::Mat whole;
        cv::resize(mat_of(source), whole, {size.width, size.height}, 0, 0, cv::INTER_CUBIC);
        return raster_of(whole(cv::Rect(part.x, part.y, part.width, part.height)));
    }
    const BicubicSampler sampler(source, border);
    const auto aligned = [](int column) { return column / BicubicSampler::in_line * BicubicSampler::in_line; };
    std::vector<std::uint8_t> row;
    const auto sample_rows = [&](const PlaneMap& map, const Box& box, auto take) {
        const int first = aligned(box.x);
        SourcePlaces places(map, first, box.right() - first);
        row.resize(static_cast<std::size_t>(box.right() - first));
        for (int y = box.y; y < box.bottom(); ++y) {
            places.go_to(y);
            sampler.sample(places.x(), places.y(), row.data());
            take(y, row.data() + (box.x - first));
        }
    };
    const double reduction = reduction_of(to_source, size);
    if (reduction < least_reduction) {
        Raster result(part.width, part.height, 1);
        sample_rows(to_source, part, [&](int y, const std::uint8_t* pixels) {
            std::copy_n(pixels, part.width, result.row(y - part.y));
        });
        return result;
    }
    // Sampling alone would skip pixels of the source, and with them the thin strokes of tone marks.
    const Size fine{static_cast<int>(std::lround(size.width * reduction)),
                    static_cast<int>(std::lround(size.height * reduction))};
    const Transform to_plane = Transform::scaling(1.0 * size.width / fine.width, 1.0 * size.height / fine.height);
    AreaReduction averaging(fine, size, part);
    sample_rows(to_source.after(to_plane), averaging.needed(),
                [&](int, const std::uint8_t* pixels) { averaging.add(pixels); });
    return averaging.take();
}

Raster warped(const Raster& source, const PlaneMap& to_source, Size size, Border border) {
    return warped_part(source, to_source, size, border, {0, 0, size.width, size.height});
}

}  // namespace sohoa::ocr
