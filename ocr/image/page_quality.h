#pragma once
#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/sheet.h"
#include "ocr/image/survey.h"
#include "ocr/page_reading.h"

namespace sohoa::ocr {

/// What a page is judged against (docs/imaging.md says how the bounds were found).
namespace bound {
inline constexpr double few_pixels = 8.5;      ///< height of small letters, below which marks run together
inline constexpr double too_few_pixels = 5.5;  ///< below which they are lost
inline constexpr double soft = 0.088;          ///< blur as share of that height, from where errors treble
inline constexpr double too_soft = 0.115;      ///< from where one letter in twelve is wrong
inline constexpr double pale_print = 0.22;     ///< darkness of print
inline constexpr double dim_paper = 70;        ///< of 255
inline constexpr double glare = 0.004;         ///< share of the sheet
inline constexpr int letters_cut = 4;
}  // namespace bound

/// What a page is judged by.
struct PageMeasures {
    double letter_pixels = 0;  ///< height of usual small letters on the scan; 0 where there is no print
    double blur = 0;           ///< sigma of the print's edges as share of that height; 0 where it cannot be told
    double darkness = 0;       ///< of the print against the paper: 0 none, 1 black; 0 where it cannot be told
    double paper = 0;          ///< brightness of the paper on the scan, 0 … 255
    double glare_share = 0;    ///< of a photographed sheet on which light glares
    int letters_cut = 0;       ///< letters that the scan's edge cuts through or touches
    SheetDamage damage;
};

/// Softness of the edges of print: sigma of the blur in pixels of the plane, from the steepest steps across strokes
/// against their contrast. 0 where there are too few strokes. `plane` is evenly lit, paper at 255. Cost ≈ 4 ms.
double edge_sigma(const Raster& plane);

/// How dark the cores of strokes are on an evenly lit plane: 0 … 1; 0 where there are too few.
double print_darkness(const Raster& plane);

/// Share of a sheet that is blown out to white while the paper around is not.
double glare_share(const Raster& scan, const Sheet& sheet);

/// Letters of the survey that touch one of the edges where the scan, and not the paper, ends, if they are spread along
/// a quarter of it or more: lines are cut there.
int letters_cut_off(const Survey& survey, const Sheet& sheet, double x_height);

/// Issues (quality_words.h) and verdict. A page that shall have print and has none is judged by its reader.
Quality judge(const PageMeasures& measures);

}  // namespace sohoa::ocr
