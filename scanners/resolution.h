#pragma once
#include "base/geometry.h"

namespace sohoa::scanners {

/// What a file says about the size of its pixels.
struct Resolution {
    double x = 0;  ///< pixels an inch across; 0 where nothing is said
    double y = 0;  ///< pixels an inch down
    /// Taken by a camera: the distance to the paper decides then, and what cameras write is a habit of theirs.
    bool photographed = false;
    /// Chosen by ourselves for a rendering: true whatever it is.
    bool certain = false;
};

struct ChosenDpi {
    double dpi = 0;  ///< pixels an inch, > 0
    bool guessed = false;
};

/// The resolution to go on with for a picture of `size` pixels.
///
/// What the file says is taken (that of the longer side where the two differ) unless it cannot be true: outside
/// 36 … 4 800, a screen's 72 or 96 with a paper larger than A3, any paper longer than 2.5 m, or a photograph. Then a
/// usual paper (A3, A4, A5, letter, legal, F4, card) at a scanner's usual resolution is looked for that fits both
/// sides within 2 %; then an A4 page is taken to fill the picture; a picture too small for that (below 75 dpi) is taken
/// for a cutting at 150.
ChosenDpi choose_dpi(const Resolution& said, Size size);

}  // namespace sohoa::scanners
