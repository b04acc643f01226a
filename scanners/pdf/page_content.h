#pragma once
#include <optional>

#include "scanners/pdf/matrix.h"
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// An image where the page shows it.
struct PlacedImage {
    QPDFObjectHandle stream;
    Matrix matrix;              ///< from the unit square (y up) to the page
    Rectangle visible;          ///< what clipping leaves of it
    bool opaque = true;         ///< hides what was painted before it
    bool painted_black = true;  ///< the fill colour where it is drawn as a stencil
};

/// What the content streams of a page paint.
struct PageContent {
    std::optional<PlacedImage> image;  ///< the last one that covers the page
    bool other_marks = false;          ///< something else can be seen: beside the image, over it, or through it
    bool text = false;                 ///< characters are shown, visible or not
};

/// Follows the content of a page, forms included, as far as is needed to know what can be seen on it. `page_box` is
/// what is shown of the page. Content too long or too deep to follow counts as other marks.
PageContent read_page_content(QPDFObjectHandle page, const Rectangle& page_box);

/// `inner` covers `outer` but for 2 % of its sides.
bool covers(const Rectangle& inner, const Rectangle& outer);

}  // namespace sohoa::scanners
