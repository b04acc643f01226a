#pragma once
#include <optional>
#include <vector>

#include "ocr/image/baselines.h"
#include "ocr/image/bend.h"

namespace sohoa::ocr {

/// Finds how a page is bent from its lines of print: the gutter of a book, a curled or folded sheet, and lines that fan
/// out on a photo whose sheet was not found. Nothing where the page is flat.
///
/// A smooth field is laid through all lines at once, each free to stand at its own height, by least squares that a few
/// strays do not draw (Cauchy weights). Lines as seen through it must be straight, and so must lines that a field of
/// the others is tried on: a table, a letterhead, a seal or handwriting bends no field that holds for its neighbours.
/// Six lines or more are needed, and a page counts as flat where fewer than one place in thirty on its lines stands off
/// by more than a sixth of a small letter. What remains is about a fiftieth of one. Only what leads up and down is
/// found: letters on the slope of a gutter stay as narrow as they are seen. Cost ≈ 2 ms for a flat A4 page, 6 ms for a
/// bent one.
///
/// Leptonica's dewarp lays a parabola through each line and asks for fifteen lines nearly as long as the longest: it
/// finds a model for 2 of 16 pages of `sohoa-maker pages --count 8 --seed 901 --levels book,curl --kinds
/// bao_cao,quyet_dinh,cong_van,to_khai_khai_sinh`, this for 15.
std::optional<Bend> find_bend(const std::vector<BaselinePoints>& lines, double x_height);

}  // namespace sohoa::ocr
