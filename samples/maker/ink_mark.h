#pragma once
#include <vector>

#include "base/raster.h"
#include "samples/maker/random.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// Ink put on paper after printing: a seal, a signature. Coverage is 0 (bare paper) … 255 (full ink).
struct InkMark {
    Raster coverage;
    Colour ink;
    double width = 0;   ///< mm
    double height = 0;  ///< mm
};

struct PlacedMark {
    InkMark mark;
    double x = 0;  ///< mm of its left top corner on the page
    double y = 0;
};

/// Lets the ink darken what is under it, channel by channel (multiply), as transparent ink does.
void press(Raster& page, int dpi, const PlacedMark& mark);

/// A transparent canvas of millimetres on which a mark is drawn in any opaque colour.
class MarkCanvas {
public:
    MarkCanvas(double width_mm, double height_mm, int dpi);
    ~MarkCanvas();
    MarkCanvas(const MarkCanvas&) = delete;
    MarkCanvas& operator=(const MarkCanvas&) = delete;

    cairo_t* ink() const { return ink_; }
    Raster coverage() const;

private:
    void* pixels_;
    cairo_t* ink_;
};

/// A round seal of red ink: two rings, the words of `around` along the top, `below` along the bottom, and in the middle
/// an emblem, or the lines of `middle`. Pressed unevenly: one side lighter, specks without ink, a small turn.
struct SealWords {
    std::string around;
    std::string below;
    std::vector<std::string> middle;  ///< empty: an emblem of star, ears and cogwheel
};
InkMark make_seal(const SealWords& words, double diameter_mm, int dpi, Random& random);

/// An invented signature by ball pen or ink, 28–52 mm wide.
InkMark make_signature(int dpi, Random& random);

}  // namespace sohoa::maker
