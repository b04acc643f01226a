#pragma once
#include "samples/maker/form.h"

namespace sohoa::maker {

/// Ink of land certificates, whatever their year.
inline constexpr Colour land_red{0.80, 0.08, 0.12};
inline constexpr Colour land_pink{0.86, 0.42, 0.48};

/// A look for papers with a coloured border: the margins move in.
FormLook certificate_look(Random& random);

/// Prints the border, and by lot pale waves, before the words.
void certificate_ground(Form& form, Random& random);
/// With a colour of the border's own and the share of papers that have waves.
void certificate_ground(Form& form, Colour border, double waves, Random& random);

/// The national emblem in small: gold star on a red disc.
void emblem(Sheet& sheet, double centre_x, double centre_y, double size);

}  // namespace sohoa::maker
