#pragma once
#include <vector>

#include "ocr/text/layout/text_piece.h"

namespace sohoa::ocr {

/// Takes the visible panels of digital signatures out of the pieces: signer, agency, e-mail and time of signing in
/// small print, stamped over the page by signing software. Regions of kind signature_panel with the text line by line;
/// boxes in the pixels of the pieces.
///
/// A panel is known by its time of signing, to the second, on a short line of its own; lines that are stacked closely
/// above and below it in like print belong to it.
std::vector<Region> take_signature_panels(std::vector<TextPiece>& pieces);

}  // namespace sohoa::ocr
