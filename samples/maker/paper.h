#pragma once
#include <string>
#include <vector>

#include "samples/maker/ink_mark.h"
#include "samples/maker/truth.h"

namespace sohoa::maker {

/// A printed side of paper before it is scanned.
struct PaperPage {
    Raster print;                    ///< RGB, as the printer left it
    double width = 210;              ///< mm
    double height = 297;             ///< mm
    std::vector<PlacedMark> marks;   ///< seals and signatures where they belong
    double corner_radius = 0;        ///< mm; above 0 the page is a card by itself, in no sheet
    int print_dpi = 0;               ///< of `print`, where it is finer than the paper's
    std::vector<PlacedMark> strays;  ///< put over body text at the levels stamp, photocopy and phone
};

struct Paper {
    Truth truth;
    int dpi = 300;
    std::vector<PaperPage> pages;
};

}  // namespace sohoa::maker
