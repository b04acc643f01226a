#pragma once
#include <string>
#include <vector>

namespace sohoa::maker {

/// Pango rounds the measures of fonts to whole units, and a millimetre is too coarse for that: layouts are made in
/// 1/32 mm.
inline constexpr double units_per_mm = 32;

enum class Typeface {
    serif,    ///< Times-like: the face of every paper under NĐ 30/2020
    sans,     ///< Arial-like
    mono,     ///< typewriter
    machine,  ///< OCR-B for machine-readable zones; digits, capitals and `<` only
    book,     ///< other text faces, for papers of offices that do not follow the rule
};

/// Installed families of a kind that hold every letter of Vietnamese, best first; never empty: Liberation's when
/// nothing else is there (fonts-liberation2, which the packages list installs).
const std::vector<std::string>& families(Typeface typeface);

/// True when fontconfig finds the family itself (not a stand-in) and it has all 146 letters of Vietnamese that ASCII
/// lacks. Some fonts that look Vietnamese have a third of them: Liberation 1, Caladea, Courier Prime.
bool covers_vietnamese(const std::string& family);

/// True when fontconfig finds the family itself.
bool installed(const std::string& family);

}  // namespace sohoa::maker
