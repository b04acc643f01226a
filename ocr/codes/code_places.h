#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "base/geometry.h"

namespace sohoa::ocr {

/// Where on a page a code may stand.
struct CodePlace {
    enum class Kind {
        corners,   ///< three marks that lie as those of a QR code do
        bullseye,  ///< the middle of an Aztec code
        bars,      ///< a large field of parallel bars
        few_bars,  ///< a small one: a word of upright strokes looks like it
        pair,      ///< two marks of a QR code; the third may be damaged, or both may be chance
        block      ///< a block of ink with modules
    };
    Kind kind = Kind::block;
    Box evidence;          ///< around what was seen, pixels of the plane
    Box box;               ///< with room for the rest of the symbol and its quiet zone
    double turn = 0;       ///< degrees clockwise by which its sides are turned from level or upright, in (-45, 45]
    bool stacked = false;  ///< a block that may be a PDF417
};

/// Places of codes whose modules are from 1.4 to 14 pixels wide, most telling kind first, then from top to bottom. The
/// plane is grey, of at most `most_pixels_searched`: larger ones are to be reduced before. Cost: 3 ms a megapixel of
/// print.
///
/// Marks are looked for on the plane `without_red`, on which red seals are light: the red channel of a coloured page,
/// or `grey` itself.
std::vector<CodePlace> find_code_places(const cv::Mat& grey, const cv::Mat& without_red);

constexpr long long most_pixels_searched = 17'000'000;  ///< twice A4 at 300 dpi

/// Evidence that is not chance: worth more than a first try.
bool is_telling(CodePlace::Kind kind);

}  // namespace sohoa::ocr
