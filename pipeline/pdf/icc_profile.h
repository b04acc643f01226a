#pragma once
#include <string>
#include <string_view>

namespace sohoa::pdf {

/// sRGB (IEC 61966-2-1) as an ICC version 2 display profile of about 1.5 kB: primaries adapted to D50, tone curve of
/// 512 points. Made here, so that no file of others has to be carried.
std::string srgb_profile();

/// True when PDF/A-2 allows the profile for samples of `components` (1 or 3): ICC version 4 at most, class scnr, mntr,
/// prtr or spac, colour space GRAY or RGB, and a tag table within its bounds (ISO 19005-2, 6.2.4.2).
bool is_usable_profile(std::string_view profile, int components);

/// True when the profile's description says that it is sRGB: the output intent says the same, so it need not be
/// repeated.
bool is_srgb(std::string_view profile);

}  // namespace sohoa::pdf
