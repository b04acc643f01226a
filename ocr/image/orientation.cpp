#include "ocr/image/orientation.h"

#include <algorithm>
#include <cmath>
#include <leptonica/allheaders.h>
#include <memory>

#include "ocr/image/skew.h"
#include "ocr/image/warp.h"

namespace sohoa::ocr {

namespace {

struct PixDeleter {
    void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<PIX, PixDeleter>;

PixPointer bits_of(const Raster& ink) {
    PixPointer pix(pixCreate(ink.width(), ink.height(), 1));
    if (!pix) return pix;
    const int words = pixGetWpl(pix.get());
    l_uint32* data = pixGetData(pix.get());
    for (int y = 0; y < ink.height(); ++y) {
        const std::uint8_t* pixel = ink.row(y);
        l_uint32* line = data + static_cast<std::ptrdiff_t>(words) * y;
        for (int x = 0; x < ink.width(); ++x) line[x >> 5] |= static_cast<l_uint32>(pixel[x] >> 7) << (31 - (x & 31));
    }
    return pix;
}

constexpr double tested_x_height = 11;  // pixels: 12 pt at 150 dpi, for which Leptonica's patterns are made
constexpr int enough_ascenders = 20;
constexpr int least_side = 64;  // pixels: below there are no lines of text to test

/// Leptonica's ascender score of the letters after a turn and levelling: positive where they stand upright.
double upright_score(const Letters& letters, int turn, double skew) {
    double shrink = 1;
    if (std::min(letters.ink.width(), letters.ink.height()) < least_side) return 0;
    if (letters.x_height > 1.4 * tested_x_height) shrink = tested_x_height / letters.x_height;
    const Size turned_size = turn % 180 == 0 ? letters.ink.size() : Size{letters.ink.height(), letters.ink.width()};
    const Size size{std::max(1, static_cast<int>(turned_size.width * shrink)),
                    std::max(1, static_cast<int>(turned_size.height * shrink))};
    const Transform levelled =
        Transform::quarter_turns(turn, letters.ink.size())
            .then(Transform::rotation(-skew, {turned_size.width / 2.0, turned_size.height / 2.0}))
            .then(Transform::scaling(shrink, shrink));
    const auto back = levelled.inverse();
    if (!back) return 0;
    const Raster upright = warped(letters.ink, *back, size, Border::replicate);
    const PixPointer bits = bits_of(upright);
    l_float32 score = 0;
    if (!bits || pixUpDownDetect(bits.get(), &score, enough_ascenders, 0, 0) != 0) return 0;
    return score;
}

constexpr double clear_axis = 1.5;  // times sharper
constexpr double sure_score = 8;    // Leptonica's own bound for a decision
constexpr double clear_score = 4;

double confidence_of(double score) {
    return 1 - std::exp2(-std::abs(score) / clear_score);
}

}  // namespace

Orientation find_orientation(const Letters& letters) {
    if (letters.ink.empty()) return {};
    const Skew across = find_skew(letters.ink);
    const Skew along = find_skew(turned(letters.ink, 90));
    const bool vertical = along.sharpness > clear_axis * across.sharpness;
    const double skew = vertical ? along.degrees : across.degrees;
    const double score = upright_score(letters, vertical ? 90 : 0, skew);
    const double confidence = confidence_of(score);
    if (vertical) return {score >= 0 ? 90 : 270, skew, confidence};
    if (score <= -sure_score) return {180, skew, confidence};
    return {0, skew, score > 0 ? confidence : 1 - confidence};
}

}  // namespace sohoa::ocr
