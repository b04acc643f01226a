#pragma once
#include <vector>

#include "scanners/input_file.h"
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// The signature fields that carry a value, in the order of the form's fields.
std::vector<FoundSignature> find_signatures(QPDF& document);

}  // namespace sohoa::scanners
