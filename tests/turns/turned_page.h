#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "base/raster.h"
#include "scanners/page.h"

namespace sohoa::turns {

/// A page before it is laid askew on the scanner.
struct LevelPage {
    std::string name;
    Raster pixels;  ///< RGB, upright and level
    int dpi = 300;
    int letters = 0;  ///< letters and digits on it
};

/// What shows around a sheet that lies askew.
enum class Ground { white, black, paper };

/// The page as a scanner sees it that lies turned by `quarter` (0, 90, 180, 270) and by `degrees` clockwise more:
/// bicubic, on a scan large enough for all of it.
scanners::Page laid(const LevelPage& page, int quarter, double degrees, Ground ground);

}  // namespace sohoa::turns
