#pragma once
#include <opencv2/core.hpp>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "ocr/codes/symbols.h"

namespace sohoa::ocr {

/// A way to make a symbol plainer before ZXing looks at it.
struct CodeTry {
    enum class Change {
        none,
        sharpened,      ///< unsharp mask: blurred edges
        opened,         ///< dark gaps closed: broken modules, print of dots, folds
        softened,       ///< Gaussian blur: noise, round modules
        one_threshold,  ///< Otsu's (1979): modules too large for a neighbourhood
        neighbourhood,  ///< each pixel against the mean around it: gradients and glare
        inverted,       ///< light symbols on dark ground
        colourless      ///< the lightest of red, green and blue: seals and stamps over a symbol vanish
    };
    double scale = 1;  ///< below 1: one by a whole number
    Change change = Change::none;
};

/// From the cheapest and most telling on; the first is to be tried wherever a code may stand.
std::span<const CodeTry> code_tries();

/// Pixels ZXing would look at for a try on a cut; 0 where the try makes no sense for it.
long long pixels_of(const CodeTry& how, const Box& cut, bool coloured);

/// Symbols of a cut of the page after the change, in pixels of the page. The cut is turned by `turn` degrees
/// counter-clockwise before, so that what lay askew by that lies level. A light border is put around the cut: symbols
/// that touch its edge have a quiet zone then.
std::vector<Code> codes_of_cut(const cv::Mat& page, const cv::Mat& grey, const Box& cut, double turn,
                               const CodeTry& how, SymbolSearch::Family family);

}  // namespace sohoa::ocr
