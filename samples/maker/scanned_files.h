#pragma once
#include <string>
#include <vector>

#include "samples/maker/scan_levels.h"

namespace sohoa::maker {

/// A PDF as office scanners write it: every page one JPEG that fills it, no text layer. The same scans give the same
/// bytes.
std::string scanned_pdf(const std::vector<Scan>& pages);

/// A multi-page TIFF as fax-like scanners write it: 1 bit, CCITT group 4, black where the page is darker than Otsu's
/// threshold. Throws std::runtime_error when libtiff refuses.
std::string tiff_group4(const std::vector<Scan>& pages);

}  // namespace sohoa::maker
