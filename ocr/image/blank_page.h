#pragma once
#include "base/raster.h"

namespace sohoa::ocr {

/// Whether nothing is written on a page.
///
/// `plane` is a level plane of `dpi` with white paper, in which ink of every colour is dark and specks are lifted. Ink
/// that reaches the plane's rim (shadows of scanner and gutter) and solid round blots near it (punch holes) are not
/// counted. A page with less ink than one full stop of 14 pt is blank; a page number is not. What shows through from
/// the back is lighter than ink (a fifth of its darkness and less) and does not count either.
bool is_blank(const Raster& plane, double dpi);

}  // namespace sohoa::ocr
