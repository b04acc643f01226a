#pragma once
#include "base/raster.h"
#include "ocr/image/paper_likeness.h"

namespace sohoa::ocr {

/// What of a photo is not the paper but what it lies on.
struct Desk {
    Raster mask;     ///< 255 on the desk, 0 on the paper
    int factor = 1;  ///< scan pixels a pixel of the mask
};

/// Follows the paper outward from where the picture surely shows it, also round bent sides that no four straight edges
/// describe, over light that falls off slowly, to where its level drops at once; what lies beyond and reaches the
/// picture's edge is desk. Rather too little than too much: a desk as light as paper is paper, and so is what the paper
/// goes round, and a band as straight as the picture itself. The mask is empty where all is paper.
Desk find_desk(const PaperLikeness& likeness);

inline constexpr int desk_cell = 4;  ///< pixels along one side of a value of a survey's desk

/// Takes print off a desk: paper in deep shadow may look like one. `ink` (255) and `grey`, whose shading is divided
/// out, are of one survey; `desk` (255) has a value for each desk_cell × desk_cell pixels of it. A part of the desk
/// that bears print as dark and as large as the paper's is paper; of other parts, what continues lines on the paper is.
/// Cost ≈ 8 ms for A4.
void leave_print_out(Raster& desk, const Raster& ink, const Raster& grey);

}  // namespace sohoa::ocr
