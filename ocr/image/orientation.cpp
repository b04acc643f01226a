#include "ocr/image/orientation.h"

#include <algorithm>
#include <cmath>
#include <leptonica/allheaders.h>
#include <memory>
#include <vector>

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

constexpr double clear_axis = 1.5;     // times sharper
constexpr double least_sharpness = 4;  // of a profile: below there are no lines
constexpr double certain_sharpness = 15;
constexpr double sure_score = 7;  // Leptonica's score grows with the root of the letters, as chance does
constexpr double even_score = 4;  // the score at which a turn is as likely a guess as not

constexpr double tested_x_height = 22;  // pixels: at half of it Leptonica's patterns often tell the wrong end
constexpr double largest_growth = 3;
constexpr int enough_ascenders = 20;
constexpr int least_side = 64;          // pixels: below there are no lines of text to test
constexpr double enough_letters = 800;  // pieces: a third of a page tells as surely as all of it

/// A band across the lines of text.
struct Band {
    double top;
    double bottom;
};

/// The band of a levelled page that holds about `wanted` of its pieces, around the middle one.
Band middle_band(const Letters& letters, const Transform& levelled, double wanted) {
    std::vector<double> places;
    for (const Box& box : letters.boxes) places.push_back(levelled.apply(box.centre()).y);
    std::sort(places.begin(), places.end());
    const auto count = static_cast<double>(places.size());
    const auto place_of = [&](double rank) {
        return places[static_cast<std::size_t>(std::clamp(rank, 0.0, count - 1))];
    };
    return {place_of((count - wanted) / 2), place_of((count + wanted) / 2)};
}

/// Leptonica's ascender score of about `wanted` letters after a turn and levelling: positive where they stand upright.
double upright_score(const Letters& letters, int turn, double skew, double wanted) {
    const double growth = std::min(largest_growth, tested_x_height / std::max(1.0, letters.x_height));
    const Size upright = turn % 180 == 0 ? letters.ink.size() : Size{letters.ink.height(), letters.ink.width()};
    const Transform levelled = Transform::quarter_turns(turn, letters.ink.size())
                                   .then(Transform::rotation(-skew, {upright.width / 2.0, upright.height / 2.0}));
    const Band band = middle_band(letters, levelled, wanted);
    const double margin = 2 * letters.x_height;
    const Transform cut =
        levelled.then(Transform::translation(0, margin - band.top)).then(Transform::scaling(growth, growth));
    const Size size{static_cast<int>(upright.width * growth),
                    static_cast<int>((band.bottom - band.top + 2 * margin) * growth)};
    const auto back = cut.inverse();
    if (!back || std::min(size.width, size.height) < least_side) return 0;
    const PixPointer bits = bits_of(warped(letters.ink, *back, size, Border::black));
    l_float32 score = 0;
    if (!bits || pixUpDownDetect(bits.get(), &score, enough_ascenders, 0, 0) != 0) return 0;
    return score;
}

double upright_score(const Letters& letters, int turn, double skew) {
    if (letters.x_height <= 0) return 0;
    const double score = upright_score(letters, turn, skew, enough_letters);
    const auto all = static_cast<double>(letters.boxes.size());
    if (std::abs(score) >= sure_score || all <= enough_letters) return score;
    return upright_score(letters, turn, skew, all);
}

double confidence_of(double score) {
    return 1 - std::exp2(-std::abs(score) / even_score);
}

}  // namespace

Orientation find_orientation(const Letters& letters) {
    if (letters.ink.empty()) return {};
    Skew skew = find_skew(letters.ink);
    const bool vertical =
        skew.sharpness < certain_sharpness && find_upright_skew(letters.ink).sharpness > clear_axis * skew.sharpness;
    if (vertical) skew = find_skew(turned(letters.ink, 90));
    if (skew.sharpness < least_sharpness) return {};
    const double score = upright_score(letters, vertical ? 90 : 0, skew.degrees);
    const double confidence = confidence_of(score);
    if (vertical) return {score >= 0 ? 90 : 270, skew.degrees, confidence};
    if (score <= -sure_score) return {180, skew.degrees, confidence};
    return {0, skew.degrees, score > 0 ? confidence : 0};
}

}  // namespace sohoa::ocr
