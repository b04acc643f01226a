#pragma once
#include <vector>

#include "base/geometry.h"
#include "ocr/image/letters.h"
#include "ocr/image/orientation.h"

namespace sohoa::ocr {

/// Where the letters of one line stand, from left to right: a point for each stretch of about five small letters.
using BaselinePoints = std::vector<Point>;

/// From pixels of a plane to the plane that stands upright and level (as far as one angle levels it).
Transform levelling(Size plane, const Orientation& orientation);

/// The lines of print on a page, in pixels of the upright, levelled plane; lines may bend.
///
/// Letters without descender are followed from left to right: each joins the line whose last feet, carried on by their
/// slope, come nearest. Letters with a descender, marks and dots stand too far off and join none. A gap of more than
/// two and a half small letters (columns, cells) ends a line; what is shorter than twelve is left out, and with it
/// seals, handwriting and numbers in tables. Slopes up to about one in four are followed. Cost ≈ 1 ms for a dense A4
/// page.
std::vector<BaselinePoints> find_baselines(const Letters& letters, const Orientation& orientation, double x_height);

}  // namespace sohoa::ocr
