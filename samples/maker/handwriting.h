#pragma once
#include <string>
#include <vector>

#include "samples/maker/random.h"
#include "samples/maker/sheet.h"

namespace sohoa::maker {

/// One person's handwriting with one pen.
///
/// No handwriting face that Debian packages has the letters of Vietnamese, but for two. So the letters without marks
/// come from a face, and the marks are strokes of the same pen, set over and under the letters' ink as a hand does:
/// the tone to the right of a circumflex, the bar of đ through the stem, a little different each time.
class Handwriting {
public:
    /// A hand drawn by lot from the faces that are installed.
    Handwriting(Random random, double points);

    /// Writes on the baseline; returns the width in mm. The baseline wavers by a fraction of a millimetre.
    double write(Sheet& sheet, const std::string& text, double x, double baseline);
    double width_of(const Sheet& sheet, const std::string& text) const;

    const Colour& ink() const { return ink_; }
    double points() const { return points_; }

private:
    struct Face {
        const char* family;
        double size;     ///< of this face, for the same height of small letters
        double pen;      ///< stroke width in shares of the font size
        bool own_marks;  ///< the face has Vietnamese letters itself
    };
    static const std::vector<Face>& faces();
    double draw(const Sheet& sheet, const std::string& text, double x, double baseline, bool visible,
                Random& random) const;

    mutable Random random_;
    Face face_;
    double points_;
    double slant_;
    Colour ink_;
};

}  // namespace sohoa::maker
