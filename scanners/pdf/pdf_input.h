#pragma once
#include <memory>

#include "base/result.h"
#include "scanners/input_file.h"
#include "scanners/limits.h"
#include "scanners/open_file.h"

namespace sohoa::scanners {

/// A PDF by libqpdf. A page that is one image covering it gives that image; any other page is rendered by poppler's
/// program. Fails as InputFile::open says.
Result<std::unique_ptr<InputFile>> open_pdf(OpenFile file, const Limits& limits);

}  // namespace sohoa::scanners
