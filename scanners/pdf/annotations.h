#pragma once
#include "scanners/pdf/qpdf.h"

namespace sohoa::scanners {

/// Something drawn over the page: notes, stamps, the panels of signatures. Hidden ones and links without a border are
/// not counted.
bool has_visible_annotations(QPDFObjectHandle page);

}  // namespace sohoa::scanners
