#include "scanners/resolution.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace sohoa::scanners {

namespace {

constexpr double mm_an_inch = 25.4;

struct Paper {
    double longer;   ///< mm
    double shorter;  ///< mm
};

bool can_be_true(double dpi, const Resolution& said, Size size) {
    static constexpr double longest_paper = 100;  // inches
    static constexpr double a3 = 17;              // inches, with some room
    if (said.photographed || !std::isfinite(dpi) || dpi < 36 || dpi > 4800) return false;
    const double inches = std::max(size.width, size.height) / dpi;
    const bool of_a_screen = dpi < 73 || std::abs(dpi - 96) < 0.5;
    return inches <= (of_a_screen ? a3 : longest_paper);
}

std::optional<double> of_a_usual_paper(double longer, double shorter) {
    // A5 and A3 look alike at twice the resolution, so resolutions are tried in the order of how common they are; A6 is
    // left out, it would take the place of A4 at 150 dpi.
    static constexpr std::array<Paper, 7> papers{
        {{297, 210}, {210, 148}, {85.6, 53.98}, {420, 297}, {279.4, 215.9}, {330, 210}, {355.6, 215.9}}};
    static constexpr std::array<double, 7> usual{300, 200, 150, 240, 400, 600, 100};
    static constexpr double tolerance = 0.02;
    for (const double dpi : usual) {
        for (const auto& paper : papers) {
            const double pixels_a_mm = dpi / mm_an_inch;
            if (std::abs(longer / (paper.longer * pixels_a_mm) - 1) <= tolerance &&
                std::abs(shorter / (paper.shorter * pixels_a_mm) - 1) <= tolerance) {
                return dpi;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

ChosenDpi choose_dpi(const Resolution& said, Size size) {
    const double dpi = size.width >= size.height ? said.x : said.y;
    if (said.certain || can_be_true(dpi, said, size)) return {dpi, false};
    const double longer = std::max(size.width, size.height);
    const double shorter = std::min(size.width, size.height);
    if (const auto usual = of_a_usual_paper(longer, shorter)) return {*usual, true};
    static constexpr double least_for_a_page = 75;
    static constexpr double of_a_cutting = 150;
    const double filling = std::min(longer * mm_an_inch / 297, shorter * mm_an_inch / 210);
    return {filling < least_for_a_page ? of_a_cutting : std::round(filling), true};
}

}  // namespace sohoa::scanners
