#pragma once
#include "base/raster.h"
#include "base/result.h"
#include "scanners/limits.h"

namespace sohoa::scanners {

/// Renders the first page of a PDF by poppler's `pdftoppm`: its crop box at `dpi`, annotations shown, turned as /Rotate
/// says. `pdf` is a descriptor that can be read from its start. Grey where asked for or where the page has no colour.
/// Fails with render_failed (no program, broken page, longer than limits.render_seconds) or too_many_pixels.
Result<Raster> render_first_page(int pdf, double dpi, bool grey, const Limits& limits);

}  // namespace sohoa::scanners
