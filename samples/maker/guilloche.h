#pragma once
#include "samples/maker/random.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// The security print of certificates and cards: fine waves that never repeat exactly.

/// A border of interlaced waves between `outer` and a frame `thickness` mm inside it.
void guilloche_border(Sheet& sheet, const Rect& outer, double thickness, Colour colour, Random& random);

/// Pale waves over the whole of `area`, to be printed before the text. `strength` 0 … 1 says how much of `colour` they
/// put on white paper.
void guilloche_field(Sheet& sheet, const Rect& area, Colour colour, double strength, Random& random);

/// Concentric rosettes like the bronze drum of land certificates.
void drum(Sheet& sheet, double x, double y, double radius, Colour colour, double strength);

}  // namespace sohoa::maker
