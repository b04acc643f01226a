#pragma once
#include <array>
#include <cstdint>
#include <opencv2/core.hpp>
#include <string>

#include "base/raster.h"

namespace sohoa::ocr {

/// What a sheet is photographed on, and what is in the way.
struct DeskScene {
    std::string ground = "dark";   ///< dark, light, white, wood, cloth, checked, cluttered
    bool fingers = false;          ///< two, over one edge
    int cut_side = -1;             ///< 0 top, 1 right, 2 bottom, 3 left: the sheet goes on beyond the picture
    double light_falls_to = 0.75;  ///< from one corner to the other
};

struct DeskPhoto {
    Raster picture;                      ///< RGB
    std::array<cv::Point2f, 4> corners;  ///< of the sheet, clockwise from top left, in pixels of the picture
};

/// A page seen by a camera: the same for the same seed.
DeskPhoto photographed_on(const DeskScene& scene, const Raster& page, std::uint64_t seed);

}  // namespace sohoa::ocr
