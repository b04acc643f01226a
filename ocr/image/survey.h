#pragma once
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/raster.h"
#include "ocr/image/desk.h"
#include "ocr/image/plane_map.h"
#include "ocr/image/sheet.h"

namespace sohoa::ocr {

/// The page at about 150 dpi, flat and evenly lit: small enough to look at often, large enough that letters are apart.
/// Orientation, skew, text height and blankness are found here.
struct Survey {
    Raster paper;                      ///< brightness of the bare paper, one value for each 8 × 8 pixels of the survey
    Raster grey;                       ///< shading divided out: paper is near 255; faint print darkened
    Raster ink;                        ///< 255 where there is ink, 0 where not, and 0 on the ground
    Raster ground;                     ///< 255 on what is not paper (ground.h); empty where all is
    std::shared_ptr<const Desk> desk;  ///< of the scan, as of its sheet
    Transform to_desk;                 ///< from survey pixels to those of the desk's mask
    double gain = 1;                   ///< by which the print was darkened (faint_print.h)
    double scale = 1;                  ///< survey pixels a sheet pixel
};

inline constexpr int paper_cell = 8;  ///< survey pixels along one side of a value of Survey::paper

/// Surveys the sheet within a scan of `dpi`, from the scan's ink grey (see ink_grey.h). What lies in one of the quads
/// `left_out`, in pixels of the scan, counts as ground.
Survey survey_sheet(const Raster& ink_grey, const Sheet& sheet, double dpi, const std::vector<Quad>& left_out = {});

/// Makes a plane white where the ground of its sheet lies, and the desk beyond it. `to_survey` maps its pixels.
void whiten_ground(Raster& plane, const Survey& survey, const PlaneMap& to_survey);

}  // namespace sohoa::ocr
