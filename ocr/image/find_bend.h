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
/// strays do not draw (Cauchy weights). Lines as seen through it must be straight, those of every other line too that
/// the field was not fitted to: a table, a letterhead, a seal or handwriting bends no field that holds for its
/// neighbours. Six lines or more are needed, and a page counts as flat where its lines leave straight ones by less than
/// about a sixth of a small letter. What remains is about a fifteenth of one. Only what leads up and down is found:
/// letters that stand on the slope of a gutter stay as narrow as they are seen. Cost ≈ 2 ms for a dense A4 page.
///
/// Leptonica's dewarp fits a parabola to each line and asks for fifteen lines nearly as long as the longest: it has no
/// model for half the papers of an office, and a parabola cannot follow a gutter.
std::optional<Bend> find_bend(const std::vector<BaselinePoints>& lines, double x_height);

}  // namespace sohoa::ocr
